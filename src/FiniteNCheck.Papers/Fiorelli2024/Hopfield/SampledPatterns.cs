using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>
/// A network whose patterns were drawn at random for N spins: its blocks hold those spins that agree in all patterns,
/// and are of different sizes.
/// </summary>
/// <param name="Point">The network of equal blocks, the columns of its patterns all tuples of signs, with averages.</param>
/// <param name="Counts">The number of spins of each block.</param>
internal sealed record SampledPatterns(NetworkPoint Point, ImmutableArray<int> Counts)
{
    private const double Tolerance = 1e-8;

    private double Spins => Counts.Sum();

    /// <summary>Draws the patterns of N spins, each sign with probability 1/2.</summary>
    /// <param name="point">The network of equal blocks.</param>
    /// <param name="spins">The number of spins N.</param>
    /// <param name="random">The source of chance.</param>
    public static SampledPatterns Draw(NetworkPoint point, int spins, Random random)
    {
        int[] counts = new int[point.Network.BlockCount];
        for (int i = 0; i < spins; i++)
        {
            // All tuples of signs are equally likely.
            counts[random.Next(counts.Length)]++;
        }

        return new SampledPatterns(point, [.. counts]);
    }

    /// <summary>
    /// The weight with which block k enters <c>Delta</c> of block h by (51), <c>(N_k/N) sum_mu e_h^mu e_k^mu</c>;
    /// <c>w_hk</c> for equal blocks.
    /// </summary>
    /// <param name="h">Index of a block.</param>
    /// <param name="k">Index of a block.</param>
    public double Weight(int h, int k) => Counts[k] / Spins * Point.Network.BlockCount * Point.Network.Weight(h, k);

    /// <summary>The deviations of the weights from those of equal blocks.</summary>
    public IEnumerable<double> WeightDeviations() =>
        from h in Blocks() from k in Blocks() select Weight(h, k) - Point.Network.Weight(h, k);

    /// <summary>The deviations of <c>Delta_h</c> (54) from those of equal blocks.</summary>
    public IEnumerable<double> DeltaDeviations() =>
        Blocks().Select(h => Blocks().Sum(k => Weight(h, k) * Point.M(PauliAxis.Z, k)) - Point.Delta(h));

    /// <summary>The deviations of the averages at a time from those of equal blocks, from mean-field flows that start alike.</summary>
    /// <param name="point">The network of equal blocks, with the averages of the start.</param>
    /// <param name="time">The time.</param>
    public static Func<SampledPatterns, IEnumerable<double>> FlowDeviations(NetworkPoint point, double time)
    {
        Vector<double> equal = At(point.Model);
        return sample => At(sample.Model()) - equal;

        Vector<double> At(CollectiveModel model) => new MeanField(model).Trajectory(point.Averages, [time], Tolerance)[0];
    }

    /// <summary>The mean-field flow (22) of the blocks as drawn, at the averages of the point.</summary>
    public Vector<double> Flow() => new MeanField(Model()).Flow(Point.Averages);

    /// <summary>
    /// The network with the weights of its own blocks; without pair couplings the sizes do not enter the flow in any
    /// other way.
    /// </summary>
    private CollectiveModel Model()
    {
        CollectiveModel model = Point.Model;
        return model with
        {
            Jumps =
            [
                .. model.Jumps.Select(jump =>
                    jump with
                    {
                        Argument = [.. Blocks().Select(k => Weight(jump.Block, k) * PauliVector.Along(PauliAxis.Z))],
                    }),
            ],
        };
    }

    private IEnumerable<int> Blocks() => Enumerable.Range(0, Counts.Length);
}
