using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>
/// A normal form of jumps, equal for jumps that are the same: <c>exp(e r.m)</c> has exponent 1, and a rate that does not depend on its
/// argument is a constant without one.
/// </summary>
internal static class RateNormalForm
{
    /// <summary>The jump in normal form.</summary>
    /// <param name="jump">The jump.</param>
    public static JumpChannel Normalise(JumpChannel jump) => jump.Rate switch
    {
        ExponentialRate { Exponent: not 0 and not 1 } rate => Scale(jump, rate.Exponent, rate with { Exponent = 1 }),
        NormalisedRate { Exponent: not 0 and not 1 } rate => Scale(jump, rate.Exponent, new NormalisedRate(1)),
        _ => WithoutArgument(jump),
    };

    /// <summary>
    /// The same jump written with the opposite argument and the mirrored rate; <see langword="null"/> for a rate whose normal form fixes
    /// the sign.
    /// </summary>
    /// <param name="jump">The jump in normal form.</param>
    public static JumpChannel? Mirrored(JumpChannel jump) => jump.Rate is PolynomialRate polynomial
        ? Scale(jump, -1, new PolynomialRate([.. polynomial.Coefficients.Select((c, k) => k % 2 == 0 ? c : -c)]))
        : null;

    private static JumpChannel Scale(JumpChannel jump, double factor, CollectiveRate rate) =>
        WithoutArgument(jump with { Rate = rate, Argument = [.. jump.Argument.Select(r => factor * r)] });

    // Drops the argument of a constant rate.
    private static JumpChannel WithoutArgument(JumpChannel jump)
    {
        bool constant = jump.Argument.All(r => r == PauliVector.Zero)
            || jump.Rate is ExponentialRate { Exponent: 0 } or NormalisedRate { Exponent: 0 }
            || (jump.Rate is PolynomialRate polynomial && polynomial.Coefficients.Skip(1).All(c => c == 0));
        return constant
            ? jump with
            {
                Rate = new PolynomialRate([jump.Rate.Value(0)]),
                Argument = [.. Enumerable.Repeat(PauliVector.Zero, jump.Argument.Length)],
                OwnSite = true,
            }
            : jump;
    }
}
