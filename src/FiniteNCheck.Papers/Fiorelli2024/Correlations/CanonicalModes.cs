using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>
/// Whether a transformation of the six fluctuations gives two modes with <c>[r_x,k, r_y,k] = i</c>, and fluctuations
/// <c>F_z,k</c> along the averages that commute with everything: its <c>T sigma T^T</c> against the canonical form.
/// </summary>
/// <param name="transformation">The matrix <c>T</c> of (71) at averages.</param>
internal sealed class CanonicalModes(Func<Vector<double>, Matrix<double>> transformation)
{
    private const double Rounding = 1e-13;

    private static readonly (double Temperature, double Field)[] Places = [(0.4, 0.4), (0.5, 0.2), (0.6, 0.1), (0.7, 0.15)];

    /// <summary>Compares at points of the retrieval phase.</summary>
    public Finding Check() => Finding.All(
        Block("commutator [r_x,1, r_y,1] against i", 0),
        Block("commutator [r_x,2, r_y,2] against i", 1),
        IdentityJudge.Judge("all other commutators against 0", Places.Select(place => Residual(place, Others)), Rounding));

    private Finding Block(string what, int block) =>
        IdentityJudge.Judge(
            what,
            Places.Select(place => Residual(place, form => Math.Abs(form[3 * block, (3 * block) + 1] - 1))),
            Rounding);

    private (string Point, double Residual) Residual((double Temperature, double Field) place, Func<Matrix<double>, double> residual)
    {
        var point = PlanePoint.At(place.Temperature, place.Field);
        Matrix<double> t = transformation(point.Averages!);
        return (point.Name, residual(t * Fluctuations.Symplectic(point.Averages!) * t.Transpose()));
    }

    private static double Others(Matrix<double> form)
    {
        Matrix<double> rest = form.Clone();
        rest[0, 1] = rest[1, 0] = rest[3, 4] = rest[4, 3] = 0;
        return rest.Enumerate().Max(Math.Abs);
    }
}
