namespace FiniteNCheck.Numerics;

/// <summary>
/// What is known of finite-size corrections from elsewhere than the ladder: the coefficient of <c>1/N</c> of the quantity itself, and how large those
/// of all powers can be, <c>Size Reach^k</c> for <c>N^-k</c>. A ladder whose sizes are not well above <c>Reach</c> has not begun to converge, whatever
/// its values look like. It widens uncertainties and never moves a limit.
/// </summary>
/// <param name="Coefficient">The coefficient of <c>1/N</c>.</param>
/// <param name="Size">The natural size of the quantity, positive.</param>
/// <param name="Reach">The size N at which the first correction would be as large as the quantity, not negative.</param>
public sealed record ForeseenCorrections(double Coefficient, double Size, double Reach)
{
    /// <summary>
    /// The first term that an elimination of as many powers of <c>1/N</c> as there are sizes, less one, leaves in the limit:
    /// <c>Size prod_i Reach/N_i</c>, the error of interpolation at <c>1/N = 0</c> by the coefficient of the next power.
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
    /// The limit that values approach if the coefficient of <c>1/N</c> is right: that term is taken off, and as many of the powers
    /// <c>N^-2, N^-3, ...</c> are eliminated as there are sizes, less one.
    /// </summary>
    /// <param name="sizes">The sizes N, at least two, smallest first.</param>
    /// <param name="values">The values at these sizes.</param>
    public double Limit(ReadOnlySpan<double> sizes, ReadOnlySpan<double> values)
    {
        double[] inverse = new double[sizes.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            inverse[i] = sizes[0] / sizes[i];
        }

        double[] weights = PowerBasis.LimitWeights(2, inverse);
        double limit = 0;
        for (int i = 0; i < sizes.Length; i++)
        {
            limit += weights[i] * (values[i] - (Coefficient / sizes[i]));
        }

        return limit;
    }
}
