using System.Collections.Immutable;
using FiniteNCheck.Files;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Verification;

/// <summary>
/// The rules that a <see cref="Study"/> must satisfy, whether read from a file or built in a
/// program. <see cref="StudyRunner"/> checks every study.
/// </summary>
public static class StudyValidation
{
    private const double MinTolerance = 1e-14;
    private const double MaxTolerance = 1e-3;
    private const double MinResolution = 1e-12;

    // More than a person would write: a mistake of a program.
    private const int MaxSizes = 1000;

    /// <summary>Checks a study and its model.</summary>
    /// <param name="study">The study.</param>
    /// <returns>The study.</returns>
    /// <exception cref="InputException">
    /// The study is invalid; the message says where, what was found, what is allowed and what to do.
    /// </exception>
    public static Study Check(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        SymmetricValidation.Check(study.Model);
        return Problems(study).FirstOrDefault() is { } problem ? throw new InputException($"study '{study.Name}': {problem}") : study;
    }

    /// <summary>The problems of a study whose model has none, found lazily. Keys are those of the study file.</summary>
    /// <param name="study">The study.</param>
    public static IEnumerable<ModelProblem> Problems(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        bool chooses = study.Automatic is not null;
        return (chooses && study.Ladder.IsEmpty ? [] : OfLadder("ladder", study.Ladder, study.Model))
            .Concat(chooses && study.Times.IsEmpty ? [] : OfTimes(study.Times))
            .Concat(OfNumber("budget", study.Automatic?.Budget, 1, DurationText.MaxSeconds))
            .Concat(OfNumber("memory", study.Automatic?.Memory, 1, long.MaxValue))
            .Concat(OfPredictions(study.Predictions, study.Model))
            .Concat(OfNumber("tolerance", study.Tolerance, MinTolerance, MaxTolerance))
            .Concat(OfNumber("resolution", study.Resolution, MinResolution, 1))
            .Concat(
                study.Large is { } large
                    ? OfLadder("large.ladder", large.Ladder, study.Model)
                        .Concat(OfNumber("large.tolerance", large.Tolerance, MinTolerance, MaxTolerance))
                    : []);
    }

    private static IEnumerable<ModelProblem> OfLadder(string key, ImmutableArray<int> ladder, SymmetricModel model)
    {
        const string allowed = "a strictly increasing list of at least 4 whole numbers";
        if (ladder.IsDefault || ladder.Length < Numerics.Ladder.MinPoints)
        {
            return [new(key, Length(ladder), allowed, "A limit with an uncertainty needs 4 sizes, a good one 6: add some.")];
        }

        if (ladder.Length > MaxSizes)
        {
            return [new(key, Length(ladder), $"at most {MaxSizes} sizes", "Leave some out: ten or so, well apart, say as much.")];
        }

        return OfOrder(key, ladder, allowed).Concat(ladder.SelectMany((n, i) => OfSize($"{key}[{i + 1}]", n, model)));
    }

    private static IEnumerable<ModelProblem> OfSize(string key, int n, SymmetricModel model)
    {
        string? remedy = null;
        try
        {
            model.SpinsAt(n);
        }
        catch (InputException exception)
        {
            remedy = exception.Message;
        }

        return remedy is null ? [] : [new(key, $"{n}", "n at which every block holds a whole number of spins", remedy)];
    }

    private static IEnumerable<ModelProblem> OfTimes(ImmutableArray<double> times)
    {
        const string allowed = "a strictly increasing list of positive times";
        if (times.IsDefaultOrEmpty)
        {
            return [new("times", "no time", allowed, "Add a time.")];
        }

        if (times.Length > OutputTimes.MaxCount)
        {
            return [new("times", $"{times.Length} times", $"at most {OutputTimes.MaxCount} times", "Leave some out.")];
        }

        return times
            .Select((time, i) => new ModelProblem(
                $"times[{i + 1}]",
                $"{Numeral.Exact(time)}",
                "a positive time, from 1e-50 to 1e50",
                time == 0 ? "At time 0 every size holds the initial state: remove it." : "Use a suitable unit of time."))
            .Where((_, i) => times[i] == 0 || !(OutputTimes.IsUsable(times[i]) || double.IsPositiveInfinity(times[i])))
            .Concat(OfOrder("times", times, allowed));
    }

    private static IEnumerable<ModelProblem> OfOrder<T>(string key, ImmutableArray<T> values, string allowed)
        where T : IComparable<T> =>
        Enumerable
            .Range(1, values.Length - 1)
            .Where(i => values[i].CompareTo(values[i - 1]) <= 0)
            .Select(i => new ModelProblem(
                $"{key}[{i + 1}]", $"{values[i]} after {values[i - 1]}", allowed, "Sort the list and remove duplicates."));

    private static IEnumerable<ModelProblem> OfPredictions(ImmutableArray<ExpectedPrediction> predictions, SymmetricModel model)
    {
        if (predictions.IsDefaultOrEmpty)
        {
            return
            [
                new(
                    "predictions",
                    "no prediction",
                    "a list of at least one prediction",
                    "Add { prediction: mean-field, expect: confirmed }."),
            ];
        }

        return Enumerable.Range(1, predictions.Length - 1)
            .Where(i => predictions.Take(i).Any(earlier => string.Equals(earlier.Name, predictions[i].Name, StringComparison.Ordinal)))
            .Select(i => new ModelProblem(
                $"predictions[{i + 1}]", $"{predictions[i].Name} for the second time", "each prediction once", "Remove one of the two."))
            .Concat(predictions.Select((each, i) => each.Prediction.FindProblem($"predictions[{i + 1}]", model)).OfType<ModelProblem>());
    }

    private static IEnumerable<ModelProblem> OfNumber(string key, double? value, double min, double max)
    {
        if (value is not { } number || (number >= min && number <= max))
        {
            return [];
        }

        string allowed = $"a number from {Numeral.Exact(min)} to {Numeral.Exact(max)}";
        return [new(key, $"{Numeral.Exact(number)}", allowed, "Correct it, or leave it out for the default.")];
    }

    private static string Length(ImmutableArray<int> ladder) => ladder.IsDefaultOrEmpty ? "no size" : $"a list of {ladder.Length}";
}
