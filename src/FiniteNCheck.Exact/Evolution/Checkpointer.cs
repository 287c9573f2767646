using System.Diagnostics;
using FiniteNCheck.Exact.Evolution.Checkpoints;
using FiniteNCheck.Files;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>Resumes a run from its checkpoint, and saves it from time to time.</summary>
internal sealed class Checkpointer
{
    private readonly Checkpointing settings;
    private readonly string problem;
    private readonly ICheckpointed run;
    private readonly long started = Stopwatch.GetTimestamp();
    private long lastAttempt = Stopwatch.GetTimestamp();
    private bool isSaved;
    private bool isForeign;
    private long saved;

    private Checkpointer(Checkpointing settings, string problem, ICheckpointed run) =>
        (this.settings, this.problem, this.run) = (settings, problem, run);

    /// <summary>Runs a computation from its checkpoint on, and saves it from time to time, at its end and where it is cancelled.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="settings">Where, how often, and whom to warn; <see langword="null"/> for no checkpoints.</param>
    /// <param name="problem">
    /// What is solved, in the engine's own terms: a checkpoint of another problem is not used, whatever its identity says.
    /// </param>
    /// <param name="run">The computation, at its beginning.</param>
    /// <param name="compute">Computes the result, and calls what it is given after every step from which it can go on.</param>
    public static T Run<T>(Checkpointing? settings, string problem, ICheckpointed run, Func<Action, T> compute)
    {
        if (settings is null)
        {
            return compute(() => { });
        }

        var checkpointer = new Checkpointer(settings, problem, run);
        checkpointer.Resume();
        try
        {
            T result = compute(checkpointer.AfterStep);
            checkpointer.AtEnd();
            return result;
        }
        catch (OperationCanceledException)
        {
            // A step is completed or undone, never left halfway.
            checkpointer.Save();
            throw;
        }
    }

    private void Resume()
    {
        try
        {
            using var stream = new FileStream(settings.Path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var reader = new CheckpointReader(stream);
            reader.Expect(settings.Identity, "its identity is another one");
            reader.Expect(problem, "its size, method, accuracy or times are others");
            run.Read(reader);
            (isSaved, saved) = (true, run.Done);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // The run has not been saved before.
        }
        catch (InvalidDataException exception)
        {
            SetAside(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            SetAside($"cannot be read ({exception.Message.TrimEnd('.')})");
        }
    }

    private void AfterStep()
    {
        if (Stopwatch.GetElapsedTime(lastAttempt) >= settings.Every)
        {
            Save();
        }
    }

    // A run that is short has nothing to save.
    private void AtEnd()
    {
        if (isSaved || Stopwatch.GetElapsedTime(started) >= settings.Every)
        {
            Save();
        }
    }

    private void Save()
    {
        long now = run.Done;
        if (now == saved)
        {
            return;
        }

        try
        {
            Write();
            if (isForeign && File.Exists(settings.Path))
            {
                File.Move(settings.Path, settings.AsidePath, overwrite: true);
            }

            File.Move(settings.TemporaryPath, settings.Path, overwrite: true);
            DurableFile.FlushFolderOf(settings.Path);
            (isSaved, isForeign, saved) = (true, false, now);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string last = isSaved ? "the last one stays" : "there is none yet";
            settings.Warn?.Invoke(
                $"checkpoint '{settings.Path}' cannot be written at {run.Reached} "
                + $"({exception.Message.TrimEnd('.')}): {last}{DeleteTemporary()}, and the run goes on.");
        }

        // The interval counts from here: a checkpoint that takes long to write must not be all that the run does.
        lastAttempt = Stopwatch.GetTimestamp();
    }

    private void SetAside(string reason)
    {
        isForeign = true;
        settings.Warn?.Invoke(
            $"checkpoint '{settings.Path}' {reason}; the run starts from {run.Beginning}, "
            + $"and its first checkpoint sets the file aside as '{settings.AsidePath}'.");
    }

    private void Write()
    {
        using var stream = new FileStream(settings.TemporaryPath, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        using var writer = new CheckpointWriter(stream);
        writer.Write(settings.Identity);
        writer.Write(problem);
        run.Write(writer);
        writer.Finish();
        stream.Flush(flushToDisk: true);
    }

    // Returns what the warning has to add where the temporary file cannot be deleted either.
    private string DeleteTemporary()
    {
        try
        {
            File.Delete(settings.TemporaryPath);
            return "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return File.Exists(settings.TemporaryPath) ? $", '{settings.TemporaryPath}' is left over" : "";
        }
    }
}
