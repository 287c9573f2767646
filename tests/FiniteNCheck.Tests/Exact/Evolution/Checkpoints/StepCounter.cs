using FiniteNCheck.Exact;

namespace FiniteNCheck.Tests.Exact.Evolution.Checkpoints;

/// <summary>Counts the steps that a run takes itself, not those it resumed from a checkpoint, and may stop it after some of them.</summary>
/// <param name="stopAfter">The steps after which it is stopped.</param>
internal sealed class StepCounter(int stopAfter = int.MaxValue) : IProgress<ExactProgress>, IProgress<StationaryProgress>, IDisposable
{
    private readonly CancellationTokenSource source = new();

    /// <summary>The steps so far.</summary>
    public int Taken { get; private set; }

    /// <summary>Stops the run.</summary>
    public CancellationToken Token => source.Token;

    public void Report(ExactProgress value) => Count();

    public void Report(StationaryProgress value)
    {
        // A search reports that it factorises beside its steps.
        if (!value.What.Contains("factorising", StringComparison.Ordinal))
        {
            Count();
        }
    }

    public void Dispose() => source.Dispose();

    private void Count()
    {
        if (++Taken == stopAfter)
        {
            source.Cancel();
        }
    }
}
