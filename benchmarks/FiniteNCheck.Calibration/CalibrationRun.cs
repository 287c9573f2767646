using System.Collections.Concurrent;
using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Calibration;

/// <summary>The rule of verdicts, tried on many drawn studies whose theory is known to be right or wrong.</summary>
public sealed class CalibrationRun
{
    /// <summary>Coverage asked for.</summary>
    public const double WantedCoverage = 0.995;

    /// <summary>Share of planted errors of 10 uncertainties on settled ladders that is to be refuted.</summary>
    public const double WantedPower = 0.95;

    /// <summary>Share of right predictions on sensible ladders that may stay inconclusive.</summary>
    public const double AllowedInconclusive = 0.1;

    // A shift planted at this many uncertainties lies beyond the stated one, and one at that many is to be refuted.
    private const double Beyond = 1;
    private const double Refutable = 10;

    private CalibrationRun(ImmutableArray<TrialResult> trials) => Trials = trials;

    /// <summary>The trials, in the order of their seeds.</summary>
    public ImmutableArray<TrialResult> Trials { get; }

    /// <summary>The right predictions with their studies.</summary>
    public IEnumerable<(DrawnStudy Drawn, PredictionFinding Finding)> Right =>
        Trials.SelectMany(trial => trial.Predictions.Select(prediction => (trial.Drawn, prediction)));

    /// <summary>The elements of right predictions with their studies.</summary>
    public IEnumerable<(DrawnStudy Drawn, ElementOutcome Element)> Elements =>
        Trials.SelectMany(trial => trial.Elements.Select(element => (trial.Drawn, element)));

    /// <summary>The planted errors with their studies.</summary>
    public IEnumerable<(DrawnStudy Drawn, PlantOutcome Plant)> Plants =>
        Trials.SelectMany(trial => trial.Plants.Select(plant => (trial.Drawn, plant)));

    /// <summary>Right predictions that were refuted.</summary>
    public ImmutableArray<(DrawnStudy Drawn, PredictionFinding Finding)> FalseRefutations =>
        [.. Right.Where(each => each.Finding.Verdict == Verdict.Refuted)];

    /// <summary>Planted errors beyond the stated uncertainty that were confirmed.</summary>
    public ImmutableArray<(DrawnStudy Drawn, PlantOutcome Plant)> FalseConfirmations =>
        [.. Plants.Where(each => each.Plant.Distance > Beyond && each.Plant.Verdict == Verdict.Confirmed)];

    /// <summary>The share of elements with a limit whose true value lies inside the uncertainty.</summary>
    public double Coverage => 1 - Share(Elements.Where(each => each.Element.IsRead), each => each.Element.IsOutside);

    /// <summary>The share of errors of 10 uncertainties, planted where the right value is confirmed, that was refuted.</summary>
    public double Power => Share(
        Plants.Where(each => each.Plant.IsSettled && each.Plant.Distance == Refutable),
        each => each.Plant.Verdict == Verdict.Refuted);

    /// <summary>The share of right predictions on sensible ladders that stayed inconclusive.</summary>
    public double InconclusiveShare =>
        Share(Right.Where(each => each.Drawn.IsSensible), each => each.Finding.Verdict == Verdict.Inconclusive);

    /// <summary>Whether every figure asked for is reached.</summary>
    public bool IsReached =>
        FalseRefutations.IsEmpty
        && FalseConfirmations.IsEmpty
        && Coverage >= WantedCoverage
        && Power >= WantedPower
        && InconclusiveShare < AllowedInconclusive;

    /// <summary>Draws and judges studies.</summary>
    /// <param name="firstSeed">The first seed; the others follow it.</param>
    /// <param name="count">How many.</param>
    /// <param name="solvers">The two sides to compare; <see langword="null"/> for the real ones.</param>
    /// <param name="progress">Told how many are done.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static CalibrationRun Run(
        int firstSeed,
        int count,
        StudySolvers? solvers = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ConcurrentDictionary<int, TrialResult> results = [];
        ParallelOptions options = new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(firstSeed, firstSeed + count, options, seed =>
        {
            results[seed] = Trial.Run(RandomStudies.Draw(seed), solvers ?? StudySolvers.Default, cancellationToken);
            progress?.Report(results.Count);
        });
        return new CalibrationRun([.. results.OrderBy(each => each.Key).Select(each => each.Value)]);
    }

    /// <summary>The share of things that something holds for; 0 of none.</summary>
    /// <typeparam name="T">What they are.</typeparam>
    /// <param name="all">The things.</param>
    /// <param name="holds">What may hold.</param>
    internal static double Share<T>(IEnumerable<T> all, Func<T, bool> holds)
    {
        T[] things = [.. all];
        return things.Length == 0 ? 0 : (double)things.Count(holds) / things.Length;
    }
}
