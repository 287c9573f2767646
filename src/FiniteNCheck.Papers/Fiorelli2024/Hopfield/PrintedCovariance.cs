using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>
/// Section 6.3: the coefficients of the covariance equation of the Hopfield network, as printed, each in its own
/// notation.
/// </summary>
internal static class PrintedCovariance
{
    /// <summary><c>Q</c> (59): <c>-2 Omega eps_xab delta_hk + delta_hk delta_ab cosh(beta Delta_h) (-1/2, -1/2, -1)_a</c>.</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> Drift(NetworkPoint point) =>
        point.Matrix(
            (a, h, b, k) =>
                h != k
                    ? 0
                    : (-2 * point.Network.TransverseField * LeviCivita(PauliAxis.X, a, b))
                        + (a == b ? point.Cosh(h) * (a == PauliAxis.Z ? -1 : -0.5) : 0));

    /// <summary><c>Q</c> (66): two equal blocks with <c>cosh</c> of one argument.</summary>
    /// <param name="point">The point, at the symmetry <c>m_2 = -m_1</c>.</param>
    /// <param name="argument">The argument: <c>Delta</c> as printed, <c>beta Delta</c> by (59).</param>
    public static Matrix<double> DriftOfOnePattern(NetworkPoint point, double argument)
    {
        double cosh = Math.Cosh(argument);
        double omega = point.Network.TransverseField;
        return TwoBlocks(new[,] { { -cosh / 2, 0, 0 }, { 0, -cosh / 2, -2 * omega }, { 0, 2 * omega, -cosh } }, between: 0);
    }

    /// <summary><c>Gamma^2 G^sym</c> (61).</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> FrozenRateDiffusion(NetworkPoint point) => point.Matrix((a, h, b, k) =>
    {
        double tanh = Math.Tanh(point.Beta * point.Delta(h));
        return h != k ? 0 : point.Cosh(h) * (a, b) switch
        {
            (PauliAxis.Z, PauliAxis.Z) => 2 * (1 - (tanh * point.M(PauliAxis.Z, h))),
            (PauliAxis.Z, _) => -tanh * point.M(b, h),
            (_, PauliAxis.Z) => -tanh * point.M(a, h),
            _ => a == b ? 1 : 0,
        };
    });

    /// <summary><c>Gamma^2 G^sym</c> (67), with <c>tanh(Delta)</c> and without a factor in front.</summary>
    /// <param name="point">The point, at the symmetry <c>m_2 = -m_1</c>.</param>
    public static Matrix<double> FrozenRateDiffusionOfOnePattern(NetworkPoint point)
    {
        double tanh = Math.Tanh(point.Delta(0));
        double y = -tanh * point.M(PauliAxis.Y, 0);
        return TwoBlocks(new[,] { { 1, 0, 0 }, { 0, 1, y }, { 0, y, 2 * (1 - (tanh * point.M(PauliAxis.Z, 0))) } }, between: 0);
    }

    /// <summary><c>Gamma^2 G^sym</c> (67) with <c>beta Delta</c> for <c>Delta</c> and the factor <c>cosh(beta Delta)</c> of (61).</summary>
    /// <param name="point">The point, at the symmetry <c>m_2 = -m_1</c>.</param>
    public static Matrix<double> CorrectedFrozenRateDiffusionOfOnePattern(NetworkPoint point)
    {
        double cosh = point.Cosh(0);
        double sinh = point.Sinh(0);
        double y = -sinh * point.M(PauliAxis.Y, 0);
        return TwoBlocks(new[,] { { cosh, 0, 0 }, { 0, cosh, y }, { 0, y, 2 * (cosh - (sinh * point.M(PauliAxis.Z, 0))) } }, between: 0);
    }

    /// <summary><c>sigma S_1^sym sigma^T + sigma S_2^sym sigma^T</c> (62), (63).</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> SlopeDiffusion(NetworkPoint point) => point.Matrix((a, h, b, k) =>
    {
        double beta = point.Beta;
        double first = beta * beta / 8 * Blocks(point).Sum(q => (point.Cosh(q) - (point.M(PauliAxis.Z, q) * point.Sinh(q)))
            * point.Network.Weight(h, q) * point.Network.Weight(q, k));
        double second = -beta / 8 * point.Network.Weight(h, k) * (point.Cosh(h) + point.Cosh(k));
        return SymplecticToZ(point, a, h) * (first + second) * SymplecticToZ(point, b, k);
    });

    /// <summary>
    /// What (64) prints in the place of (62) + (63):
    /// <c>beta^2/8 sigma_az(h) sum_k' [cosh(beta Delta_h) + cosh(beta Delta_k)] sigma_bz(k)</c>.
    /// </summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> SlopeDiffusionOfCollectedEquation(NetworkPoint point) =>
        point.Matrix(
            (a, h, b, k) =>
                point.Beta
                * point.Beta
                / 8
                * SymplecticToZ(point, a, h)
                * Blocks(point).Sum(_ => point.Cosh(h) + point.Cosh(k))
                * SymplecticToZ(point, b, k));

    /// <summary>
    /// <c>sigma S^sym sigma^T</c> (68): <c>beta m_y^2 [beta/2 m_z sinh(Delta) + (beta/2 - 1) cosh(Delta)]</c> in
    /// every xx element.
    /// </summary>
    /// <param name="point">The point, at the symmetry <c>m_2 = -m_1</c>.</param>
    public static Matrix<double> SlopeDiffusionOfOnePattern(NetworkPoint point)
    {
        double beta = point.Beta;
        double delta = point.Delta(0);
        return OnlyXx(point, beta * ((beta / 2 * point.M(PauliAxis.Z, 0) * Math.Sinh(delta)) + (((beta / 2) - 1) * Math.Cosh(delta))));
    }

    /// <summary>
    /// What follows from (62) and (63):
    /// <c>beta m_y^2 [(beta/4 - 1/2) cosh(beta Delta) - beta/4 m_z sinh(beta Delta)]</c> in every xx element.
    /// </summary>
    /// <param name="point">The point, at the symmetry <c>m_2 = -m_1</c>.</param>
    public static Matrix<double> CorrectedSlopeDiffusionOfOnePattern(NetworkPoint point)
    {
        double beta = point.Beta;
        return OnlyXx(point, beta * ((((beta / 4) - 0.5) * point.Cosh(0)) - (beta / 4 * point.M(PauliAxis.Z, 0) * point.Sinh(0))));
    }

    /// <summary>The Levi-Civita symbol <c>eps_abc</c>.</summary>
    /// <param name="a">First index.</param>
    /// <param name="b">Second index.</param>
    /// <param name="c">Third index.</param>
    public static int LeviCivita(PauliAxis a, PauliAxis b, PauliAxis c) => ((int)a - (int)b) * ((int)b - (int)c) * ((int)c - (int)a) / 2;

    private static Matrix<double> OnlyXx(NetworkPoint point, double factor)
    {
        double y = point.M(PauliAxis.Y, 0);
        return TwoBlocks(new[,] { { factor * y * y, 0, 0 }, { 0, 0, 0 }, { 0, 0, 0 } }, between: 1);
    }

    private static Matrix<double> TwoBlocks(double[,] block, double between)
    {
        var blocks = Matrix<double>.Build.DenseOfArray(new[,] { { 1, between }, { between, 1 } });
        return blocks.KroneckerProduct(Matrix<double>.Build.DenseOfArray(block));
    }

    private static IEnumerable<int> Blocks(NetworkPoint point) => Enumerable.Range(0, point.Network.BlockCount);

    /// <summary><c>sigma_az(h) = 2 eps_azc m_c,h</c> (29).</summary>
    private static double SymplecticToZ(NetworkPoint point, PauliAxis a, int h) =>
        2 * Enum.GetValues<PauliAxis>().Sum(c => LeviCivita(a, PauliAxis.Z, c) * point.M(c, h));
}
