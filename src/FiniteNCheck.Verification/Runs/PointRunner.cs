using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Runs;

/// <summary>
/// Computes points, several at a time, and stores their results. Each point is computed by one process; a failed point stops no other.
/// </summary>
internal sealed class PointRunner
{
    private readonly IPointStore store;
    private readonly RunOptions options;
    private readonly StudySolvers solvers;
    private readonly RunProgress progress;
    private readonly int jobs;
    private readonly PointSchedule schedule;

    // Each reason is reported once: a thousand points may fail for the same one.
    private readonly ConcurrentDictionary<string, bool> reasons = new(StringComparer.Ordinal);

    /// <summary>Prepares to compute points.</summary>
    /// <param name="points">The points.</param>
    /// <param name="store">Where results are stored.</param>
    /// <param name="options">How to run them.</param>
    /// <param name="jobs">How many at a time.</param>
    /// <param name="solvers">The solvers.</param>
    /// <param name="progress">Receives progress reports.</param>
    public PointRunner(
        ImmutableArray<RunPoint> points,
        IPointStore store,
        RunOptions options,
        int jobs,
        StudySolvers solvers,
        IProgress<StudyProgress>? progress)
    {
        this.store = store;
        this.options = options;
        this.solvers = solvers;
        this.jobs = jobs;
        this.progress = new RunProgress(points, progress);
        schedule = new PointSchedule(points, options.Study.MemoryLimit ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
    }

    /// <summary>Computes the points.</summary>
    /// <param name="cancellationToken">
    /// Cancels the run with an <see cref="OperationCanceledException"/>; long points leave a checkpoint.
    /// </param>
    /// <exception cref="IOException">A result could not be written.</exception>
    public void Run(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Exception? fault = null;
        Thread[] workers =
        [
            .. Enumerable.Range(0, jobs).Select(i =>
                new Thread(() => Work(stop, exception => Interlocked.CompareExchange(ref fault, exception, null)))
                {
                    Name = $"point {i + 1}",
                }),
        ];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (fault is not null)
        {
            ExceptionDispatchInfo.Throw(fault);
        }
    }

    /// <summary>The loop of one worker. A result that cannot be stored ends all workers.</summary>
    private void Work(CancellationTokenSource stop, Action<Exception> fail)
    {
        try
        {
            while (schedule.Next(stop.Token) is { } point)
            {
                bool taken = false;
                try
                {
                    using IDisposable? held = store.TryTake(point);
                    taken = held is not null;
                    if (taken && store.Find(point) is null)
                    {
                        Compute(point, stop.Token);
                    }
                }
                finally
                {
                    if (taken)
                    {
                        progress.Finish(point);
                        schedule.Finish(point);
                    }
                    else
                    {
                        schedule.Defer(point);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Run reports the cancellation.
        }
        catch (Exception exception)
        {
            fail(exception);
            stop.Cancel();
        }
    }

    private void Compute(RunPoint point, CancellationToken cancellationToken)
    {
        ExactResult result;
        try
        {
            progress.Start(point);
            ExactOptions exact = point.Options with
            {
                Threads = Math.Max(1, options.Study.ThreadCount / jobs),
                Checkpointing = store.CheckpointingOf(point, options.CheckpointInterval),
            };
            SymmetricModel model = point.Model ?? solvers.ResolveInitialState(point.Stated, cancellationToken);
            result = solvers.Exact(model, point.N, point.Times, exact, progress.Of(point), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            string error = SizeFailure.Describe(exception);
            store.KeepFailure(point, error);
            if (reasons.TryAdd(error, true))
            {
                options.Warn($"{point} failed: {error}");
            }

            return;
        }

        store.Keep(point, result);
    }
}
