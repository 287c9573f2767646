using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>A formula for a matrix of the Hopfield network against the same matrix from elsewhere, at several points.</summary>
/// <param name="What">What is compared with what.</param>
/// <param name="Formula">The formula under test.</param>
/// <param name="Reference">The matrix that it should be.</param>
/// <param name="Points">Where.</param>
internal sealed record NetworkFormula(
    string What,
    Func<NetworkPoint, Matrix<double>> Formula,
    Func<NetworkPoint, Matrix<double>> Reference,
    Func<IEnumerable<NetworkPoint>> Points)
{
    // A few hundred roundings of terms of order one.
    private const double Rounding = 1e-12;

    /// <summary>Compares both.</summary>
    public Finding Check() => IdentityJudge.Judge(What, Points().Select(Residual), Rounding);

    private (string Point, double Residual) Residual(NetworkPoint point)
    {
        Matrix<double> formula = Formula(point);
        Matrix<double> reference = Reference(point);
        double scale = formula.FrobeniusNorm() + reference.FrobeniusNorm();
        return (point.Name, scale == 0 ? 0 : (formula - reference).FrobeniusNorm() / scale);
    }
}
