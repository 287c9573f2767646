using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>
/// How far networks of random patterns are from the network of equal blocks: root mean squares over many draws at a
/// ladder of N, p = 1, 2, 3.
/// </summary>
/// <param name="what">The quantity.</param>
/// <param name="deviations">Its deviations in a network as drawn, given the network of equal blocks.</param>
/// <param name="order">The claimed power of 1/N.</param>
internal sealed class RandomPatterns(string what, Func<NetworkPoint, Func<SampledPatterns, IEnumerable<double>>> deviations, double order)
{
    private const int Seed = 53;
    private const int QuickSamples = 40;
    private const int FullSamples = 200;
    private static readonly ImmutableArray<int> QuickSizes = [256, 1024, 4096, 16_384];
    private static readonly ImmutableArray<int> FullSizes = [.. QuickSizes, 65_536, 262_144];

    /// <summary>Draws the networks and reads the orders.</summary>
    /// <param name="run">The run.</param>
    public Finding Check(ClaimRun run) =>
        SampledOrderJudge.Judge(
            what,
            NetworkPoints.Generic().Select((point, index) => Ladder(point, Seed + index, run)),
            order);

    /// <summary>The ladder of one network.</summary>
    /// <param name="point">The network of equal blocks, with averages.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="run">The run.</param>
    public SampledLadder Ladder(NetworkPoint point, int seed, ClaimRun run)
    {
        var random = new Random(seed);
        Func<SampledPatterns, IEnumerable<double>> ofSample = deviations(point);
        (ImmutableArray<int> sizes, int samples) = run.Effort.Choose(quick: (QuickSizes, QuickSamples), full: (FullSizes, FullSamples));
        return new SampledLadder(point.Name, sizes, [.. sizes.Select(RootMeanSquare)], samples);

        double RootMeanSquare(int size)
        {
            run.Progress?.Report(string.Create(CultureInfo.InvariantCulture, $"{point.Name}, N = {size}"));
            return Math.Sqrt(Enumerable.Range(0, samples).SelectMany(_ => Deviations(size)).Average(each => each * each));
        }

        IEnumerable<double> Deviations(int size)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            return ofSample(SampledPatterns.Draw(point, size, random));
        }
    }
}
