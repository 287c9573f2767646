namespace FiniteNCheck.Numerics;

/// <summary>
/// Finite-size corrections predicted independently of the ladder: the coefficient of <c>1/N</c>, and the estimate
/// <c>Size Reach^k</c> for the coefficient of <c>N^-k</c>. A ladder whose sizes are not well above <c>Reach</c> has not begun to
/// converge, whatever its values look like. The prediction widens uncertainties and never moves a limit.
/// </summary>
/// <param name="Coefficient">
/// The coefficient of <c>1/N</c>; <see langword="null"/> where only the scale of the corrections is known.
/// </param>
/// <param name="Size">The natural scale of the quantity, positive.</param>
/// <param name="Reach">The size N at which the first correction would equal the scale of the quantity, not negative.</param>
public sealed record ForeseenCorrections(double? Coefficient, double Size, double Reach)
{
    /// <summary>The scale of the corrections of <c>N^power (q_N - p_N)</c>, whose own coefficients are not known.</summary>
    /// <param name="power">The power, not negative.</param>
    public ForeseenCorrections OfDifference(double power) => new(Coefficient: null, Size * Math.Pow(Reach, power), Reach);

    /// <summary>
    /// The first term left in the limit after <c>k</c> powers of <c>1/N</c> have been eliminated from <c>k + 1</c> sizes:
    /// <c>Size prod_i Reach/N_i</c>, the interpolation error at <c>1/N = 0</c> due to the next power.
    /// </summary>
    /// <param name="sizes">The sizes N that are combined.</param>
    public double Remainder(ReadOnlySpan<double> sizes)
    {
        double remainder = Size;
        foreach (double size in sizes)
        {
            remainder *= Reach / size;
        }

        return remainder;
    }

    /// <summary>
    /// The limit of the values if the coefficient of <c>1/N</c> is right: that term is subtracted, and the powers
    /// <c>N^-2, ..., N^-(k+1)</c> are eliminated from <c>k + 1</c> sizes.
    /// </summary>
    /// <param name="sizes">The sizes N, at least two, smallest first.</param>
    /// <param name="values">The values at these sizes.</param>
    /// <exception cref="InvalidOperationException">The coefficient is not known.</exception>
    public double Limit(ReadOnlySpan<double> sizes, ReadOnlySpan<double> values)
    {
        double coefficient = Coefficient ?? throw new InvalidOperationException("The coefficient of 1/N is not known.");
        double[] inverse = new double[sizes.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            inverse[i] = sizes[0] / sizes[i];
        }

        double[] weights = PowerBasis.LimitWeights(2, inverse);
        double limit = 0;
        for (int i = 0; i < sizes.Length; i++)
        {
            limit += weights[i] * (values[i] - (coefficient / sizes[i]));
        }

        return limit;
    }
}
