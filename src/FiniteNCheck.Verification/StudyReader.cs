using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Yaml;

namespace FiniteNCheck.Verification;

/// <summary>Reads study files.</summary>
internal static class StudyReader
{
    private const double LeastTolerance = 1e-14;
    private const double LargestTolerance = 1e-3;

    internal static Study Load(string path)
    {
        YamlMap root = YamlFile.Load(path).Allow("name", "model", "ladder", "times", "predictions", "tolerance", "resolution", "large");
        string name = root.Required("name", "the study's name").Text();
        ImmutableArray<int> ladder = Ladder(root.Required("ladder", "a list of n such as [6, 8, 12, 16, 24]"));
        ImmutableArray<double> times = Times(root.Required("times", "a list of times such as [0.5, 1]"));
        ImmutableArray<ExpectedPrediction> predictions = Predictions(root.Required("predictions", "a list of { prediction: ..., expect: ... }"));
        double? tolerance = root.Optional("tolerance") is { } node ? Between(node, LeastTolerance, LargestTolerance) : null;
        double resolution = root.Optional("resolution") is { } wanted ? Between(wanted, 1e-12, 1) : ElementJudge.DefaultResolution;
        CollectiveModel model = Model(root.Required("model", "the path of a model file, relative to this file"), path);
        CheckSizes(root.Required("ladder"), ladder, model);
        LargeLadder? large = root.Optional("large") is { } sizes ? Large(sizes, model) : null;
        return new Study
        {
            Name = name,
            Model = model,
            Ladder = ladder,
            Times = times,
            Predictions = predictions,
            Tolerance = tolerance,
            Large = large,
            Resolution = resolution,
        };
    }

    private static LargeLadder Large(YamlNode node, CollectiveModel model)
    {
        YamlMap map = node.Map().Allow("ladder", "tolerance");
        YamlNode sizes = map.Required("ladder", "a list of n such as [100, 200, 500, 1000]");
        ImmutableArray<int> ladder = Ladder(sizes);
        CheckSizes(sizes, ladder, model);
        return new LargeLadder(ladder, map.Optional("tolerance") is { } tolerance ? Between(tolerance, LeastTolerance, LargestTolerance) : null);
    }

    private static ImmutableArray<int> Ladder(YamlNode node)
    {
        const string allowed = "a strictly increasing list of at least 4 whole numbers";
        ImmutableArray<int> ladder = node.List(item => item.WholeNumber(least: 1));
        if (ladder.Length < Numerics.Ladder.FewestPoints)
        {
            throw node.Error(allowed, "A limit with an uncertainty needs 4 sizes, a good one 6: add some.");
        }

        RequireIncrease(node, ladder, allowed);
        return ladder;
    }

    private static ImmutableArray<double> Times(YamlNode node)
    {
        const string allowed = "a strictly increasing list of positive times";
        ImmutableArray<double> times = node.List(item => item.Number() is > 0 and double time
            ? time
            : throw item.Error("a positive time", "At time 0 every size holds the initial state: remove it."));
        if (times.IsEmpty)
        {
            throw node.Error(allowed, "Add a time.");
        }

        RequireIncrease(node, times, allowed);
        return times;
    }

    private static void RequireIncrease<T>(YamlNode node, ImmutableArray<T> values, string allowed)
        where T : IComparable<T>
    {
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i].CompareTo(values[i - 1]) <= 0)
            {
                throw node.Items()[i].Error(allowed, "Sort the list and remove what stands there twice.", $"{values[i]} after {values[i - 1]}");
            }
        }
    }

    private static ImmutableArray<ExpectedPrediction> Predictions(YamlNode node)
    {
        ImmutableArray<ExpectedPrediction> predictions = node.List(Prediction);
        if (predictions.IsEmpty)
        {
            throw node.Error("a list of at least one prediction", "Add { prediction: mean-field, expect: confirmed }.");
        }

        for (int i = 1; i < predictions.Length; i++)
        {
            if (predictions.Take(i).Any(earlier => earlier.Kind == predictions[i].Kind))
            {
                throw node.Items()[i].Error("each prediction once", "Remove one of the two.", $"{predictions[i].Name} for the second time");
            }
        }

        return predictions;
    }

    private static ExpectedPrediction Prediction(YamlNode node)
    {
        YamlMap map = node.Map().Allow("prediction", "expect");
        PredictionKind kind = map.Required("prediction", "mean-field, covariance-full or covariance-printed").Choice(
            [.. Enum.GetValues<PredictionKind>().Select(value => (ExpectedPrediction.NameOf(value), value))]);
        Verdict expected = map.Required("expect", "confirmed, refuted or inconclusive").Choice(
            ("confirmed", Verdict.Confirmed), ("refuted", Verdict.Refuted), ("inconclusive", Verdict.Inconclusive));
        return new ExpectedPrediction(kind, expected);
    }

    private static double Between(YamlNode node, double least, double most) => node.Number() is double value && value >= least && value <= most
        ? value
        : throw node.Error($"a number from {least:R} to {most:R}", "Correct it, or remove the key for the default.");

    private static CollectiveModel Model(YamlNode node, string studyPath)
    {
        string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(studyPath)) ?? string.Empty, node.Text());
        return File.Exists(path)
            ? ModelFile.Load(path)
            : throw node.Error("the path of a model file, relative to this file", $"Check the path: there is no file {path}.");
    }

    private static void CheckSizes(YamlNode node, ImmutableArray<int> ladder, CollectiveModel model)
    {
        for (int i = 0; i < ladder.Length; i++)
        {
            try
            {
                model.SpinsAt(ladder[i]);
            }
            catch (InputException e)
            {
                throw node.Items()[i].Error("n at which every block holds a whole number of spins", e.Message);
            }
        }
    }
}
