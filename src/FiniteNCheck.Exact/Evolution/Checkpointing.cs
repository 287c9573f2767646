using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>
/// Where and how often a long run saves its progress. The same run, started again after it was killed, resumes there and gives the same
/// bits as a run that was never interrupted.
/// </summary>
/// <remarks>
/// <para>A checkpoint is written to a temporary file next to the last one, flushed to disk and renamed over it: whenever the run is killed,
/// either the old or the new checkpoint is complete. A checkpoint that is truncated, damaged or from another run is not used: the run
/// warns, starts from <c>t = 0</c>, and renames the file to <c>.unused</c> when it saves its own. A checkpoint that cannot be written
/// costs only a warning.</para>
/// <para>A run leaves its last checkpoint behind, from which it ends at once when started again: call <see cref="Delete"/> once the result
/// is safe.</para>
/// <para>The file is little endian, every number 8 bytes: the mark <c>FNCHECK\n</c>; the version 2; identity and problem in UTF-8, each
/// after its length in bytes; the number of output times passed, and for each its mean, covariance, functions of the state (values, then
/// error bounds; nothing where none are asked for) and checks; time and error bounds; the step control of the propagator; for a window its
/// state and its strips; the length of the state and the state; 32 bytes of SHA-256 of everything before. Lists come after their
/// lengths.</para>
/// <para>A search for a stationary state has other numbers between problem and checksum: for the solver of the state, then for that of the
/// bounds, the steps, applications, amplification, whether sectors are factorised, the numbers of the factors, and after a 1 the
/// unfinished solution (the solution, the best one, both norms, the steps before it); after a 1 the state; the bounds proven so far.</para>
/// <para>One for the slowest modes has its searches, of which all but the last have ended: the exponentials, the restarts, 1 where it has
/// ended, the residual, the moduli, the vectors of the basis, the numbers of the projected map row by row, the step control of the
/// propagator.</para>
/// <para>The number of threads may change between runs. A different kind of processor may sum in another order, and then the last digits
/// may differ.</para>
/// </remarks>
public sealed record Checkpointing
{
    private const string StationaryState = ".stationary";
    private const string SlowestMode = ".gap";

    /// <summary>The file. Two runs must not use it at the same time.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// A text that names everything that determines the run: model, size, times, options, version of the program. A checkpoint with another
    /// identity is not used.
    /// </summary>
    public required string Identity { get; init; }

    /// <summary>Time between checkpoints, on a monotonic clock; zero for a checkpoint after every step.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Receives one sentence when a checkpoint cannot be read, written or deleted; the run goes on.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>
    /// The same for the stationary state of the run, which has a file of its own: the run to its finite times keeps its last checkpoint.
    /// </summary>
    public Checkpointing OfStationaryState => this with { Path = Path + StationaryState };

    /// <summary>The same for the slowest mode of the run, which has a file of its own too.</summary>
    public Checkpointing OfSlowestMode => this with { Path = Path + SlowestMode };

    /// <summary>The file to which a checkpoint is written before it replaces the last one.</summary>
    internal string TemporaryPath => $"{Path}.tmp";

    /// <summary>The name given to a file that could not be used as a checkpoint.</summary>
    internal string AsidePath => $"{Path}.unused";

    /// <summary>Whether a run has left a checkpoint.</summary>
    /// <param name="path">Its <see cref="Path"/>.</param>
    public static bool ExistsAt(string path) => PathsOf(path).Any(File.Exists);

    /// <summary>Deletes the checkpoint once the result of the run is safe; does nothing where there is none.</summary>
    public void Delete()
    {
        IEnumerable<Checkpointing> parts = PathsOf(Path).Select(path => this with { Path = path });
        foreach (string file in parts.SelectMany(part => new[] { part.Path, part.TemporaryPath }).Where(File.Exists))
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

    private static string[] PathsOf(string path) => [path, path + StationaryState, path + SlowestMode];

    /// <summary>Checks the settings.</summary>
    /// <exception cref="InputException">The path is empty, or the interval negative.</exception>
    internal void Check()
    {
        if (string.IsNullOrWhiteSpace(Path))
        {
            throw new InputException("checkpoint path is empty: expected the name of a file. Give one, or run without checkpoints.");
        }

        if (Every < TimeSpan.Zero)
        {
            throw new InputException(
                $"time between checkpoints is {Every.TotalSeconds} s: expected zero or more. Give zero for a checkpoint after every step.");
        }
    }
}
