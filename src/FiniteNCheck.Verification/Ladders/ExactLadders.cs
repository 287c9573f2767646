using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Ladders;

/// <summary>Rearranges the exact results of all sizes into one ladder per element and time.</summary>
internal sealed class ExactLadders
{
    private readonly SymmetricModel model;
    private readonly ImmutableArray<int> blocks;
    private readonly ImmutableArray<ExactResult> results;
    private readonly string?[][] unsound;
    private readonly string?[][] dropped;
    private readonly Foresight? foresight;
    private readonly Dictionary<QuantityTerm, LadderReading>[] moments;
    private readonly string?[] doubts;
    private readonly bool[] aided;

    /// <summary>Reads all ladders of a study.</summary>
    /// <param name="model">The model.</param>
    /// <param name="results">The exact results, smallest size first.</param>
    /// <param name="tolerance">Their tolerance.</param>
    /// <param name="resolution">The largest useful uncertainty, relative to <c>max(1, |limit|)</c>.</param>
    /// <param name="foresight">The corrections that theory predicts, or <see langword="null"/> if it predicts none.</param>
    internal ExactLadders(
        SymmetricModel model, ImmutableArray<ExactResult> results, double tolerance, double resolution, Foresight? foresight)
    {
        this.model = model;
        blocks = model.ObservableBlocks;
        this.results = results;
        this.foresight = foresight;
        Times = results[0].Moments.Times;
        List<string> notes = [];
        unsound = [.. Times.Select((time, t) => FindUnsound(time, t, tolerance, notes))];
        dropped = [.. unsound.Select(reasons => reasons.ToArray())];
        foreach ((double time, int t) in Times.Select((time, t) => (time, t)))
        {
            FindNotClustering(time, t, notes);
        }

        Notes = [.. notes];
        moments = [.. Times.Select((_, t) => ReadMoments(t))];
        doubts = [.. Times.Select((_, t) => FindDoubt(t, resolution))];
        aided = [.. moments.Select(readings => readings.Values.All(reading => reading.IsAided))];
    }

    /// <summary>The times.</summary>
    internal ImmutableArray<double> Times { get; }

    /// <summary>The ladder values of n.</summary>
    internal ImmutableArray<int> Sizes => [.. results.Select(result => result.N)];

    /// <summary>What a reader must know about the sizes.</summary>
    internal ImmutableArray<string> Notes { get; }

    /// <summary>The exact values of a quantity; those that are not to be fitted as a series in 1/N carry the reason.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="time">Index of the time.</param>
    internal ImmutableArray<LadderPoint> Points(Quantity quantity, int time) => Points(quantity, time, dropped[time]);

    /// <summary>The exact values of a quantity; those that are not exact carry the reason.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="time">Index of the time.</param>
    internal ImmutableArray<LadderPoint> SoundPoints(Quantity quantity, int time) => Points(quantity, time, unsound[time]);

    private ImmutableArray<LadderPoint> Points(Quantity quantity, int time, string?[] reasons) =>
    [
        .. results.Select((result, i) =>
        {
            Measured measured = quantity.Read(model, result, time);
            return new LadderPoint(
                result.N,
                result.Spins.Sum(),
                measured.Value,
                measured.Error,
                reasons[i] ?? Undefined(measured, quantity.Name, result.N));
        }),
    ];

    private static string? Undefined(Measured measured, string name, int n) => measured switch
    {
        { IsFinite: true } => null,
        { Value: var value } when double.IsFinite(value) => $"no bound of the error of {name} is known at n = {n}",
        _ => $"{name} is undefined at n = {n}",
    };

    /// <summary>The ladder of a quantity.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="time">Index of the time.</param>
    internal LadderReading Read(Quantity quantity, int time) =>
        quantity.Formula.Term is { } term && moments[time].TryGetValue(term, out LadderReading? known)
            ? known
            : LadderReader.Read(Points(quantity, time), Foreseen(quantity, time));

    /// <summary>
    /// What theory foresees of the corrections of a quantity: their coefficient for averages and elements of the covariance, otherwise only
    /// their scale; <see langword="null"/> if it foresees nothing.
    /// </summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="time">Index of the time.</param>
    internal ForeseenCorrections? Foreseen(Quantity quantity, int time)
    {
        if (quantity.Formula.Term is { } term && moments[time].TryGetValue(term, out LadderReading? known))
        {
            return known.Foreseen;
        }

        double size = Points(quantity, time)
            .Where(point => point.DroppedBecause is null)
            .Max(point => (double?)Math.Abs(point.Value)) ?? 0;
        return foresight?.Reach(time) is { } reach ? new ForeseenCorrections(Coefficient: null, size, reach) : null;
    }

    /// <summary>
    /// Why a ladder of a time cannot refute, or <see langword="null"/> if it can. All elements come from one state. Unless theory
    /// predicts how far each of them is from its limit, a single element whose limit is not resolved puts all of them in doubt.
    /// </summary>
    /// <param name="time">Index of the time.</param>
    /// <param name="reading">The ladder.</param>
    internal string? Doubt(int time, LadderReading reading) => reading.IsAided && aided[time] ? null : doubts[time];

    private string? FindDoubt(int time, double resolution)
    {
        LadderReading[] all = [.. Clusters ? moments[time].Values : ReadAverages(time)];
        return Array.TrueForAll(all, reading => reading.IsResolved(resolution))
            ? null
            : $"another element at t = {Numeral.ExactTime(Times[time])} has no limit known to the resolution, and all come from one state: "
                + "the ladder has not settled";
    }

    private bool Clusters => !model.Initial.IsCorrelated;

    /// <summary>
    /// The ladders of averages and of their covariances, <c>Sigma_ab/sqrt(N_h N_k)</c>: what has a limit where the start does not cluster.
    /// </summary>
    private IEnumerable<LadderReading> ReadAverages(int time)
    {
        ImmutableArray<string> names = model.ObservableNames;
        foreach (int a in GrowingObservables)
        {
            yield return moments[time][new MeanTerm(names[a])];
            foreach (int b in GrowingObservables.Where(b => b >= a))
            {
                ImmutableArray<LadderPoint> points = Points(Quantity.Covariance(names[a], names[b]), time);
                yield return LadderReader.Read(
                    [
                        .. points.Select(
                            (point, i) => point.Times(1 / Math.Sqrt((double)results[i].Spins[BlockOf(a)] * results[i].Spins[BlockOf(b)]))),
                    ],
                    foreseen: null);
            }
        }
    }

    private Dictionary<QuantityTerm, LadderReading> ReadMoments(int time)
    {
        Dictionary<QuantityTerm, LadderReading> readings = [];
        ImmutableArray<string> names = model.ObservableNames;
        int[] growing = [.. GrowingObservables];
        foreach (int a in growing)
        {
            readings[new MeanTerm(names[a])] = LadderReader.Read(Points(Quantity.Mean(names[a]), time), foresight?.Mean(time, a));
            foreach (int b in growing.Where(b => b >= a))
            {
                LadderReading reading =
                    LadderReader.Read(Points(Quantity.Covariance(names[a], names[b]), time), foresight?.Covariance(time, a, b));
                readings[new CovarianceTerm(names[a], names[b])] = reading;
                readings[new CovarianceTerm(names[b], names[a])] = reading;
            }
        }

        return readings;
    }

    /// <summary>Finds the sizes whose state fails its checks at a time: their numbers are not exact.</summary>
    private string?[] FindUnsound(double time, int t, double tolerance, List<string> notes)
    {
        string?[] failures = [.. results.Select(result => result.Checks[t].Failures(tolerance).FirstOrDefault())];
        foreach ((ExactResult result, string? failure) in results.Zip(failures).Where(each => each.Second is not null))
        {
            notes.Add(
                $"t = {Numeral.ExactTime(time)}, n = {result.N}: the state fails its check ({failure}), rounding has taken over. "
                + "This size is not fitted at this time.");
        }

        return
        [
            .. failures.Select(failure =>
                failure is null ? null : $"the state fails its check at t = {Numeral.ExactTime(time)}: {failure}"),
        ];
    }

    /// <summary>Drops the sizes, among the sound ones, whose state has left the state that the limit describes.</summary>
    private void FindNotClustering(double time, int t, List<string> notes)
    {
        if (!Clusters)
        {
            // Such a start does not cluster, nor is it meant to.
            return;
        }

        int[] sound = [.. Enumerable.Range(0, results.Length).Where(i => dropped[t][i] is null)];
        double[] variances = [.. sound.Select(i => LargestVariance(results[i], t))];
        int count = Clustering.CountNotClustering([.. sound.Select(i => results[i].Spins.Sum())], variances);
        if (count == 0)
        {
            return;
        }

        (ExactResult first, ExactResult last) = (results[sound[0]], results[sound[count - 1]]);
        string trend = $"the largest variance of a block average does not fall like 1/N up to n = {last.N}";
        notes.Add(
            $"t = {Numeral.ExactTime(time)}: {trend} (variance {Numeral.Of(variances[0])} at n = {first.N}, "
            + $"{Numeral.Of(variances[count - 1])} at n = {last.N}); "
            + "so small a system has left the state that the limit describes. These sizes are not fitted at this time.");
        foreach (int i in sound.Take(count))
        {
            dropped[t][i] =
                $"{trend} at t = {Numeral.ExactTime(time)}: the state does not cluster, it has left the one that the limit describes";
        }
    }

    // The averages of blocks of fixed size fluctuate at every n.
    private IEnumerable<int> GrowingObservables =>
        Enumerable.Range(0, blocks.Length).Where(a => model.Blocks[blocks[a]].Size is null);

    private int BlockOf(int observable) => blocks[observable];

    /// <summary>The largest variance of a block average, <c>Sigma_aa/N_h</c>.</summary>
    private double LargestVariance(ExactResult result, int time)
    {
        double[,] covariance = result.Moments.Covariance[time];
        return GrowingObservables.Max(a => covariance[a, a] / result.Spins[BlockOf(a)]);
    }
}
