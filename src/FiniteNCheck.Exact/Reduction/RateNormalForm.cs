using System.Collections.Immutable;
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
    public static JumpChannel Normalise(JumpChannel jump)
    {
        (CollectiveRate rate, ImmutableArray<PauliVector> argument) = Normalise(jump.Rate, jump.Argument);
        bool isConstant = argument.All(r => r == PauliVector.Zero);
        return jump with { Rate = rate, Argument = argument, OwnSite = jump.OwnSite || isConstant };
    }

    /// <summary>The collective jump in normal form.</summary>
    /// <param name="jump">The jump.</param>
    public static CollectiveJump Normalise(CollectiveJump jump)
    {
        (CollectiveRate rate, ImmutableArray<PauliVector> argument) = Normalise(jump.Rate, jump.Argument);
        return jump with { Rate = rate, Argument = argument };
    }

    /// <summary>
    /// The same jump written with the opposite argument and the mirrored rate; <see langword="null"/> for a rate whose normal form fixes
    /// the sign.
    /// </summary>
    /// <param name="jump">The jump in normal form.</param>
    public static JumpChannel? Mirrored(JumpChannel jump) => jump.Rate is PolynomialRate polynomial
        ? Normalise(jump with
        {
            Rate = new PolynomialRate([.. polynomial.Coefficients.Select((c, k) => k % 2 == 0 ? c : -c)]),
            Argument = Scale(jump.Argument, -1),
        })
        : null;

    private static (CollectiveRate Rate, ImmutableArray<PauliVector> Argument) Normalise(
        CollectiveRate rate, ImmutableArray<PauliVector> argument) => rate switch
        {
            ExponentialRate { Exponent: not 0 and not 1 } exponential =>
                WithoutArgument(exponential with { Exponent = 1 }, Scale(argument, exponential.Exponent)),
            NormalisedRate { Exponent: not 0 and not 1 } normalised =>
                WithoutArgument(new NormalisedRate(1), Scale(argument, normalised.Exponent)),
            _ => WithoutArgument(rate, argument),
        };

    private static ImmutableArray<PauliVector> Scale(ImmutableArray<PauliVector> argument, double factor) =>
        [.. argument.Select(r => factor * r)];

    // Drops the argument of a constant rate.
    private static (CollectiveRate Rate, ImmutableArray<PauliVector> Argument) WithoutArgument(
        CollectiveRate rate, ImmutableArray<PauliVector> argument)
    {
        bool constant = argument.All(r => r == PauliVector.Zero)
            || rate is ExponentialRate { Exponent: 0 } or NormalisedRate { Exponent: 0 }
            || (rate is PolynomialRate polynomial && polynomial.Coefficients.Skip(1).All(c => c == 0));
        return constant
            ? (new PolynomialRate([rate.Value(0)]), [.. Enumerable.Repeat(PauliVector.Zero, argument.Length)])
            : (rate, argument);
    }
}
