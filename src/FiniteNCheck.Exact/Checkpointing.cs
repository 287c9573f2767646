using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>
/// Where and how often a long run saves what it has come to, so that the same run, started again after it was killed, goes on from there and gives
/// the same bits as one that was never stopped.
/// </summary>
/// <remarks>
/// <para>A checkpoint is written beside the file, flushed to disk and renamed over it: whenever the run is killed, the old or the new one is whole. One that is
/// truncated, damaged or of another run is not used: the run warns, starts from <c>t = 0</c>, and sets the file aside under its name with <c>.unused</c> when it
/// saves its own. A checkpoint that cannot be written costs no more than a warning.</para>
/// <para>A run leaves its last checkpoint behind, from which it ends at once when started again: call <see cref="Delete"/> when the result is safe.</para>
/// <para>The file, little endian, every number of 8 bytes: the mark <c>FNCHECK\n</c>, the version 2; identity and problem as UTF-8, each after its length
/// in bytes; the number of output times passed and for each its mean, covariance and checks; time and error account; what the propagator carries; of a window
/// its account and strips; the length of the state and the state; 32 bytes of SHA-256 of all that. Lists come after their lengths.</para>
/// <para>The number of threads may change between runs. Another kind of processor may sum in another order: then the last digits may differ.</para>
/// </remarks>
public sealed record Checkpointing
{
    /// <summary>The file. Two runs at a time must not share it.</summary>
    public required string Path { get; init; }

    /// <summary>A text that names everything that determines the run: model, size, times, options, version of the program. A checkpoint with another one is not used.</summary>
    public required string Identity { get; init; }

    /// <summary>Time between checkpoints, on a clock that nobody sets; zero for one after every step.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Told in one sentence when a checkpoint cannot be read, written or deleted; the run goes on.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>The file that a checkpoint is written to before it takes the place of the last one.</summary>
    internal string TemporaryPath => $"{Path}.tmp";

    /// <summary>Where a file goes that stood in the place of the checkpoint and could not be used.</summary>
    internal string AsidePath => $"{Path}.unused";

    /// <summary>Deletes the checkpoint, once the result of the run is safe; nothing happens where there is none.</summary>
    public void Delete()
    {
        foreach (string file in new[] { Path, TemporaryPath }.Where(File.Exists))
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Warn?.Invoke($"checkpoint '{file}' cannot be deleted ({exception.Message.TrimEnd('.')}): delete it by hand.");
            }
        }
    }

    /// <summary>Checks the settings.</summary>
    /// <exception cref="InputException">Path or interval is no such thing.</exception>
    internal void Check()
    {
        if (string.IsNullOrWhiteSpace(Path))
        {
            throw new InputException("checkpoint path is empty: expected the name of a file. Give one, or run without checkpoints.");
        }

        if (Every < TimeSpan.Zero)
        {
            throw new InputException($"time between checkpoints is {Every.TotalSeconds} s: expected zero or more. Give zero for a checkpoint after every step.");
        }
    }
}
