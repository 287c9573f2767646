using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification;

/// <summary>What a <see cref="Study"/> must satisfy, whether it was read from a file or built in a program. <see cref="StudyRunner"/> checks every study.</summary>
public static class StudyValidation
{
    private const double LeastTolerance = 1e-14;
    private const double LargestTolerance = 1e-3;
    private const double LeastResolution = 1e-12;

    // What a program, not a person, might write by mistake.
    private const int MostSizes = 1000;

    /// <summary>Throws where the study or its model has a problem.</summary>
    /// <param name="study">The study.</param>
    /// <returns>The study.</returns>
    /// <exception cref="InputException">There is a problem; the message says where, what was found, what is allowed and what to do.</exception>
    public static Study Check(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        ModelValidation.Check(study.Model);
        return Problems(study).FirstOrDefault() is { } problem ? throw new InputException($"study '{study.Name}': {problem}") : study;
    }

    /// <summary>The problems of a study whose model has none; keys as in the study file. Found one after the other as the list is walked.</summary>
    /// <param name="study">The study.</param>
    public static IEnumerable<ModelProblem> Problems(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return OfLadder("ladder", study.Ladder, study.Model)
            .Concat(OfTimes(study.Times))
            .Concat(OfPredictions(study.Predictions))
            .Concat(OfNumber("tolerance", study.Tolerance, LeastTolerance, LargestTolerance))
            .Concat(OfNumber("resolution", study.Resolution, LeastResolution, 1))
            .Concat(study.Large is { } large
                ? OfLadder("large.ladder", large.Ladder, study.Model).Concat(OfNumber("large.tolerance", large.Tolerance, LeastTolerance, LargestTolerance))
                : []);
    }

    private static IEnumerable<ModelProblem> OfLadder(string key, ImmutableArray<int> ladder, CollectiveModel model)
    {
        const string allowed = "a strictly increasing list of at least 4 whole numbers";
        if (ladder.IsDefault || ladder.Length < Numerics.Ladder.MinPoints)
        {
            return [new(key, Length(ladder), allowed, "A limit with an uncertainty needs 4 sizes, a good one 6: add some.")];
        }

        if (ladder.Length > MostSizes)
        {
            return [new(key, Length(ladder), $"at most {MostSizes} sizes", "Leave some out: ten or so, well apart, say as much.")];
        }

        return OfOrder(key, ladder, allowed).Concat(ladder.SelectMany((n, i) => OfSize($"{key}[{i + 1}]", n, model)));
    }

    private static IEnumerable<ModelProblem> OfSize(string key, int n, CollectiveModel model)
    {
        string? why = null;
        try
        {
            model.SpinsAt(n);
        }
        catch (InputException exception)
        {
            why = exception.Message;
        }

        return why is null ? [] : [new(key, $"{n}", "n at which every block holds a whole number of spins", why)];
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
                $"times[{i + 1}]", $"{Numeral.Exact(time)}", "a positive time, from 1e-50 to 1e50", time == 0 ? "At time 0 every size holds the initial state: remove it." : "Use a suitable unit of time."))
            .Where((_, i) => times[i] == 0 || !OutputTimes.IsUsable(times[i]))
            .Concat(OfOrder("times", times, allowed));
    }

    private static IEnumerable<ModelProblem> OfOrder<T>(string key, ImmutableArray<T> values, string allowed)
        where T : IComparable<T> => Enumerable.Range(1, values.Length - 1)
        .Where(i => values[i].CompareTo(values[i - 1]) <= 0)
        .Select(i => new ModelProblem($"{key}[{i + 1}]", $"{values[i]} after {values[i - 1]}", allowed, "Sort the list and remove what stands there twice."));

    private static IEnumerable<ModelProblem> OfPredictions(ImmutableArray<ExpectedPrediction> predictions)
    {
        if (predictions.IsDefaultOrEmpty)
        {
            return [new("predictions", "no prediction", "a list of at least one prediction", "Add { prediction: mean-field, expect: confirmed }.")];
        }

        return Enumerable.Range(1, predictions.Length - 1)
            .Where(i => predictions.Take(i).Any(earlier => earlier.Kind == predictions[i].Kind))
            .Select(i => new ModelProblem($"predictions[{i + 1}]", $"{predictions[i].Name} for the second time", "each prediction once", "Remove one of the two."));
    }

    private static IEnumerable<ModelProblem> OfNumber(string key, double? value, double least, double most) => value is not { } number || (number >= least && number <= most)
        ? []
        : [new(key, $"{Numeral.Exact(number)}", $"a number from {Numeral.Exact(least)} to {Numeral.Exact(most)}", "Correct it, or leave it out for the default.")];

    private static string Length(ImmutableArray<int> ladder) => ladder.IsDefaultOrEmpty ? "no size" : $"a list of {ladder.Length}";
}
