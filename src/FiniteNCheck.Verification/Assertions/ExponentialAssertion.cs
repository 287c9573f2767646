namespace FiniteNCheck.Verification.Assertions;

/// <summary>
/// A quantity falls or grows like <c>A exp(-r N)</c>. The rate is the limit of the local rates <c>-ln(q_2/q_1)/(N_2 - N_1)</c> between
/// neighbouring sizes, the prefactor that of <c>q exp(r N)</c>. Both approach their limits in powers of 1/N; a power of N beside the
/// exponential changes the local rates at order 1 and leaves no prefactor.
/// </summary>
/// <remarks>The local rates of a power of N vanish in the limit, so that a rate other than 0 is refuted for it.</remarks>
/// <param name="Rate">The rate r, per spin; positive where the quantity falls.</param>
/// <param name="Prefactor">The prefactor A; <see langword="null"/> if none is claimed.</param>
public sealed record ExponentialAssertion(double Rate, double? Prefactor) : Assertion
{
    /// <inheritdoc/>
    internal override string Description => string.Empty;

    /// <inheritdoc/>
    internal override bool HasDistances => false;

    /// <inheritdoc/>
    internal override IEnumerable<ElementFinding> Judge(Comparison comparison) => LawLadder.Judge(
        comparison,
        ElementName.OfRate(comparison.Name),
        Rate,
        Prefactor,
        new LawLadder.Law(
            static (one, next) => one.Spins - next.Spins,
            Between,
            point => Math.Exp(Rate * point.Spins),
            static point => point.Spins));

    // The size to which a rate between two sizes belongs: a factor N^b changes it by b over the logarithmic mean of the two.
    private static double Between(LadderPoint one, LadderPoint next) =>
        (next.Spins - one.Spins) / Math.Log((double)next.Spins / one.Spins);
}
