using System.Collections.Immutable;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Model;

/// <summary>Validates what depends on time in a model.</summary>
internal static class DriveValidation
{
    /// <summary>The problems of a model's functions of time.</summary>
    /// <param name="model">The model, its blocks already checked.</param>
    internal static IEnumerable<ModelProblem> Problems(CollectiveModel model) =>
        OfFields(model)
            .Concat(model.Couplings.IsDefault
                ? []
                : model.Couplings.SelectMany((pair, c) => OfFunction($"hamiltonian.couplings[{c + 1}].strength", pair.Drive)))
            .Concat(model.Jumps.IsDefault
                ? []
                : OfJumps("jumps", model.Jumps))
            .Concat(model.CollectiveJumps.IsDefault
                ? []
                : OfJumps("collective-jumps", model.CollectiveJumps));

    /// <summary>The problems of jumps with a factor that depends on time.</summary>
    /// <param name="key">The key of their list.</param>
    /// <param name="jumps">The jumps.</param>
    internal static IEnumerable<ModelProblem> OfJumps(string key, IEnumerable<Jump> jumps) =>
        jumps.SelectMany((jump, l) => OfRate($"{key}[{l + 1}].rate", jump.Rate, jump.Drive));

    private static IEnumerable<ModelProblem> OfFields(CollectiveModel model)
    {
        if (model.DrivenFields.IsDefault)
        {
            return [new("hamiltonian.fields", "an uninitialised list", "a list", "Use an empty list where no field depends on time.")];
        }

        return model.DrivenFields.SelectMany(field => field.Block < 0 || field.Block >= model.Blocks.Length
            ?
            [
                new ModelProblem(
                    "hamiltonian.fields",
                    $"block index {field.Block}",
                    $"0 to {model.Blocks.Length - 1}",
                    "Use the index of a block of this model."),
            ]
            : OfFunction($"hamiltonian.fields.{model.Blocks[field.Block].Name}", field.Strength));
    }

    private static IEnumerable<ModelProblem> OfRate(string key, CollectiveRate rate, TimeFunction? drive) =>
        drive is null || RateScaling.CanScale(rate)
            ? OfFunction(key, drive)
            :
            [
                new(
                    key,
                    "a factor that depends on time",
                    "one for the kinds exponential, polynomial and expression only",
                    "Write the rate as one of these kinds."),
            ];

    /// <summary>The problems of a function of time.</summary>
    /// <param name="key">The key path of what depends on time.</param>
    /// <param name="function">The function, or <see langword="null"/> for none.</param>
    internal static IEnumerable<ModelProblem> OfFunction(string key, TimeFunction? function)
    {
        switch (function)
        {
            case FormulaOfTime formula when formula.Formula.Variables.FirstOrDefault(
                name => !string.Equals(name, FormulaOfTime.Time, StringComparison.Ordinal)) is { } unknown:
                yield return new(
                    key, $"the variable {unknown} in a formula", $"the variable {FormulaOfTime.Time} alone", "Put a number in its place.");
                break;
            case FormulaOfTime formula when !TimeFunction.IsUsable(formula.At(0)):
                yield return new(
                    key,
                    $"{Numeral.Exact(formula.At(0))} at t = 0",
                    "a finite number of magnitude up to 1e50 at every time of a run",
                    "Correct the formula.");
                break;
            case Steps steps when FindProblem(steps) is { } found:
                yield return new(
                    $"{key}.steps",
                    found,
                    "pairs [time, value], the first time 0, times increasing up to 1e50, values of magnitude up to 1e50",
                    "Correct the steps.");
                break;
            default:
                break;
        }
    }

    private static string? FindProblem(Steps steps)
    {
        (ImmutableArray<double> from, ImmutableArray<double> values) = steps;
        if (from.IsDefaultOrEmpty || values.IsDefault || from.Length != values.Length)
        {
            return "no step, or not one value for each";
        }

        int wrong = Enumerable.Range(0, from.Length)
            .FirstOrDefault(
                i => !TimeFunction.IsUsable(values[i])
                    || !OutputTimes.IsUsable(from[i])
                    || (i == 0 ? from[0] != 0 : !(from[i] > from[i - 1])),
                -1);
        return wrong < 0 ? null : $"[{Numeral.Exact(from[wrong])}, {Numeral.Exact(values[wrong])}] as pair {wrong + 1}";
    }
}
