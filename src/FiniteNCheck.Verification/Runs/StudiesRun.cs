using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Description;
using FiniteNCheck.Numerics;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Planning;
using FiniteNCheck.Verification.Predictions;
using FiniteNCheck.Verification.Verdicts;

namespace FiniteNCheck.Verification.Runs;

/// <summary>
/// Runs studies point by point: missing points are computed in any order, by any number of jobs and processes, and then every study is
/// judged. Verdicts and numbers do not depend on how the points were computed.
/// </summary>
public sealed class StudiesRun
{
    // As in model files: what is computed from a number must not overflow.
    private const double LargestNumber = 1e50;

    private readonly RunOptions options;
    private readonly StudySolvers solvers;
    private readonly PointsRun points;
    private readonly ImmutableArray<ImmutableDictionary<string, ImmutableArray<PredictedElement>>> predicted;

    /// <summary>Plans a run, and writes the plan into the run directory if there is one.</summary>
    /// <param name="studies">The studies.</param>
    /// <param name="options">How to run them; <see langword="null"/> for the defaults.</param>
    /// <param name="solvers">The two sides to compare; <see langword="null"/> for the real ones.</param>
    /// <param name="progress">Receives progress reports of the planning.</param>
    /// <param name="cancellationToken">Cancels the planning.</param>
    /// <exception cref="InputException">
    /// A study or its model is invalid; a study outside a sweep lacks the requested fixed point or does not fit in memory; or
    /// <see cref="RunOptions.Only"/> names an unknown point.
    /// </exception>
    public StudiesRun(
        ImmutableArray<Study> studies,
        RunOptions? options = null,
        StudySolvers? solvers = null,
        IProgress<StudyProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        this.solvers = solvers ?? StudySolvers.Default;
        options ??= new RunOptions();
        Studies = studies = Complete(studies, options.Study, progress, cancellationToken);
        this.options = options with
        {
            Jobs = options.Jobs ?? (studies.Any(study => study.Cell is not null) ? options.Study.ThreadCount : 1),
        };

        // A run that computes nothing needs no memory for it.
        StudyOptions planned = options.Jobs == 0 ? options.Study with { MemoryLimit = long.MaxValue, AllowLong = true } : options.Study;
        Plan = RunPlan.Create(studies, planned, options.Only, this.solvers, progress, cancellationToken);
        if (options.Only?.Except(Plan.Points.Select(point => point.Id)).FirstOrDefault() is { } unknown)
        {
            throw new InputException(
                $"The point {unknown} is not one of these studies in this version of the program ({PointIdentity.ProgramVersion}): study, "
                + "model or program have changed since its name was written down. Plan the run again.");
        }

        // A job that computes some points has nothing to judge: it asks no program for predictions.
        predicted = Predict(options.Only is null ? studies : [], progress, cancellationToken);
        if (options.Only is null)
        {
            options.Directory?.Describe(Plan.Points);
        }

        points = new PointsRun(Plan.Points, this.options, this.solvers);
    }

    /// <summary>The studies.</summary>
    public ImmutableArray<Study> Studies { get; }

    /// <summary>The points.</summary>
    public RunPlan Plan { get; }

    /// <summary>The points to compute that had no result when this property was first read; see <see cref="PointsRun.Missing"/>.</summary>
    public ImmutableArray<RunPoint> Missing => points.Missing;

    /// <summary>The points to compute that have failed so far.</summary>
    public ImmutableArray<PointFailure> FindFailures() => points.FindFailures();

    /// <summary>Computes the missing points.</summary>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">
    /// Cancels the run with an <see cref="OperationCanceledException"/>: finished points are kept, long ones leave a checkpoint.
    /// </param>
    /// <exception cref="IOException">A result could not be written: finished points are kept.</exception>
    public void Compute(IProgress<StudyProgress>? progress = null, CancellationToken cancellationToken = default) =>
        points.Compute(progress, cancellationToken);

    /// <summary>Judges every study by the sizes that have results, and names the others.</summary>
    /// <param name="progress">Receives progress reports.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public ImmutableArray<StudyFinding> Judge(IProgress<StudyProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var findings = new StudyFinding[Studies.Length];
        int done = 0;
        Parallel.For(
            0,
            Studies.Length,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = options.Study.ThreadCount },
            i =>
            {
                findings[i] = Judge(i, cancellationToken);
                progress?.Report(
                    new StudyProgress(Studies[i].Name, "comparison", (double)Interlocked.Increment(ref done) / Studies.Length));
            });
        return [.. findings];
    }

    /// <summary>Chooses the sizes that studies leave to the program.</summary>
    private ImmutableArray<Study> Complete(
        ImmutableArray<Study> studies, StudyOptions study, IProgress<StudyProgress>? progress, CancellationToken cancellationToken)
    {
        if (studies.All(each => each.Automatic is null))
        {
            return studies;
        }

        Study[] complete = [.. studies];
        int done = 0;
        CheckedParallel.For<InputException>(
            studies.Length,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = study.ThreadCount },
            i =>
            {
                complete[i] = LadderPlanner.Complete(studies[i], study, solvers, cancellationToken);
                progress?.Report(
                    new StudyProgress(studies[i].Name, "sizes", (double)Interlocked.Increment(ref done) / studies.Length));
            });
        return [.. complete];
    }

    /// <summary>
    /// Computes the predictions of the users' own, so that what is wrong with them is found before anything runs. A cell of a sweep without
    /// the requested fixed point has none, and stays undecided.
    /// </summary>
    private ImmutableArray<ImmutableDictionary<string, ImmutableArray<PredictedElement>>> Predict(
        ImmutableArray<Study> judged, IProgress<StudyProgress>? progress, CancellationToken cancellationToken)
    {
        var none = ImmutableDictionary.Create<string, ImmutableArray<PredictedElement>>(StringComparer.Ordinal);
        ImmutableDictionary<string, ImmutableArray<PredictedElement>>[] all = [.. Studies.Select(_ => none)];
        int done = 0;
        CheckedParallel.For<InputException>(
            judged.Length,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = options.Study.ThreadCount },
            i =>
            {
                ExpectedPrediction[] early = [.. judged[i].Predictions.Where(each => !each.Prediction.IsComputedLate)];
                if (Plan.LadderOf(i)[0].Model is { } model)
                {
                    PredictionSetting setting = Studies[i].SettingOf(model, Studies[i].Times, solvers);
                    foreach (ExpectedPrediction each in judged[i].Predictions)
                    {
                        Check(each.Prediction, setting);
                    }

                    all[i] = none.AddRange(early.Select(each =>
                        KeyValuePair.Create(each.Name, Predict(each.Prediction, setting, cancellationToken))));
                    int made = Interlocked.Increment(ref done);
                    if (early.Length > 0)
                    {
                        progress?.Report(new StudyProgress(Studies[i].Name, "predictions", (double)made / Studies.Length));
                    }
                }
            });
        return [.. all];
    }

    private ImmutableArray<PredictedElement> Predict(
        Prediction prediction, PredictionSetting setting, CancellationToken cancellationToken)
    {
        if (prediction is CommandPrediction { Command: var command } && !options.Study.AllowCommands)
        {
            throw Refuse(
                prediction,
                setting,
                $"found the command {Wording.Quote(string.Join(' ', command))}; allowed: commands with --allow-commands only. "
                + "Add it if you trust the study file and the program.");
        }

        try
        {
            ImmutableArray<PredictedElement> elements = prediction.Predict(setting, cancellationToken);
            return elements.FirstOrDefault(IsTooLarge) is { } large
                ? throw new PredictionException($"a number beyond {LargestNumber} for {large.Quantity.Name}", "smaller ones", "Correct it.")
                : elements;
        }
        catch (PredictionException exception)
        {
            throw Refuse(prediction, setting, exception.Message, exception);
        }
    }

    private static bool IsTooLarge(PredictedElement element) =>
        element.Limits.Any(limit => Math.Abs(limit?.Value ?? 0) > LargestNumber)
        || element.AtSizes.Any(sizes => sizes.Any(value => Math.Abs(value.Value) > LargestNumber));

    private static void Check(Prediction prediction, PredictionSetting setting)
    {
        if (prediction.Assertion.FindProblem(setting.Model, setting.Times, setting.Sizes) is { } problem)
        {
            throw Refuse(prediction, setting, problem);
        }
    }

    private static InputException Refuse(
        Prediction prediction, PredictionSetting setting, string problem, Exception? cause = null)
    {
        string place = prediction.Place is { } file ? $"{file}: " : string.Empty;
        return new InputException($"{place}study '{setting.Study}', prediction '{prediction.Name}': {Wording.OneLine(problem)}", cause!);
    }

    private StudyFinding Judge(int index, CancellationToken cancellationToken)
    {
        Study study = Studies[index];
        (RunPoint Point, ExactResult? Result)[] ladder = [.. Plan.LadderOf(index).Select(point => (point, points.Find(point)))];
        ImmutableArray<ExactResult> results = [.. ladder.Select(each => each.Result).OfType<ExactResult>()];
        (RunPoint Point, PointFailure? Failure)[] unsolved =
        [
            .. ladder.Where(each => each.Result is null).Select(each => (each.Point, points.FindFailure(each.Point))),
        ];
        ImmutableArray<MissingSize> missing =
        [
            .. unsolved.Select(each => new MissingSize(each.Point.N, each.Point.Spins, each.Failure?.Error ?? "not computed yet")),
        ];
        string remedy = Remedy(unsolved.Any(each => each.Failure is null), unsolved.Any(each => each.Failure is not null));
        ExactOptions exact = options.Study.ForExact(study);
        SymmetricModel model = ladder[0].Point.Model ?? study.Model;
        StudySetup setup = Setup.Of(study, model, exact.Tolerance) with { Files = IsFirstOfSweep(index) ? study.Files : [] };
        if (results.IsEmpty)
        {
            return IncompleteStudy.WithoutResults(study, missing, remedy) with { Setup = setup };
        }

        try
        {
            model = ladder[0].Point.Model ?? solvers.ResolveInitialState(study.Model, cancellationToken);
            StudyJudge judge = new(study, model, predicted[index], solvers, cancellationToken);
            StudyFinding found = CurveSampling.Refine(judge.Judge(results, exact), study, model, solvers, cancellationToken);
            return IncompleteStudy.AddMissing(study, found, missing, remedy) with
            {
                Setup = setup with { Start = ModelFormulas.Start(model) },
                ExactCurves = options.Study.WithCurves && study.Cell is null
                    ? ExactCurves.Solve(study, model, found, exact, solvers, cancellationToken)
                    : [],
            };
        }
        catch (InputException exception)
        {
            // The exact numbers exist, but theory cannot treat this model: this study stays undecided, and no other.
            return IncompleteStudy.Undecided(study, exception.Message) with { Setup = setup };
        }
    }

    // All cells of a sweep come from the same files.
    private bool IsFirstOfSweep(int index) =>
        Studies[index].Cell is not { } cell
        || index == 0
        || !string.Equals(Studies[index - 1].Cell?.Sweep, cell.Sweep, StringComparison.Ordinal);

    /// <summary>
    /// What to do about missing sizes. Only a run directory keeps finished points, so only there can the rest be computed later.
    /// </summary>
    private string Remedy(bool uncomputed, bool failed)
    {
        if (options.Directory is null)
        {
            return string.Empty;
        }

        string[] steps =
        [
            .. uncomputed ? ["run the study again to compute what is missing"] : Array.Empty<string>(),
            .. failed ? ["--retry tries again what failed"] : Array.Empty<string>(),
        ];
        return steps.Length == 0 ? string.Empty : $" {char.ToUpperInvariant(steps[0][0])}{string.Join("; ", steps)[1..]}.";
    }
}
