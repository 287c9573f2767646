using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification;

/// <summary>The exact results of a ladder of sizes, rearranged into one ladder per element and time.</summary>
internal sealed class ExactLadders
{
    /// <summary>
    /// Rounding of an average, added to the integrator's bound: about a hundred additions of numbers of order one, each good to 2^-52. A
    /// covariance is N times a difference of averages, so its rounding is N times this.
    /// </summary>
    private const double Rounding = 100 * 2.220446049250313e-16;

    private readonly CollectiveModel model;
    private readonly ImmutableArray<ExactResult> results;
    private readonly string?[][] dropped;
    private readonly Dictionary<(int Time, int A, int B), LadderReading> covariances = [];

    internal ExactLadders(CollectiveModel model, ImmutableArray<ExactResult> results, double tolerance)
    {
        this.model = model;
        this.results = results;
        Names = model.ObservableNames;
        Times = results[0].Moments.Times;
        List<string> notes = [];
        dropped = [.. Times.Select((time, t) => FindUnsound(time, t, tolerance, notes))];
        foreach ((double time, int t) in Times.Select((time, t) => (time, t)))
        {
            FindNotClustering(time, t, notes);
        }

        Notes = [.. notes];
    }

    /// <summary>The names of the observables.</summary>
    internal ImmutableArray<string> Names { get; }

    /// <summary>The times.</summary>
    internal ImmutableArray<double> Times { get; }

    /// <summary>What the reader must know about the sizes.</summary>
    internal ImmutableArray<string> Notes { get; }

    /// <summary>The ladder of one average.</summary>
    /// <param name="time">Index of the time.</param>
    /// <param name="a">Index of the observable.</param>
    internal LadderReading Mean(int time, int a) => Read(
        time,
        result => result.Moments.Mean[time][a],
        result => result.MeanError(time) + Rounding);

    /// <summary>The ladder of one covariance.</summary>
    /// <param name="time">Index of the time.</param>
    /// <param name="a">Index of the first observable.</param>
    /// <param name="b">Index of the second observable.</param>
    internal LadderReading Covariance(int time, int a, int b)
    {
        // Both drifts are compared with the same ladders: each is read once.
        if (!covariances.TryGetValue((time, a, b), out LadderReading? reading))
        {
            reading = Read(
                time,
                result => result.Moments.Covariance[time][a, b],
                result => result.CovarianceError(time) + (Rounding * result.Spins.Max()));
            covariances.Add((time, a, b), reading);
        }

        return reading;
    }

    private LadderReading Read(int time, Func<ExactResult, double> value, Func<ExactResult, double> error) => LadderReader.Read(
    [
        .. results.Select((result, i) => new LadderPoint(result.N, result.Spins.Sum(), value(result), error(result), dropped[time][i])),
    ]);

    /// <summary>The sizes whose state fails its checks at a time: their numbers are not exact.</summary>
    private string?[] FindUnsound(double time, int t, double tolerance, List<string> notes)
    {
        string?[] why = [.. results.Select(result => result.Checks[t].Failures(tolerance).FirstOrDefault())];
        foreach ((ExactResult result, string? failure) in results.Zip(why).Where(each => each.Second is not null))
        {
            notes.Add($"t = {time:R}, n = {result.N}: the state fails its check ({failure}), rounding has taken over. This size is not fitted at this time.");
        }

        return [.. why.Select(failure => failure is null ? null : $"the state fails its check at t = {time:R}: {failure}")];
    }

    /// <summary>Marks the sizes, among those that are sound, whose state has left the one that the limit describes.</summary>
    private void FindNotClustering(double time, int t, List<string> notes)
    {
        int[] sound = [.. Enumerable.Range(0, results.Length).Where(i => dropped[t][i] is null)];
        double[] variances = [.. sound.Select(i => LargestVariance(results[i], t))];
        int count = Clustering.CountNotClustering([.. sound.Select(i => results[i].Spins.Sum())], variances);
        if (count == 0)
        {
            return;
        }

        (ExactResult first, ExactResult last) = (results[sound[0]], results[sound[count - 1]]);
        string what = $"the largest variance of a block average does not fall like 1/N up to n = {last.N}";
        notes.Add($"t = {time:R}: {what} (variance {variances[0]:G3} at n = {first.N}, {variances[count - 1]:G3} at n = {last.N}); "
            + "so small a system has left the state that the limit describes. These sizes are not fitted at this time.");
        foreach (int i in sound.Take(count))
        {
            dropped[t][i] = $"{what} at t = {time:R}: the state does not cluster, it has left the one that the limit describes";
        }
    }

    /// <summary>The largest <c>Sigma_aa/N_h</c>: the variance of a block average.</summary>
    private double LargestVariance(ExactResult result, int time)
    {
        double[,] covariance = result.Moments.Covariance[time];
        return Enumerable.Range(0, 3 * model.Blocks.Length).Max(a => covariance[a, a] / result.Spins[a / 3]);
    }
}
