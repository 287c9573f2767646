using System.Collections.Immutable;
using System.Diagnostics;
using FiniteNCheck.Exact.Evolution.Checkpoints;
using FiniteNCheck.Files;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;

namespace FiniteNCheck.Exact.Evolution;

/// <summary>Resumes a run from its checkpoint, and saves it from time to time.</summary>
/// <param name="settings">Where, how often, and whom to warn.</param>
/// <param name="problem">
/// What is solved, in the engine's own terms: a checkpoint of another problem is not used, whatever its identity says.
/// </param>
internal sealed class Checkpointer(Checkpointing settings, string problem)
{
    private readonly long started = Stopwatch.GetTimestamp();
    private long lastAttempt = Stopwatch.GetTimestamp();
    private bool isSaved;
    private bool isForeign;
    private (long Steps, int Recorded) saved;

    /// <summary>Advances an evolution to its checkpoint, or leaves it as it is where there is none that can be used.</summary>
    /// <param name="evolution">The evolution at <c>t = 0</c>.</param>
    /// <param name="times">The output times.</param>
    /// <param name="functions">The functions of the state.</param>
    /// <param name="observables">The number of observables.</param>
    /// <param name="eigenvalues">The number of eigenvalues checked at every time.</param>
    /// <returns>What had been recorded by then.</returns>
    public RecordedMoments Resume(
        TimedEvolution evolution,
        IReadOnlyList<double> times,
        ImmutableArray<StateFunction> functions,
        int observables,
        int eigenvalues)
    {
        try
        {
            using var stream = new FileStream(settings.Path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var reader = new CheckpointReader(stream);
            reader.Expect(settings.Identity, "its identity is another one");
            reader.Expect(problem, "its size, method, accuracy or times are others");
            var recorded = RecordedMoments.Read(reader, times, functions, observables, eigenvalues);
            evolution.Read(reader, recorded.Passed, recorded.Next);
            (isSaved, saved) = (true, (evolution.Steps, recorded.Count));
            return recorded;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new RecordedMoments(times, functions);
        }
        catch (InvalidDataException exception)
        {
            return AfterWarning(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return AfterWarning($"cannot be read ({exception.Message.TrimEnd('.')})");
        }

        RecordedMoments AfterWarning(string reason)
        {
            isForeign = true;
            settings.Warn?.Invoke(
                $"checkpoint '{settings.Path}' {reason}; the run starts from t = 0, "
                + $"and its first checkpoint sets the file aside as '{settings.AsidePath}'.");
            return new RecordedMoments(times, functions);
        }
    }

    /// <summary>Saves a run after a step, if it is time to.</summary>
    /// <param name="evolution">The evolution between two steps.</param>
    /// <param name="recorded">What was recorded so far.</param>
    public void AfterStep(TimedEvolution evolution, RecordedMoments recorded)
    {
        if (Stopwatch.GetElapsedTime(lastAttempt) >= settings.Every)
        {
            Save(evolution, recorded);
        }
    }

    /// <summary>Saves a finished run, if it was saved before or took long.</summary>
    /// <param name="evolution">The evolution at its end.</param>
    /// <param name="recorded">Everything recorded.</param>
    public void AtEnd(TimedEvolution evolution, RecordedMoments recorded)
    {
        if (isSaved || Stopwatch.GetElapsedTime(started) >= settings.Every)
        {
            Save(evolution, recorded);
        }
    }

    /// <summary>Saves a run, unless nothing has changed since the last time.</summary>
    /// <param name="evolution">The evolution between two steps.</param>
    /// <param name="recorded">What was recorded so far.</param>
    public void Save(TimedEvolution evolution, RecordedMoments recorded)
    {
        (long Steps, int Recorded) now = (evolution.Steps, recorded.Count);
        if (now == saved)
        {
            return;
        }

        try
        {
            Write(evolution, recorded);
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
                $"checkpoint '{settings.Path}' cannot be written at t = {Numeral.Exact(evolution.Time)} "
                + $"({exception.Message.TrimEnd('.')}): {last}{DeleteTemporary()}, and the run goes on.");
        }

        // The interval counts from here: a checkpoint that takes long to write must not be all that the run does.
        lastAttempt = Stopwatch.GetTimestamp();
    }

    private void Write(TimedEvolution evolution, RecordedMoments recorded)
    {
        using var stream = new FileStream(settings.TemporaryPath, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        using var writer = new CheckpointWriter(stream);
        writer.Write(settings.Identity);
        writer.Write(problem);
        recorded.Write(writer);
        evolution.Write(writer);
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
