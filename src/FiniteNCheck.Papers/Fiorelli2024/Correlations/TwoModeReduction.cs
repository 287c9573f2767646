using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>
/// From the six fluctuations of two anti-aligned blocks to two bosonic modes, (69)-(73): each block's frame is turned
/// about x so that its z axis lies along the averages of block 1, and the two transverse fluctuations are divided by
/// <c>sqrt(2|m|)</c>.
/// </summary>
internal static class TwoModeReduction
{
    private const int Axes = 3;

    /// <summary>The length <c>|m|</c> of the averages of block 1, <c>m_x = 0</c>.</summary>
    /// <param name="m">The averages of both blocks.</param>
    public static double Length(Vector<double> m) => Math.Sqrt((m[1] * m[1]) + (m[2] * m[2]));

    /// <summary>
    /// <c>(1_2 x R)(1_2 x U)</c> of (71), as printed: the same <c>U</c> (69) and <c>R</c> (70) for both blocks. Rows are
    /// <c>r_x,1, r_y,1, F_z,1, r_x,2, r_y,2, F_z,2</c>.
    /// </summary>
    /// <param name="m">The averages of both blocks; those of block 1, <c>m_x = 0</c>, fix the frame.</param>
    public static Matrix<double> Printed(Vector<double> m)
    {
        double length = Length(m);
        (double y, double z) = (m[1] / length, m[2] / length);
        var u = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0, 0 }, { 0, z, -y }, { 0, y, z } });
        double scale = 1 / Math.Sqrt(2 * length);
        var r = Matrix<double>.Build.DenseOfDiagonalArray([scale, scale, 1]);
        return Matrix<double>.Build.DenseIdentity(2).KroneckerProduct(r * u);
    }

    /// <summary>
    /// The same with <c>r_y,2</c> reversed: block 2 is anti-aligned, its <c>m_z</c> in the turned frame is <c>-|m|</c>, and only so is
    /// <c>[r_x,2, r_y,2] = i</c>.
    /// </summary>
    /// <param name="m">The averages of both blocks.</param>
    public static Matrix<double> Canonical(Vector<double> m)
    {
        Matrix<double> transformation = Printed(m);
        transformation.SetRow(Axes + 1, -transformation.Row(Axes + 1));
        return transformation;
    }

    /// <summary>The matrix <c>2 Sigma_2</c> (73) in canonical quadratures <c>x_1, y_1, x_2, y_2</c>; that of the vacuum is 1.</summary>
    /// <param name="covariance">The covariance of the six fluctuations (30).</param>
    /// <param name="m">The averages of both blocks.</param>
    public static Matrix<double> TwoModeCovariance(Matrix<double> covariance, Vector<double> m)
    {
        Matrix<double> transformation = Canonical(m);
        Matrix<double> quadratures = 2 * transformation * covariance * transformation.Transpose();
        return quadratures.RemoveRow(5).RemoveRow(2).RemoveColumn(5).RemoveColumn(2);
    }
}
