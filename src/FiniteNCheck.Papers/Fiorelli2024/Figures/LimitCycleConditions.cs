namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>
/// The conditions under which the paper expects the limit cycle, with <c>Omega~ = Omega/cosh(beta o_z)</c> (B.4) at
/// the stationary overlap, which is 0 where (B.4) has no other solution.
/// </summary>
public static class LimitCycleConditions
{
    private const double MinField = 0.25;
    private const double HopfBeta = 1.5;

    /// <summary>Section 6.2: <c>Omega > 1/4, beta > 3/2, beta > 1 + 8 Omega~^2</c>.</summary>
    /// <param name="beta">The inverse temperature.</param>
    /// <param name="field">The transverse field <c>Omega</c>.</param>
    /// <param name="scaled">The scaled field <c>Omega~</c>.</param>
    public static bool OfText(double beta, double field, double scaled) =>
        field > MinField && beta > HopfBeta && beta > 1 + (8 * scaled * scaled);

    /// <summary>Appendix B.1: <c>beta &lt; 3/2, Omega > 1/4, beta &lt; 1 + 8 Omega~^2</c>.</summary>
    /// <param name="beta">The inverse temperature.</param>
    /// <param name="field">The transverse field <c>Omega</c>.</param>
    /// <param name="scaled">The scaled field <c>Omega~</c>.</param>
    public static bool OfAppendix(double beta, double field, double scaled) =>
        field > MinField && beta < HopfBeta && beta < 1 + (8 * scaled * scaled);

    /// <summary>
    /// What the two have right between them: <c>Omega > 1/4, beta > 3/2, beta &lt; 1 + 8 Omega~^2</c>. The
    /// paramagnetic state is unstable beyond its Hopf bifurcation, and (B.4) has no solution but zero, since at any
    /// other <c>1 + 8 Omega~^2 = tanh(beta o_z)/o_z &lt; beta</c>.
    /// </summary>
    /// <param name="beta">The inverse temperature.</param>
    /// <param name="field">The transverse field <c>Omega</c>.</param>
    /// <param name="scaled">The scaled field <c>Omega~</c>.</param>
    public static bool Corrected(double beta, double field, double scaled) =>
        field > MinField && beta > HopfBeta && beta < 1 + (8 * scaled * scaled);
}
