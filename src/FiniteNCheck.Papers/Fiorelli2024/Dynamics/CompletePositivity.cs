using System.Globalization;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Papers.Fiorelli2024.Dynamics;

/// <summary>
/// Whether the map of Weyl operators <c>Phi_t[W(r)] = exp(-r.Y_t r/2) W(X_t^T r)</c> of (35), (36) is completely positive, as the limit of
/// quantum channels must be: <c>Y_t + i/2 (sigma(t) - X_t sigma(0) X_t^T) &gt;= 0</c>, with
/// the matrices of commutators after and before. It uses the mean field and the map alone; nothing is simulated at finite N.
/// </summary>
internal static class CompletePositivity
{
    // Errors of X and Y are 1e-12 or so.
    private const double Uncertainty = 1e-10;

    private static readonly double[] Times = [0.5, 1, 1.5, 2];

    /// <summary>Computes the smallest eigenvalues.</summary>
    /// <param name="run">The run.</param>
    /// <param name="drift">The drift of (35).</param>
    public static Finding Check(ClaimRun run, Drift drift) =>
        LowerBoundJudge.Judge("smallest eigenvalue of Y + i/2 (sigma(t) - X sigma(0) X^T)", Values(run, drift), 0);

    private static IEnumerable<BoundedValue> Values(ClaimRun run, Drift drift)
    {
        foreach ((double temperature, double field) in new[] { (0.5, 0.35), (0.4, 0.3), (0.5, 0.2), (0.6, 0.3), (2, 0.2) })
        {
            run.Cancellation.ThrowIfCancellationRequested();
            CollectiveModel model = ModelPoints.Network([[1]], temperature, field, new ProductState([new PauliVector(0.3, -0.2, 0.5)]));
            TheoryResult limit = LimitTheory.Solve(model, [0, .. Times], drift, run.Cancellation);
            for (int t = 1; t <= Times.Length; t++)
            {
                double time = limit.Moments.Times[t];
                string name = string.Create(CultureInfo.InvariantCulture, $"T = {temperature}, Omega = {field}, t = {time}");
                yield return new BoundedValue(name, SmallestEigenvalue(limit, t), Uncertainty);
            }
        }
    }

    private static double SmallestEigenvalue(TheoryResult limit, int t)
    {
        Matrix<double> x = Matrix<double>.Build.DenseOfArray(limit.Propagator[t]);
        Matrix<double> lost = Matrix<double>.Build.DenseOfArray(limit.Symplectic[t])
            - (x * Matrix<double>.Build.DenseOfArray(limit.Symplectic[0]) * x.Transpose());
        Matrix<Complex> form = Matrix<double>.Build.DenseOfArray(limit.Noise[t]).ToComplex() + (lost.ToComplex() * new Complex(0, 0.5));
        return form.Evd(Symmetricity.Hermitian).EigenValues.Min(value => value.Real);
    }
}
