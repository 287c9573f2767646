using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>
/// Adds blocks of fixed size to the limit of the growing ones. Each of their spins obeys a linear master equation whose coefficients follow
/// the mean field: it is the mean-field flow with the share 0, which leaves the growing blocks alone. Spins stay a product, so that
/// <c>Sigma = 1 - m m^T</c> inside the block; correlations with the growing blocks vanish like <c>n^(-1/2)</c>.
/// </summary>
internal static class FixedBlocks
{
    /// <summary>The limit of all blocks of a model.</summary>
    /// <param name="problem">The model.</param>
    /// <param name="growing">The limit of its growing blocks.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">Sites of fixed blocks act on each other.</exception>
    public static TheoryResult Add(LimitProblem problem, TheoryResult growing, CancellationToken cancellationToken)
    {
        problem.RequireDrivenSites();
        Vector<double>[] fine = Averages(problem, growing.Moments.Times, LimitTheory.LocalTolerance, cancellationToken);
        Vector<double>[] coarse = Averages(problem, growing.Moments.Times, LimitTheory.CoarseTolerance, cancellationToken);
        double[][] means = [.. fine.Select(mean => problem.Observed(mean).ToArray())];
        double[][] coarseMeans = [.. coarse.Select(mean => problem.Observed(mean).ToArray())];
        ImmutableArray<int> blocks = problem.Model.ObservableBlocks;
        int[] kept = [.. Enumerable.Range(0, blocks.Length).Where(i => problem.Model.Blocks[blocks[i]].Size is null)];
        Matrix<double>[] products = [.. fine.Select(mean => problem.ObservedProducts(problem.ProductCovariance(mean)))];
        Matrix<double>[] commutators = [.. fine.Select(mean => problem.ObservedProducts(problem.Symplectic(mean)))];
        Matrix<double>[] zero = [.. means.Select(mean => Matrix<double>.Build.Dense(mean.Length, mean.Length))];
        return growing with
        {
            Moments = new MomentSeries(
                growing.Moments.Times,
                [.. means.Select((mean, t) => Place(mean, growing.Moments.Mean[t], kept))],
                Place(products, growing.Moments.Covariance, kept)),
            Symplectic = Place(commutators, growing.Symplectic, kept),
            Propagator = Place(zero, growing.Propagator, kept),
            Noise = Place(zero, growing.Noise, kept),
            Stationary = null,
            StationaryCovariance = null,
            Reason = "the model has blocks of fixed size, which have no fluctuations in the limit",
            MeanError = Math.Max(growing.MeanError, RunDifference.Largest(means.SelectMany(m => m), coarseMeans.SelectMany(m => m))),
        };
    }

    private static Vector<double>[] Averages(
        LimitProblem problem, ImmutableArray<double> times, double tolerance, CancellationToken cancellationToken)
    {
        double[][] states =
            ModelIntegration.Run(problem.Model, FlowOf, problem.Start.ToArray(), times, tolerance, cancellationToken);
        return [.. states.Select(state => Vector<double>.Build.Dense(state))];

        DenseImplicitSystem FlowOf(SymmetricModel model)
        {
            MeanFieldFlow flow = problem.FlowOf(model);
            return new DenseImplicitSystem(flow.Dimension, flow.Flow, flow.Jacobian);
        }
    }

    private static double[] Place(double[] all, double[] growing, int[] kept)
    {
        double[] placed = (double[])all.Clone();
        for (int i = 0; i < kept.Length; i++)
        {
            placed[kept[i]] = growing[i];
        }

        return placed;
    }

    private static ImmutableArray<double[,]> Place(Matrix<double>[] all, ImmutableArray<double[,]> growing, int[] kept) =>
    [
        .. all.Select((matrix, t) =>
        {
            double[,] placed = matrix.ToArray();
            for (int i = 0; i < kept.Length; i++)
            {
                for (int k = 0; k < kept.Length; k++)
                {
                    placed[kept[i], kept[k]] = growing[t][i, k];
                }
            }

            return placed;
        }),
    ];
}
