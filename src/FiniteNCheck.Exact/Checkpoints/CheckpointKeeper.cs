using System.Diagnostics;
using FiniteNCheck.Model;
using FiniteNCheck.Files;

namespace FiniteNCheck.Exact.Checkpoints;

/// <summary>Takes up a run where its checkpoint left off, and saves it from time to time.</summary>
/// <param name="settings">Where, how often, and whom to warn.</param>
/// <param name="problem">What is solved, in the engine's own terms: a checkpoint of another problem is not used, whatever its identity says.</param>
internal sealed class CheckpointKeeper(Checkpointing settings, string problem)
{
    private readonly long started = Stopwatch.GetTimestamp();
    private long lastTried = Stopwatch.GetTimestamp();
    private bool isKept;
    private bool isForeign;
    private (long Steps, int Outputs) kept;

    /// <summary>Moves an evolution on to its checkpoint, or leaves it as it is where there is none that can be used.</summary>
    /// <param name="evolution">The evolution at <c>t = 0</c>.</param>
    /// <param name="times">The times of output.</param>
    /// <param name="blocks">The blocks of the model.</param>
    /// <returns>What had been read off the state until then.</returns>
    public Outputs Resume(Evolution evolution, IReadOnlyList<double> times, int blocks)
    {
        try
        {
            using var stream = new FileStream(settings.Path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var reader = new CheckpointReader(stream);
            reader.Expect(settings.Identity, "its identity is another one");
            reader.Expect(problem, "its size, method, accuracy or times are others");
            Outputs outputs = Outputs.Read(reader, times, blocks, evolution.Layout.Graph.Vertices.Length);
            evolution.Read(reader, outputs.Passed, outputs.Next);
            (isKept, kept) = (true, (evolution.Steps, outputs.Count));
            return outputs;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Outputs(times);
        }
        catch (InvalidDataException exception)
        {
            return AfterWarning(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return AfterWarning($"cannot be read ({exception.Message.TrimEnd('.')})");
        }

        Outputs AfterWarning(string why)
        {
            isForeign = true;
            settings.Warn?.Invoke($"checkpoint '{settings.Path}' {why}; the run starts from t = 0, and its first checkpoint sets the file aside as '{settings.AsidePath}'.");
            return new Outputs(times);
        }
    }

    /// <summary>Saves a run after a step, where it is time to.</summary>
    /// <param name="evolution">The evolution between two steps.</param>
    /// <param name="outputs">What was read off the state so far.</param>
    public void AfterStep(Evolution evolution, Outputs outputs)
    {
        if (Stopwatch.GetElapsedTime(lastTried) >= settings.Every)
        {
            Save(evolution, outputs);
        }
    }

    /// <summary>Saves a run that has come to its end, where it was worth saving before or took long.</summary>
    /// <param name="evolution">The evolution at its end.</param>
    /// <param name="outputs">All that was read off the state.</param>
    public void AtEnd(Evolution evolution, Outputs outputs)
    {
        if (isKept || Stopwatch.GetElapsedTime(started) >= settings.Every)
        {
            Save(evolution, outputs);
        }
    }

    /// <summary>Saves a run, unless it has not moved since it was saved last.</summary>
    /// <param name="evolution">The evolution between two steps.</param>
    /// <param name="outputs">What was read off the state so far.</param>
    public void Save(Evolution evolution, Outputs outputs)
    {
        (long Steps, int Outputs) now = (evolution.Steps, outputs.Count);
        if (now == kept)
        {
            return;
        }

        try
        {
            Write(evolution, outputs);
            if (isForeign && File.Exists(settings.Path))
            {
                File.Move(settings.Path, settings.AsidePath, overwrite: true);
            }

            File.Move(settings.TemporaryPath, settings.Path, overwrite: true);
            DurableFile.FlushFolderOf(settings.Path);
            (isKept, isForeign, kept) = (true, false, now);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string last = isKept ? "the last one stays" : "there is none yet";
            settings.Warn?.Invoke(
                $"checkpoint '{settings.Path}' cannot be written at t = {Numeral.Exact(evolution.Time)} ({exception.Message.TrimEnd('.')}): {last}{LeftOver()}, and the run goes on.");
        }

        // Counted from the end: a checkpoint that takes long to write must not be all that the run does.
        lastTried = Stopwatch.GetTimestamp();
    }

    private void Write(Evolution evolution, Outputs outputs)
    {
        using var stream = new FileStream(settings.TemporaryPath, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        using var writer = new CheckpointWriter(stream);
        writer.Write(settings.Identity);
        writer.Write(problem);
        outputs.Write(writer);
        evolution.Write(writer);
        writer.Finish();
        stream.Flush(flushToDisk: true);
    }

    // Removes the temporary file; says so where that does not succeed either.
    private string LeftOver()
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
