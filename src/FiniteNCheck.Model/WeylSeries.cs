using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Model;

/// <summary>The function <c>G(r1, r, r2; t)</c> of a <see cref="WeylTriple"/> at a list of times.</summary>
/// <param name="Triple">The arguments.</param>
/// <param name="Times">The times.</param>
/// <param name="Values"><c>G(r1, r, r2; t)</c>, one per time; modulus at most 1.</param>
/// <param name="Even">
/// The even part <c>[G(r1, r, r2; t) + G(-r1, -r, -r2; t)]/2</c>. It approaches the limit like <c>1/N</c>, and G itself like
/// <c>N^(-1/2)</c>; in the limit both agree.
/// </param>
/// <param name="Errors">The error of both, one per time: a bound at finite N, an estimate in the limit.</param>
public sealed record WeylSeries(
    WeylTriple Triple,
    ImmutableArray<double> Times,
    ImmutableArray<Complex> Values,
    ImmutableArray<Complex> Even,
    ImmutableArray<double> Errors);
