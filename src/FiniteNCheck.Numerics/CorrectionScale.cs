namespace FiniteNCheck.Numerics;

/// <summary>
/// How large finite-size corrections can be, known from elsewhere than the ladder: the coefficient of <c>N^-k</c> is taken to be of the size
/// <c>Size Reach^k</c>. A ladder whose sizes are not well above <c>Reach</c> has not begun to converge, whatever its values look like.
/// </summary>
/// <param name="Size">The natural size of the quantity, positive.</param>
/// <param name="Reach">The size N at which the first correction would be as large as the quantity, not negative.</param>
public sealed record CorrectionScale(double Size, double Reach)
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
}
