using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Model;

/// <summary>The function of a <see cref="NestedWeyl"/> at a list of times t2.</summary>
/// <param name="Arguments">The arguments.</param>
/// <param name="Times">The times t2, none before t1.</param>
/// <param name="Values">The function, one per time; modulus at most 1.</param>
/// <param name="Even">
/// Its part that is even in all five arguments. It approaches the limit like <c>1/N</c>, and the function itself like <c>N^(-1/2)</c>; in
/// the limit both agree.
/// </param>
/// <param name="Errors">The error of both, one per time: a bound at finite N, an estimate in the limit.</param>
public sealed record NestedWeylSeries(
    NestedWeyl Arguments,
    ImmutableArray<double> Times,
    ImmutableArray<Complex> Values,
    ImmutableArray<Complex> Even,
    ImmutableArray<double> Errors);
