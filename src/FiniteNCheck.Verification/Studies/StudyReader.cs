using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Files;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Verification.Quantities;
using FiniteNCheck.Verification.Sweeps;

namespace FiniteNCheck.Verification;

/// <summary>Reads study files.</summary>
internal static class StudyReader
{
    private const string TimesAllowed =
        "a list of times such as [0.5, 1] or [stationary], or { period: ..., count: ... } for the ends of periods";

    /// <summary>The studies of a file: one, or one per cell of its sweep, the last axis varying fastest.</summary>
    internal static ImmutableArray<Study> Load(string path, StudyChanges changes)
    {
        YamlMap root = YamlFile.Load(path);
        return IsModel(root) ? OfModel(root, changes).ByComponent()
            : changes is { Ladder.IsEmpty: true, Times.IsEmpty: true } ? Read(root, changes.Settings)
            : throw new InputException(
                $"{path}: a study file has a ladder and times of its own: change them there, or give the model file instead.");
    }

    private static Study OfModel(YamlMap root, StudyChanges changes)
    {
        Study study = Study.Standard(ModelFile.ReadAny(root, changes.Settings)) with { Files = [FileOf(root, root)] };
        return changes.Ladder.IsEmpty
            ? study with { Times = changes.Times }
            : StudyValidation.Check(study with { Times = changes.Times, Ladder = changes.Ladder, Automatic = null });
    }

    /// <summary>The studies of a map with the keys of a study file.</summary>
    /// <param name="root">The map.</param>
    /// <param name="settings">The numbers that replace those of the model file.</param>
    internal static ImmutableArray<Study> Read(YamlMap root, ImmutableArray<ModelSetting> settings)
    {
        root.Allow(
            "name",
            "model",
            "ladder",
            "budget",
            "memory",
            "times",
            "quantities",
            "predictions",
            "method",
            "tolerance",
            "resolution",
            "large",
            "sweep");
        string name = root.Required("name", "the study's name").Text();
        const string modelPath = "the path of a model file, relative to this file";
        YamlMap file = ModelSetting.Apply(YamlFile.Load(root.Required("model", modelPath).NamedFile(modelPath)), settings);
        SymmetricModel model = ModelFile.ReadAny(file);
        ImmutableArray<SweepAxis> axes = root.Optional("sweep") is { } given ? SweepReader.Read(given) : [];
        ImmutableArray<double> times = Times(root.Required("times", TimesAllowed).WithParameters(model.Parameters));
        ImmutableArray<Quantity> quantities = QuantityReader.Read(root.Optional("quantities"), model);
        (ImmutableArray<int> ladder, AutomaticLadder? automatic) = Sizes(root);
        PredictionReader predictions = new(model, quantities, times, axes);
        Study study = Check(
            root,
            new()
            {
                Name = name,
                Ladder = ladder,
                Automatic = automatic,
                Times = times,
                Quantities = quantities,
                Predictions = root.Required("predictions", "a list of { prediction: ..., expect: ... }").List(predictions.Read),
                Method =
                    root.Optional("method")
                        ?.Choice([.. Enum.GetValues<SolutionMethod>().Select(value => (value.ToString().ToLowerInvariant(), value))])
                    ?? SolutionMethod.Auto,
                Tolerance = root.Optional("tolerance")?.Number(),
                Resolution = root.Optional("resolution")?.Number() ?? Study.DefaultResolution,
                Model = model,
                Large = root.Optional("large") is { } sizes ? Large(sizes) : null,
                Files = [FileOf(root, root), FileOf(file, root)],
            });
        if (root.Optional("sweep") is not { } sweep)
        {
            return study.ByComponent();
        }

        return !model.Components.IsEmpty
            ? throw sweep.Error(
                "no sweep of a model that starts from a mixture", "Sweep models that start from its components.", "a sweep of a mixture")
            : [.. Cells(study, file, sweep, axes, root)];
    }

    /// <summary>One study per combination of the axes' values, each with its own checked model.</summary>
    private static IEnumerable<Study> Cells(
        Study study, YamlMap model, YamlNode sweep, ImmutableArray<SweepAxis> axes, YamlMap root)
    {
        IEnumerable<(ImmutableArray<SweepParameter> Parameters, YamlNode Model)> cells = [([], model)];
        foreach (SweepAxis axis in axes)
        {
            cells = cells.SelectMany(cell => axis.Values.Select(value =>
                (cell.Parameters.Add(new SweepParameter(axis.Name, value)), Place(sweep, () => axis.Apply(cell.Model, value)))));
        }

        foreach ((ImmutableArray<SweepParameter> parameters, YamlNode swept) in cells)
        {
            SweepCell cell = new(study.Name, parameters);
            yield return Place(
                sweep,
                () => Check(root, study with { Name = $"{study.Name} at {cell}", Cell = cell, Model = ModelFile.ReadAny(swept.Map()) }),
                cell);
        }
    }

    /// <summary>Adds to an error in a swept model the sweep and the cell where it occurs.</summary>
    private static T Place<T>(YamlNode sweep, Func<T> read, SweepCell? cell = null)
    {
        try
        {
            return read();
        }
        catch (InputFileException exception)
        {
            string place = cell is null ? string.Empty : $" at {cell}";
            throw new InputException($"{sweep.File}:{sweep.Line}: sweep{place}: {exception.Message}", exception);
        }
    }

    private static Study Check(YamlMap root, Study study) => StudyValidation.Problems(study).FirstOrDefault() is { } problem
        ? throw root.Nearest(problem.Key).Error(problem.Allowed, problem.Remedy, problem.Found)
        : study;

    private static SourceFile FileOf(YamlMap file, YamlMap study) =>
        new(Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(study.File))!, file.File).Replace('\\', '/'), file.Content);

    // A model file has blocks, of its own or by shorthand; a study file names one that does.
    private static bool IsModel(YamlMap root) =>
        root.Optional("model") is null && (root.Optional("blocks") ?? root.Optional("hopfield")) is not null;

    private static (ImmutableArray<int> Ladder, AutomaticLadder? Automatic) Sizes(YamlMap root)
    {
        const string allowed = "a list of n such as [6, 8, 12, 16, 24], or auto";
        YamlNode node = root.Required("ladder", allowed);
        (YamlNode? budget, YamlNode? memory) = (root.Optional("budget"), root.Optional("memory"));
        if (node is YamlScalar)
        {
            return node.Text() is "auto"
                ?
                (
                    [],
                    new AutomaticLadder(
                        budget is null ? AutomaticLadder.DefaultBudget : Seconds(budget), memory is null ? null : Bytes(memory)))
                : throw node.Error(allowed, "Write auto, or the sizes.");
        }

        return (budget ?? memory) is { } beside
            ? throw beside.Error("beside ladder: auto only", "Remove it, or write ladder: auto.", $"{beside.Key} beside a list of sizes")
            : (Ladder(node), null);
    }

    // Every period of a drive, at whose ends a periodic model is the same: stroboscopic times.
    private static ImmutableArray<double> Times(YamlNode node)
    {
        if (node is not YamlMap map)
        {
            return node.List(item => item.Text() is "stationary" ? double.PositiveInfinity : item.Number(), TimesAllowed);
        }

        map.Allow("period", "count");
        double period = map.Required("period", "a time above 0").Number();
        int count = map.Required("count", "a whole number of periods").WholeNumber(1, OutputTimes.MaxCount);
        return [.. Enumerable.Range(1, count).Select(k => k * period)];
    }

    private static int Seconds(YamlNode node) => DurationText.TryParse(node.Text(), out int seconds)
        ? seconds
        : throw node.Error("a duration such as 60 s, 5 min or 2 h, in whole numbers, up to 30 days", "Correct it.");

    private static long Bytes(YamlNode node) => ByteSize.TryParse(node.Text(), out long bytes)
        ? bytes
        : throw node.Error("a size such as 8 GB or 512 MB", "Correct it.");

    private static LargeLadder Large(YamlNode node)
    {
        YamlMap map = node.Map().Allow("ladder", "tolerance");
        return new LargeLadder(
            Ladder(map.Required("ladder", "a list of n such as [100, 200, 500, 1000]")), map.Optional("tolerance")?.Number());
    }

    private static ImmutableArray<int> Ladder(YamlNode node) => node.List(item => item.WholeNumber(min: 1));
}
