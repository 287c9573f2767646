using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Files;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Runs;

/// <summary>
/// A folder that stores the results of points: one file per finished point in <c>points</c>, per failed point
/// in <c>failed</c>, per unfinished long point in <c>checkpoints</c>, per running point in <c>locks</c>, each
/// named by the id of its point. There is no database, and nothing is shared but the names, so any number of
/// processes on a shared file system can write at once. Files are written atomically and carry a hash.
/// </summary>
public sealed class RunDirectory : IPointStore
{
    private const string Points = "points";
    private const string Failed = "failed";
    private const string Checkpoints = "checkpoints";
    private const string Locks = "locks";
    private const string Plan = "plan.json";

    private static readonly string[] Folders = [Points, Failed, Checkpoints, Locks];

    private readonly Action<string> warn;

    private RunDirectory(string path, Action<string> warn)
    {
        Path = path;
        this.warn = warn;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Opens a run directory, and creates it if it does not exist.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="warn">Receives one line for each damaged file, with what is done about it.</param>
    /// <exception cref="InputException">It is not a run directory, or it cannot be written to.</exception>
    public static RunDirectory Open(string path, Action<string>? warn = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (File.Exists(path))
        {
            throw new InputException($"The run directory '{path}' is a file: give a directory, existing or new.");
        }

        RefuseForeign(path);
        try
        {
            foreach (string folder in Folders)
            {
                DirectoryInfo made = Directory.CreateDirectory(System.IO.Path.Combine(path, folder));
                RefuseLink(path, folder, made);
                using FileStream probe = new(
                    System.IO.Path.Combine(made.FullName, $"probe.{UniqueName.Next()}{DurableFile.TemporaryExtension}"),
                    FileMode.CreateNew,
                    FileAccess.Write,
                    FileShare.None,
                    1,
                    FileOptions.DeleteOnClose);
                probe.WriteByte(0);
                probe.Flush(flushToDisk: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"Nothing can be written in the run directory '{path}' ({exception.Message}): give one that you may write to, "
                + "on a disk with room.",
                exception);
        }

        return new RunDirectory(path, warn ?? (_ => { }));
    }

    /// <summary>Opens an existing run directory for reading.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="InputException">There is no run directory.</exception>
    public static RunDirectory OpenExisting(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return File.Exists(System.IO.Path.Combine(path, Plan))
            ? new RunDirectory(path, _ => { })
            : throw new InputException(
                $"'{path}' is no run directory (it has no {Plan}): give the directory of 'finitencheck verify --run DIR'.");
    }

    /// <inheritdoc/>
    ExactResult? IPointStore.Find(RunPoint point)
    {
        string path = PathOf(Points, point.Id, ".json");
        if (!File.Exists(path))
        {
            return null;
        }

        ExactResult? result = ReadChecksummed(path) is { } json ? PointDocument.Read(json, point.Identity.Text) : null;
        if (result is null)
        {
            warn($"The file '{path}' is damaged: its point ({point}) counts as missing.");
        }

        return result;
    }

    /// <inheritdoc/>
    PointFailure? IPointStore.FindFailure(RunPoint point) => FailureAt(PathOf(Failed, point.Id, ".json"));

    /// <inheritdoc/>
    IDisposable? IPointStore.TryTake(RunPoint point) => PointLock.TryTake(PathOf(Locks, point.Id, ".lock"));

    /// <inheritdoc/>
    Checkpointing? IPointStore.CheckpointingOf(RunPoint point, TimeSpan interval) => SettingsOf(point) with { Every = interval };

    /// <inheritdoc/>
    void IPointStore.Keep(RunPoint point, ExactResult result)
    {
        DurableFile.Write(PathOf(Points, point.Id, ".json"), ChecksummedJson.Write(PointDocument.Write(point.Identity.Text, result)));
        File.Delete(PathOf(Failed, point.Id, ".json"));
        SettingsOf(point).Delete();
    }

    /// <inheritdoc/>
    void IPointStore.KeepFailure(RunPoint point, string error) => DurableFile.Write(
        PathOf(Failed, point.Id, ".json"),
        ChecksummedJson.Write(JsonSerializer.Serialize(new PointFailure(point.Id, $"{point}", error), PointJson.Plain.PointFailure)));

    /// <summary>Records the points that a run is to compute, for <see cref="Status"/>.</summary>
    /// <param name="plan">Its points.</param>
    public void Describe(IEnumerable<RunPoint> plan)
    {
        string path = System.IO.Path.Combine(Path, Plan);
        byte[] text = ChecksummedJson.Write(JsonSerializer.Serialize(PlanDocument.Of(plan), PointJson.Plain.PlanDocument));
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(text))
        {
            DurableFile.Write(path, text);
        }
    }

    /// <summary>The status of the latest run.</summary>
    /// <exception cref="InputException">The plan is damaged.</exception>
    public RunStatus Status()
    {
        string path = System.IO.Path.Combine(Path, Plan);
        PlanDocument plan =
            (ReadChecksummed(path) is { } json ? JsonSerializer.Deserialize(json, PointJson.Plain.PlanDocument) : null)
            ?? throw new InputException(
                $"The file '{path}' is damaged: run the study again with --run '{Path}', "
                + "which writes it anew and computes only what is missing.");
        return new RunStatus(plan.Version, [.. plan.Points.Select(point => StateOf(point))]);
    }

    private Checkpointing SettingsOf(RunPoint point) => new()
    {
        Path = PathOf(Checkpoints, point.Id, ".bin"),
        Identity = point.Identity.Text,
        Warn = message => warn($"{point}: {message}"),
    };

    private PointStatus StateOf(PlanDocument.Entry point)
    {
        PointStatus status = new(point.Id, point.Point, point.Seconds, PointState.Missing);
        string taken = PathOf(Locks, point.Id, ".lock");
        return File.Exists(PathOf(Points, point.Id, ".json")) ? status with { State = PointState.Done }
            : File.Exists(taken) && PointLock.HolderOf(taken) is { } holder ? status with { State = PointState.Running, Holder = holder }
            : FailureAt(PathOf(Failed, point.Id, ".json")) is { } failure ? status with { State = PointState.Failed, Error = failure.Error }
            : status with { HasCheckpoint = Checkpointing.ExistsAt(PathOf(Checkpoints, point.Id, ".bin")) };
    }

    private static PointFailure? FailureAt(string path) =>
        File.Exists(path) && ReadChecksummed(path) is { } json ? JsonSerializer.Deserialize(json, PointJson.Plain.PointFailure) : null;

    private static string? ReadChecksummed(string path) => ChecksummedJson.Read(Encoding.UTF8.GetString(File.ReadAllBytes(path)));

    /// <summary>Refuses a folder that is neither empty nor a run directory.</summary>
    private static void RefuseForeign(string path)
    {
        if (Directory.Exists(path)
            && Directory.EnumerateFileSystemEntries(path).Select(System.IO.Path.GetFileName).ToImmutableArray() is { IsEmpty: false } names
            && !names.Contains(Points, StringComparer.Ordinal))
        {
            throw new InputException(
                $"The run directory '{path}' holds other files ({names[0]}): give an empty or new directory, or one of an earlier run.");
        }
    }

    private static void RefuseLink(string path, string name, DirectoryInfo folder)
    {
        if (folder.LinkTarget is { } target)
        {
            throw new InputException(
                $"'{name}' in the run directory '{path}' is a link to '{target}': a run directory holds its own files. Replace the link, "
                + "or give another directory.");
        }
    }

    private string PathOf(string folder, string id, string extension) => System.IO.Path.Combine(Path, folder, id + extension);
}
