using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Model;

/// <summary>
/// Two-time functions <c>&lt;F_a(t) F_b(0)&gt; = tr(F_a e^(tL*)[F_b rho])</c> of the fluctuations (27) at a list of times t, for the start
/// rho at time 0. The complex conjugate is <c>&lt;F_b(0) F_a(t)&gt;</c>.
/// </summary>
/// <param name="Times">The times.</param>
/// <param name="Values"><c>Values[t][a, b]</c>, in the order of <see cref="SymmetricModel.ObservableNames"/>.</param>
/// <param name="Errors">The error of every element, one per time: a bound at finite N, an estimate in the limit.</param>
public sealed record TwoTimeSeries(ImmutableArray<double> Times, ImmutableArray<Complex[,]> Values, ImmutableArray<double> Errors);
