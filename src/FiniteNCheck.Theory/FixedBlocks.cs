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
    /// <param name="model">The model, its initial state a product.</param>
    /// <param name="growing">The limit of its growing blocks.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">Spins of fixed blocks act on each other.</exception>
    public static TheoryResult Add(CollectiveModel model, TheoryResult growing, CancellationToken cancellationToken)
    {
        LimitModel.RequireDrivenSpins(model);
        double[][] fine = Averages(model, growing.Moments.Times, LimitTheory.LocalTolerance, cancellationToken);
        double[][] coarse = Averages(model, growing.Moments.Times, LimitTheory.CoarseTolerance, cancellationToken);
        int[] kept =
        [
            .. Enumerable.Range(0, PauliAlgebra.Axes * model.Blocks.Length).Where(i => !LimitModel.IsFixed(model, i / PauliAlgebra.Axes)),
        ];
        Matrix<double>[] products = [.. fine.Select(mean => Fluctuations.ProductCovariance(Vector<double>.Build.Dense(mean)))];
        Matrix<double>[] commutators = [.. fine.Select(mean => Fluctuations.Symplectic(Vector<double>.Build.Dense(mean)))];
        Matrix<double>[] zero = [.. fine.Select(mean => Matrix<double>.Build.Dense(mean.Length, mean.Length))];
        return growing with
        {
            Moments = new MomentSeries(
                growing.Moments.Times,
                [.. fine.Select((mean, t) => Place(mean, growing.Moments.Mean[t], kept))],
                Place(products, growing.Moments.Covariance, kept)),
            Symplectic = Place(commutators, growing.Symplectic, kept),
            Propagator = Place(zero, growing.Propagator, kept),
            Noise = Place(zero, growing.Noise, kept),
            Stationary = null,
            StationaryCovariance = null,
            Reason = "the model has blocks of fixed size, which have no fluctuations in the limit",
            MeanError = Math.Max(growing.MeanError, RunDifference.Largest(fine.SelectMany(m => m), coarse.SelectMany(m => m))),
        };
    }

    private static double[][] Averages(
        CollectiveModel model, ImmutableArray<double> times, double tolerance, CancellationToken cancellationToken) =>
        ModelIntegration.Run(
            model,
            static each =>
            {
                var flow = new MeanField(each);
                return new DenseImplicitSystem(flow.Dimension, flow.Flow, flow.Jacobian);
            },
            InitialStateResolution.Averages(model).ToArray(),
            times,
            tolerance,
            cancellationToken);

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
