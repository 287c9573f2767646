using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>
/// Whether stationary covariances of the retrieval phase obey the uncertainty relation <c>Sigma + i sigma/2 >= 0</c>,
/// and its form for the two modes, <c>nu_- >= 1</c>, over the (T, Omega) plane.
/// </summary>
/// <param name="covariance">The stationary covariance at a point, or <see langword="null"/> where there is none.</param>
internal sealed class UncertaintyRelation(Func<PlanePoint, Matrix<double>?> covariance)
{
    // A few roundings of the Lyapunov equation's solution.
    private const double Rounding = 1e-11;

    private const int QuickPoints = 6;
    private const int FullPoints = 24;

    /// <summary>The covariance that the equation (50) settles to with a drift.</summary>
    /// <param name="drift">Which drift.</param>
    public static Func<PlanePoint, Matrix<double>?> Stationary(Drift drift) =>
        point => StationaryCovariance.At(point.Coefficients, point.Averages!, drift).Covariance;

    /// <summary>Looks at a grid of the retrieval phase.</summary>
    /// <param name="run">The run.</param>
    public Finding Check(ClaimRun run)
    {
        int count = run.Effort.Choose(QuickPoints, FullPoints);
        List<BoundedValue> eigenvalues = [];
        List<BoundedValue> modes = [];
        foreach (PlanePoint point in PlanePoint.Grid(PlanePoint.Between(0.3, 0.8, count), PlanePoint.Between(0.05, 0.35, count)))
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (point.Phase == Phase.Retrieval && covariance(point) is { } cov)
            {
                double size = Rounding * cov.L2Norm();
                eigenvalues.Add(
                    new(
                        point.Name,
                        SymplecticAlgebra.SmallestEigenvalue(cov, Fluctuations.Symplectic(point.Averages!) / 2),
                        size));
                modes.Add(
                    new(
                        point.Name,
                        GaussianCorrelations.Compute(cov, point.Averages!).Smaller,
                        size / TwoModeReduction.Length(point.Averages!)));
            }
        }

        return Finding.All(
            LowerBoundJudge.Judge("smallest eigenvalue of Sigma + i sigma/2", eigenvalues, 0),
            LowerBoundJudge.Judge("smallest symplectic eigenvalue nu_- of the two modes", modes, 1));
    }
}
