namespace FiniteNCheck.Verification.Assertions;

/// <summary>
/// A quantity grows or falls like <c>A N^p</c>. The exponent is the limit of the local exponents <c>ln(q_2/q_1)/ln(N_2/N_1)</c> between
/// neighbouring sizes, the prefactor that of <c>q/N^p</c>. Both approach their limits in powers of <c>N^-step</c>.
/// </summary>
/// <param name="Exponent">The exponent p.</param>
/// <param name="Prefactor">The prefactor A; <see langword="null"/> if none is claimed.</param>
/// <param name="Step">The power of 1/N by which successive corrections differ, positive and at most 1.</param>
public sealed record ScalingAssertion(double Exponent, double? Prefactor, double Step) : Assertion
{
    private static readonly int[] Denominators = [1, 2, 3, 4];

    /// <summary>
    /// The step that goes with an exponent: the smallest fraction 1/2, 1/3 or 1/4 of which it is a multiple, and 1 for whole exponents and
    /// all others.
    /// </summary>
    /// <param name="exponent">The exponent.</param>
    public static double StepFor(double exponent) =>
        1.0 / Denominators.FirstOrDefault(d => Math.Abs((exponent * d) - Math.Round(exponent * d)) < 1e-6, 1);

    /// <inheritdoc/>
    internal override string Description => string.Empty;

    /// <inheritdoc/>
    internal override bool HasDistances => false;

    /// <inheritdoc/>
    internal override IEnumerable<ElementFinding> Judge(Comparison comparison) => LawLadder.Judge(
        comparison,
        ElementName.OfExponent(comparison.Name),
        Exponent,
        Prefactor,
        new LawLadder.Law(
            static (one, next) => Math.Log((double)next.Spins / one.Spins),
            Between,
            point => Math.Pow(point.Spins, -Exponent),
            point => Math.Pow(point.Spins, Step)));

    // The size to which an exponent between two sizes belongs, to the power of the step s. A correction c N^-s to the quantity changes the
    // exponent by c times the difference of N^-s over that of ln N, which is -s c N^-s at this size, however far apart the two are.
    private double Between(LadderPoint one, LadderPoint next) =>
        Step * Math.Log((double)next.Spins / one.Spins) / (Math.Pow(one.Spins, -Step) - Math.Pow(next.Spins, -Step));
}
