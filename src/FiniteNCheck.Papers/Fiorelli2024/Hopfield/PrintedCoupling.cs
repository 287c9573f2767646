using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>
/// Appendix B.2 with the Hamiltonian <c>H_2 = (g/2) 1/(2^p N_s) sum_hk w_hk S_z^(h) S_z^(k)</c>: the coefficients of
/// the covariance equation as printed, with a factor in front of every <c>g</c> (1 as printed).
/// </summary>
internal static class PrintedCoupling
{
    /// <summary>The strength <c>g</c> at which the formulas are compared, of the order of the other rates.</summary>
    public const double Strength = 0.6;

    /// <summary>
    /// (B.12), what <c>H_2</c> adds to the drift through the fluctuations of its field:
    /// <c>g sigma_ab(h) delta_bz w_hk</c>.
    /// </summary>
    /// <param name="point">The point.</param>
    /// <param name="factor">The factor in front of <c>g</c>.</param>
    public static Matrix<double> FieldResponse(NetworkPoint point, double factor) => point.Matrix((a, h, b, k) =>
        b == PauliAxis.Z ? factor * point.Network.Coupling * Symplectic(point, a, b, h) * point.Network.Weight(h, k) : 0);

    /// <summary>(B.13), (B.14): (59) with <c>-2 g eps_zab sum_h' w_hh' m_z,h' delta_hk</c> and (B.12).</summary>
    /// <param name="point">The point.</param>
    /// <param name="factor">The factor in front of <c>g</c>.</param>
    public static Matrix<double> Drift(NetworkPoint point, double factor) =>
        PrintedCovariance.Drift(point) + Precession(point, factor) + FieldResponse(point, factor);

    /// <summary>(B.15), printed as the transpose of (B.13), (B.14): <c>g sigma_ab(h) delta_bz w_hk</c> with a minus sign.</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> TransposedDrift(NetworkPoint point) =>
        PrintedCovariance.Drift(point).Transpose() - Precession(point, 1) - FieldResponse(point, 1);

    /// <summary>(B.15) with <c>-g sigma_ab(k) delta_az w_hk</c> for its third term.</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> CorrectedTransposedDrift(NetworkPoint point) =>
        PrintedCovariance.Drift(point).Transpose() - Precession(point, 1) - point.Matrix((a, h, b, k) =>
            a == PauliAxis.Z ? point.Network.Coupling * Symplectic(point, a, b, k) * point.Network.Weight(h, k) : 0);

    /// <summary>The general drift (35).</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> GeneralDrift(NetworkPoint point) => GeneralDrift(point.Model, point);

    /// <summary>
    /// What (35) adds through the fluctuations of the field of <c>H_2</c>: its drift less that of the model in which
    /// this field is a constant.
    /// </summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> GeneralFieldResponse(NetworkPoint point)
    {
        CollectiveModel model = point.Model;
        PauliVector[] fields = [.. model.Fields];
        foreach (PairCoupling pair in model.Couplings)
        {
            // Both ends of a pair, of equal blocks.
            fields[pair.FirstBlock] += pair.Strength * point.M(pair.SecondAxis, pair.SecondBlock) * PauliVector.Along(pair.FirstAxis);
            fields[pair.SecondBlock] += pair.Strength * point.M(pair.FirstAxis, pair.FirstBlock) * PauliVector.Along(pair.SecondAxis);
        }

        return GeneralDrift(point) - GeneralDrift(model with { Fields = [.. fields], Couplings = [] }, point);
    }

    private static Matrix<double> GeneralDrift(CollectiveModel model, NetworkPoint point) =>
        new PrintedCoefficients(model).Drift(point.Averages);

    /// <summary>What the precession about the mean field of <c>H_2</c> adds: <c>-2 g eps_zab sum_h' w_hh' m_z,h' delta_hk</c>.</summary>
    private static Matrix<double> Precession(NetworkPoint point, double factor) => point.Matrix((a, h, b, k) =>
        h == k ? -2 * factor * point.Network.Coupling * PrintedCovariance.LeviCivita(PauliAxis.Z, a, b) * point.Delta(h) : 0);

    /// <summary><c>sigma_ab(h) = 2 eps_abc m_c,h</c> (29).</summary>
    private static double Symplectic(NetworkPoint point, PauliAxis a, PauliAxis b, int h) =>
        2 * Enum.GetValues<PauliAxis>().Sum(c => PrintedCovariance.LeviCivita(a, b, c) * point.M(c, h));
}
