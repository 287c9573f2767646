using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Yaml;

namespace FiniteNCheck.Verification;

/// <summary>Reads study files.</summary>
internal static class StudyReader
{
    internal static Study Load(string path)
    {
        YamlMap root = YamlFile.Load(path).Allow("name", "model", "ladder", "times", "predictions", "tolerance", "resolution", "large");
        Study study = new()
        {
            Name = root.Required("name", "the study's name").Text(),
            Ladder = Ladder(root.Required("ladder", "a list of n such as [6, 8, 12, 16, 24]")),
            Times = root.Required("times", "a list of times such as [0.5, 1]").List(item => item.Number()),
            Predictions = root.Required("predictions", "a list of { prediction: ..., expect: ... }").List(Prediction),
            Tolerance = root.Optional("tolerance")?.Number(),
            Resolution = root.Optional("resolution")?.Number() ?? ElementJudge.DefaultResolution,
            Model = Model(root.Required("model", "the path of a model file, relative to this file"), path),
            Large = root.Optional("large") is { } sizes ? Large(sizes) : null,
        };
        return StudyValidation.Problems(study).FirstOrDefault() is { } problem
            ? throw root.Nearest(problem.Key).Error(problem.Allowed, problem.Remedy, problem.Found)
            : study;
    }

    private static LargeLadder Large(YamlNode node)
    {
        YamlMap map = node.Map().Allow("ladder", "tolerance");
        return new LargeLadder(Ladder(map.Required("ladder", "a list of n such as [100, 200, 500, 1000]")), map.Optional("tolerance")?.Number());
    }

    private static ImmutableArray<int> Ladder(YamlNode node) => node.List(item => item.WholeNumber(least: 1));

    private static ExpectedPrediction Prediction(YamlNode node)
    {
        YamlMap map = node.Map().Allow("prediction", "expect");
        PredictionKind kind = map.Required("prediction", "mean-field, covariance-full or covariance-printed").Choice(
            [.. Enum.GetValues<PredictionKind>().Select(value => (ExpectedPrediction.NameOf(value), value))]);
        Verdict expected = map.Required("expect", "confirmed, refuted or inconclusive").Choice(
            ("confirmed", Verdict.Confirmed), ("refuted", Verdict.Refuted), ("inconclusive", Verdict.Inconclusive));
        return new ExpectedPrediction(kind, expected);
    }

    private static CollectiveModel Model(YamlNode node, string studyPath)
    {
        string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(studyPath)) ?? string.Empty, node.Text());
        return File.Exists(path)
            ? ModelFile.Load(path)
            : throw node.Error("the path of a model file, relative to this file", $"Check the path: there is no file {path}.");
    }
}
