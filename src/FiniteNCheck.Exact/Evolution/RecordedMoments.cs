using System.Collections.Immutable;
using FiniteNCheck.Exact.Evolution.Checkpoints;
using FiniteNCheck.Exact.Readings;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>The moments, functions of the state and checks recorded at the output times passed so far.</summary>
/// <param name="times">The output times.</param>
/// <param name="functions">The functions of the state that are asked for.</param>
internal sealed class RecordedMoments(IReadOnlyList<double> times, ImmutableArray<StateFunction> functions)
{
    private readonly List<double[]> means = [];
    private readonly List<double[,]> covariances = [];
    private readonly List<Reading[]> readings = [];
    private readonly List<ExactChecks> checks = [];

    /// <summary>The number of output times passed.</summary>
    public int Count => checks.Count;

    /// <summary>Whether an output time is still to come.</summary>
    public bool IsOpen => Count < times.Count;

    /// <summary>The next output time; the last one when all are passed.</summary>
    public double Next => times[Math.Min(Count, times.Count - 1)];

    /// <summary>The last output time passed; 0 before the first.</summary>
    public double Passed => Count == 0 ? 0 : times[Count - 1];

    /// <summary>The moments so far.</summary>
    public MomentSeries Moments => new([.. times.Take(Count)], [.. means], [.. covariances]);

    /// <summary>The functions of the state so far.</summary>
    public ImmutableArray<StateFunctionSeries> Functions =>
    [
        .. functions.Select((function, k) => new StateFunctionSeries(
            function, [.. readings.Select(each => each[k].Value)], [.. readings.Select(each => each[k].Error)])),
    ];

    /// <summary>The checks so far.</summary>
    public ImmutableArray<ExactChecks> Checks => [.. checks];

    /// <summary>Records moments, functions and checks at the next output time.</summary>
    /// <param name="mean">The means.</param>
    /// <param name="covariance">The covariance.</param>
    /// <param name="ofFunctions">The functions of the state.</param>
    /// <param name="atTime">The checks.</param>
    public void Add(double[] mean, double[,] covariance, Reading[] ofFunctions, ExactChecks atTime)
    {
        means.Add(mean);
        covariances.Add(covariance);
        readings.Add(ofFunctions);
        checks.Add(atTime);
    }

    /// <summary>Writes everything recorded.</summary>
    /// <param name="writer">The checkpoint.</param>
    public void Write(CheckpointWriter writer)
    {
        writer.Write((long)Count);
        for (int t = 0; t < Count; t++)
        {
            writer.Write(means[t]);
            writer.Write([.. covariances[t].Cast<double>()]);
            if (readings[t].Length > 0)
            {
                writer.Write([.. readings[t].Select(reading => reading.Value)]);
                writer.Write([.. readings[t].Select(reading => reading.Error)]);
            }

            writer.Write(checks[t].Trace);
            writer.Write(checks[t].Hermiticity);
            writer.Write(checks[t].SmallestEigenvalues.AsSpan());
            writer.Write(checks[t].IntegrationError);
            writer.Write(checks[t].WindowError is null ? 0L : 1L);
            writer.Write(checks[t].WindowError ?? 0);
            writer.Write(checks[t].RoundingError);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The checkpoint.</param>
    /// <param name="times">The output times.</param>
    /// <param name="functions">The functions of the state; those of the run that wrote the checkpoint.</param>
    /// <param name="observables">The number of observables.</param>
    /// <param name="eigenvalues">The number of eigenvalues checked at every time.</param>
    /// <exception cref="InvalidDataException">A run of these numbers cannot have written it.</exception>
    public static RecordedMoments Read(
        CheckpointReader reader, IReadOnlyList<double> times, ImmutableArray<StateFunction> functions, int observables, int eigenvalues)
    {
        var recorded = new RecordedMoments(times, functions);
        for (long left = reader.Whole(0, times.Count); left > 0; left--)
        {
            recorded.means.Add(reader.Numbers(observables));
            double[] elements = reader.Numbers(observables * observables);
            double[,] covariance = new double[observables, observables];
            Buffer.BlockCopy(elements, 0, covariance, 0, elements.Length * sizeof(double));
            recorded.covariances.Add(covariance);
            recorded.readings.Add(ReadFunctions(reader, functions.Length));
            recorded.checks.Add(new ExactChecks(
                reader.Number(),
                reader.Number(),
                [.. reader.Numbers(eigenvalues)],
                reader.Number(),
                reader.Whole(0, 1) == 0 ? ReadNothing(reader) : reader.Number(),
                reader.Number()));
        }

        return recorded;
    }

    private static Reading[] ReadFunctions(CheckpointReader reader, int count) => count == 0
        ? []
        : [.. reader.Numbers(count).Zip(reader.Numbers(count), (value, error) => new Reading(value, error))];

    // A zero stands in for the window error of a full state.
    private static double? ReadNothing(CheckpointReader reader)
    {
        reader.Number(0, 0);
        return null;
    }
}
