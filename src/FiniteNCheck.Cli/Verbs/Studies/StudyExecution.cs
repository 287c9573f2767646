using System.Collections.Immutable;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Cli.Verbs.Studies;

/// <summary>Plans and runs studies, with progress on standard error and a hint how to resume a run that is interrupted.</summary>
/// <param name="options">How to run them.</param>
/// <param name="context">Streams, backend, cancellation.</param>
internal sealed class StudyExecution(RunOptions options, RunContext context)
{
    private const double LongRunSeconds = 60;

    /// <summary>Plans the points of studies.</summary>
    /// <param name="studies">The studies.</param>
    public StudiesRun Plan(ImmutableArray<Study> studies) => Verb.WithResumeHint(options, () =>
    {
        using ProgressLine line = new(context);
        return context.Backend.PlanStudies(studies, options, Relay(line), context.Cancellation);
    });

    /// <summary>Runs planned studies and judges them. A long run announces its cost first.</summary>
    /// <param name="run">The plan.</param>
    public ImmutableArray<StudyFinding> Run(StudiesRun run)
    {
        Announce(run);
        return Verb.WithResumeHint(options, () =>
        {
            using ProgressLine line = new(context);
            return context.Backend.RunStudies(run, Relay(line), context.Cancellation);
        });
    }

    /// <summary>Computes the points of <c>--points</c> without a report, as one task of a job array does.</summary>
    /// <param name="run">The plan.</param>
    /// <returns>The exit status.</returns>
    public int ComputePoints(StudiesRun run)
    {
        int missing = run.Missing.Length;
        int failedBefore = options.RetryFailed ? 0 : run.FindFailures().Length;
        Verb.WithResumeHint(options, () =>
        {
            using ProgressLine line = new(context);
            run.Compute(Relay(line), context.Cancellation);
            return true;
        });
        int failed = run.FindFailures().Length;
        context.Output.WriteLine(
            $"{options.Only!.Count} points: {options.Only.Count - missing - failedBefore} were there, "
            + $"{missing + failedBefore - failed} computed, {failed} failed.");
        return failed == 0 ? ExitCode.Success : ExitCode.Unexpected;
    }

    private void Announce(StudiesRun run)
    {
        ImmutableArray<RunPoint> missing = run.Missing;
        double seconds = missing.Sum(point => point.Seconds);
        if (seconds > LongRunSeconds)
        {
            context.Error.WriteLine(
                $"{missing.Length} of {run.Plan.Points.Length} sizes to compute, {Numeral.Duration(seconds)} of one thread, roughly; "
                + $"the largest takes {Numeral.Bytes(missing.Max(point => point.Bytes))} of memory.");
        }
    }

    private static Relay<StudyProgress> Relay(ProgressLine line) =>
        new(state => line.Report(state.Fraction, $"{state.Study}, {state.Stage}"));
}
