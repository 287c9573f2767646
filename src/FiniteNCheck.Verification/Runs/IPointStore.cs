using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;

namespace FiniteNCheck.Verification.Runs;

/// <summary>Stores the results of points. All members are thread-safe.</summary>
internal interface IPointStore
{
    /// <summary>The result of a point, or <see langword="null"/> if there is none.</summary>
    /// <param name="point">The point.</param>
    ExactResult? Find(RunPoint point);

    /// <summary>Why a point failed, or <see langword="null"/> if it has not.</summary>
    /// <param name="point">The point.</param>
    PointFailure? FindFailure(RunPoint point);

    /// <summary>Claims a point for computation; <see langword="null"/> if another process holds it.</summary>
    /// <param name="point">The point.</param>
    /// <returns>A handle that releases the point when disposed.</returns>
    IDisposable? TryTake(RunPoint point);

    /// <summary>How a long point saves checkpoints, or <see langword="null"/> if it cannot.</summary>
    /// <param name="point">The point.</param>
    /// <param name="interval">Time between two checkpoints.</param>
    Checkpointing? CheckpointingOf(RunPoint point, TimeSpan interval);

    /// <summary>Stores a result; the checkpoint of its point is no longer needed.</summary>
    /// <param name="point">The point.</param>
    /// <param name="result">Its result.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    void Keep(RunPoint point, ExactResult result);

    /// <summary>Stores the reason why a point failed.</summary>
    /// <param name="point">The point.</param>
    /// <param name="error">What went wrong and what to do, in one line.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    void KeepFailure(RunPoint point, string error);
}
