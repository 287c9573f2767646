using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;

namespace FiniteNCheck.Verification.Runs;

/// <summary>Where the results of points are kept. All members may be called by several threads at once.</summary>
internal interface IPointStore
{
    /// <summary>The result of a point, or <see langword="null"/> where there is none.</summary>
    /// <param name="point">The point.</param>
    ExactResult? Find(RunPoint point);

    /// <summary>Why a point has no result, or <see langword="null"/> where it has not failed.</summary>
    /// <param name="point">The point.</param>
    PointFailure? FindFailure(RunPoint point);

    /// <summary>Takes a point to compute it, or returns <see langword="null"/> where another process has it.</summary>
    /// <param name="point">The point.</param>
    /// <returns>What gives it back when disposed.</returns>
    IDisposable? TryTake(RunPoint point);

    /// <summary>Where a long point saves itself, or <see langword="null"/> where it cannot.</summary>
    /// <param name="point">The point.</param>
    /// <param name="interval">Time between two checkpoints.</param>
    Checkpointing? CheckpointingOf(RunPoint point, TimeSpan interval);

    /// <summary>Keeps a result; a checkpoint of its point is not needed any more.</summary>
    /// <param name="point">The point.</param>
    /// <param name="result">Its result.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    void Keep(RunPoint point, ExactResult result);

    /// <summary>Keeps the reason why a point has no result.</summary>
    /// <param name="point">The point.</param>
    /// <param name="error">What went wrong and what to do, in one line.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    void KeepFailure(RunPoint point, string error);
}
