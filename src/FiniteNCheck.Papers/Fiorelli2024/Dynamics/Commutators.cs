using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Dynamics;

/// <summary>
/// Whether a drift keeps the commutation relations (29): the fluctuations at time <c>t</c> have the symplectic matrix
/// of the averages at <c>t</c>, <c>dsigma/dt = Q sigma + sigma Q^T + 2 Im C</c>. An identity in the averages; nothing
/// is simulated.
/// </summary>
/// <param name="drift">The drift <c>Q</c>, from the coefficients of a model at averages.</param>
internal sealed class Commutators(Func<Fluctuations, Vector<double>, Matrix<double>> drift)
{
    private const double Rounding = 1e-12;

    /// <summary>Compares both sides.</summary>
    public Finding Check() =>
        IdentityJudge.Judge(
            "d sigma/dt against Q sigma + sigma Q^T + 2 Im C",
            ModelPoints.Generic().Select(Residual),
            Rounding);

    private (string Point, double Residual) Residual(ModelPoint point)
    {
        var fluctuations = new Fluctuations(point.Model);
        Matrix<double> sigma = Fluctuations.Symplectic(point.Averages);
        Matrix<double> q = drift(fluctuations, point.Averages);
        Matrix<double> noise = 2 * fluctuations.CommutatorNoise(point.Averages);

        // sigma is linear in the averages.
        Matrix<double> derivative = Fluctuations.Symplectic(fluctuations.MeanField.Flow(point.Averages));
        Matrix<double> right = (q * sigma) + (sigma * q.Transpose()) + noise;
        return (point.Name, (derivative - right).L2Norm() / (derivative.L2Norm() + right.L2Norm() + noise.L2Norm()));
    }
}
