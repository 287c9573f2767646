using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>The state of the limit at one time.</summary>
/// <param name="Averages">The mean field <c>m</c>.</param>
/// <param name="Propagator">The propagator <c>X_t</c>.</param>
/// <param name="Noise">The accumulated noise <c>Y_t</c>.</param>
/// <param name="Covariance">The covariance <c>X_t Sigma(0) X_t^T + Y_t</c>.</param>
internal sealed record CovarianceSample(
    Vector<double> Averages,
    Matrix<double> Propagator,
    Matrix<double> Noise,
    Matrix<double> Covariance);

/// <summary>Computes the mean field and the covariance at a list of times with a given tolerance.</summary>
internal static class CovarianceTrajectory
{
    /// <summary>Integrates (22) and (35) of a model that may depend on time, from a product state.</summary>
    /// <param name="problem">The model.</param>
    /// <param name="drift">The drift to use.</param>
    /// <param name="times">The times, non-negative and increasing.</param>
    /// <param name="tolerance">The local error allowed per step.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public static CovarianceSample[] Integrate(
        LimitProblem problem, Drift drift, IReadOnlyList<double> times, double tolerance, CancellationToken cancellationToken)
    {
        CovarianceFlow layout = FlowOf(problem.Model.At(0));
        Matrix<double> initial = problem.ProductCovariance(problem.Start);
        double[][] states =
            ModelIntegration.Run(problem.Model, FlowOf, layout.Start(problem.Start), times, tolerance, cancellationToken);
        return [.. states.Select(state => Sample(layout, state, initial))];

        CovarianceFlow FlowOf(SymmetricModel model) => new(problem.CoefficientsOf(model), drift);
    }

    private static CovarianceSample Sample(CovarianceFlow flow, double[] state, Matrix<double> initial)
    {
        Matrix<double> x = flow.Propagator(state);
        Matrix<double> y = Symmetrised(flow.Noise(state));
        return new CovarianceSample(flow.Averages(state), x, y, Symmetrised((x * initial * x.Transpose()) + y));
    }

    private static Matrix<double> Symmetrised(Matrix<double> matrix) => (matrix + matrix.Transpose()) / 2;
}
