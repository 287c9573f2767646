using System.Collections.Concurrent;
using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Calibration;

/// <summary>Applies the rule of verdicts to many random studies whose theory is known to be right or wrong.</summary>
public sealed class CalibrationRun
{
    /// <summary>Required coverage.</summary>
    public const double WantedCoverage = 0.995;

    /// <summary>Required share of refutations among planted errors of 10 uncertainties on settled ladders.</summary>
    public const double WantedPower = 0.95;

    /// <summary>Allowed share of inconclusive verdicts among right predictions on sensible ladders.</summary>
    public const double AllowedInconclusive = 0.1;

    // A planted shift above the first number of uncertainties must not be confirmed; one of the second must be refuted.
    private const double Beyond = 1;
    private const double Refutable = 10;

    private CalibrationRun(ImmutableArray<TrialResult> trials, ImmutableArray<Verdict> further, int lastSeed)
    {
        Trials = trials;
        Sensible = [.. Right.Where(each => each.Drawn.IsSensible).Select(each => each.Finding.Verdict), .. further];
        LastSeed = lastSeed;
    }

    /// <summary>The trials, in the order of their seeds.</summary>
    public ImmutableArray<TrialResult> Trials { get; }

    /// <summary>
    /// The verdicts on right predictions of sensible ladders: those of the trials, and those of further seeds, whose other ladders are not
    /// solved. One prediction in five is of this kind, and a share is known to one over the root of their number.
    /// </summary>
    public ImmutableArray<Verdict> Sensible { get; }

    /// <summary>The last seed drawn.</summary>
    public int LastSeed { get; }

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
    public double InconclusiveShare => Share(Sensible, verdict => verdict == Verdict.Inconclusive);

    /// <summary>The standard error of <see cref="InconclusiveShare"/>, for independent predictions.</summary>
    public double InconclusiveError => Math.Sqrt(InconclusiveShare * (1 - InconclusiveShare) / Math.Max(1, Sensible.Length));

    /// <summary>Whether all requirements are met.</summary>
    public bool IsReached =>
        FalseRefutations.IsEmpty
        && !Sensible.Contains(Verdict.Refuted)
        && FalseConfirmations.IsEmpty
        && Coverage >= WantedCoverage
        && Power >= WantedPower
        && InconclusiveShare < AllowedInconclusive;

    /// <summary>Draws studies and judges them.</summary>
    /// <param name="firstSeed">The first seed; the others follow it.</param>
    /// <param name="count">How many.</param>
    /// <param name="further">How many seeds follow those, of which sensible ladders alone are judged, with the right theory alone.</param>
    /// <param name="solvers">The two sides to compare; <see langword="null"/> for the real ones.</param>
    /// <param name="progress">Receives the number of finished studies.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static CalibrationRun Run(
        int firstSeed,
        int count,
        int further = 0,
        StudySolvers? solvers = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ConcurrentDictionary<int, TrialResult> trials = [];
        ConcurrentDictionary<int, ImmutableArray<Verdict>> sensible = [];
        ParallelOptions options = new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(firstSeed, firstSeed + count + further, options, seed =>
        {
            DrawnStudy drawn = RandomStudies.Draw(seed);
            if (seed < firstSeed + count)
            {
                trials[seed] = Trial.Run(drawn, solvers ?? StudySolvers.Default, cancellationToken);
            }
            else
            {
                sensible[seed] = drawn.IsSensible ? Trial.Judge(drawn, solvers ?? StudySolvers.Default, cancellationToken) : [];
            }

            progress?.Report(trials.Count + sensible.Count);
        });
        return new CalibrationRun(
            [.. trials.OrderBy(each => each.Key).Select(each => each.Value)],
            [.. sensible.OrderBy(each => each.Key).SelectMany(each => each.Value)],
            firstSeed + count + further - 1);
    }

    /// <summary>The share of items that satisfy a condition; 0 if there are no items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="all">The items.</param>
    /// <param name="holds">The condition.</param>
    internal static double Share<T>(IEnumerable<T> all, Func<T, bool> holds)
    {
        T[] things = [.. all];
        return things.Length == 0 ? 0 : (double)things.Count(holds) / things.Length;
    }
}
