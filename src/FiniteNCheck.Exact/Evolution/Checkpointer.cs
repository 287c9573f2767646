using System.Diagnostics;
using FiniteNCheck.Exact.Evolution.Checkpoints;
using FiniteNCheck.Files;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>Resumes a run from its checkpoint, and saves it from time to time.</summary>
/// <param name="settings">Where, how often, and whom to warn.</param>
/// <param name="problem">
/// What is solved, in the engine's own terms: a checkpoint of another problem is not used, whatever its identity says.
/// </param>
/// <param name="run">The run, at its beginning.</param>
internal sealed class Checkpointer(Checkpointing settings, string problem, ICheckpointed run)
{
    private readonly long started = Stopwatch.GetTimestamp();
    private long lastAttempt = Stopwatch.GetTimestamp();
    private bool isSaved;
    private bool isForeign;
    private long saved;

    /// <summary>Advances the run to its checkpoint, or leaves it as it is where there is none that can be used.</summary>
    public void Resume()
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

    /// <summary>Saves the run after a step, if it is time to.</summary>
    public void AfterStep()
    {
        if (Stopwatch.GetElapsedTime(lastAttempt) >= settings.Every)
        {
            Save();
        }
    }

    /// <summary>Saves the finished run, if it was saved before or took long.</summary>
    public void AtEnd()
    {
        if (isSaved || Stopwatch.GetElapsedTime(started) >= settings.Every)
        {
            Save();
        }
    }

    /// <summary>Saves the run, unless nothing has been done since the last time.</summary>
    public void Save()
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
