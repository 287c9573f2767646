using System.Collections.Immutable;
using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Model;

/// <summary>Validates the initial state of a model.</summary>
internal static class StartValidation
{
    // Leaves room for weights such as 1/3, written in decimals.
    private const double WeightTolerance = 1e-9;

    /// <summary>The problems of a model's initial state.</summary>
    /// <param name="model">The model, its blocks already checked.</param>
    internal static IEnumerable<ModelProblem> Problems(CollectiveModel model) => model.Initial switch
    {
        ProductState product => ModelValidation.BlochVectorProblems("initial", model.Blocks, product.Bloch),
        MeanFieldFixedPoint request => OfFixedPoint(model, request),
        Mixture mixture => OfMixture(model, mixture),
        Superposition superposition => OfSuperposition(model, superposition),
        DickeState dicke => OfDicke(model, dicke),
        _ => [new("initial", "none", "a start", "State how the model starts.")],
    };

    private static IEnumerable<ModelProblem> OfFixedPoint(CollectiveModel model, MeanFieldFixedPoint fixedPoint)
    {
        IEnumerable<ModelProblem> problems =
            ModelValidation.BlochVectorProblems("initial.fixed-point", model.Blocks, fixedPoint.Start);
        bool overlapIsFine = !fixedPoint.Overlap.IsDefault
            && (fixedPoint.Overlap.IsEmpty || fixedPoint.Overlap.Length == model.Blocks.Length)
            && fixedPoint.Overlap.All(sign => sign is 1 or -1);
        return overlapIsFine
            ? problems
            : problems.Append(new(
                "initial",
                "an overlap that is no pattern",
                "no sign, or one sign 1 or -1 per block",
                "Correct the overlap."));
    }

    private static List<ModelProblem> OfMixture(CollectiveModel model, Mixture mixture)
    {
        const string key = "initial.mixture";
        if (mixture.Components.IsDefaultOrEmpty)
        {
            return [new(key, "no component", "at least one { weight: ..., state: { ... } }", "Add a component.")];
        }

        List<ModelProblem> problems = [];
        for (int j = 0; j < mixture.Components.Length; j++)
        {
            (double weight, ImmutableArray<PauliVector> bloch) = mixture.Components[j];
            if (!(weight > 0 && weight <= 1 + WeightTolerance))
            {
                problems.Add(new(
                    $"{key}[{j + 1}].weight",
                    Numeral.Exact(weight),
                    "a probability above 0 and up to 1",
                    "Correct the weight, or leave the component out."));
            }

            problems.AddRange(ModelValidation.BlochVectorProblems($"{key}[{j + 1}].state", model.Blocks, bloch));
        }

        double sum = mixture.Components.Sum(component => component.Weight);
        return problems.Count > 0 || Math.Abs(sum - 1) <= WeightTolerance
            ? problems
            : [new(key, $"weights that add up to {Numeral.Exact(sum)}", "weights that add up to 1", "Correct the weights.")];
    }

    private static List<ModelProblem> OfSuperposition(CollectiveModel model, Superposition superposition)
    {
        const string key = "initial.superposition";
        if (superposition.Terms.IsDefaultOrEmpty)
        {
            return [new(key, "no term", "at least one { amplitude: [re, im], state: { ... } }", "Add a term.")];
        }

        List<ModelProblem> problems = [];
        for (int j = 0; j < superposition.Terms.Length; j++)
        {
            SuperpositionTerm term = superposition.Terms[j];
            string place = $"{key}[{j + 1}]";
            if (!(Magnitude.IsUsable(term.Amplitude.Real) && Magnitude.IsUsable(term.Amplitude.Imaginary)))
            {
                problems.Add(Magnitude.OutOfRange(
                    $"{place}.amplitude", $"[{Numeral.Exact(term.Amplitude.Real)}, {Numeral.Exact(term.Amplitude.Imaginary)}]"));
            }

            problems.AddRange(ModelValidation.BlochVectorProblems($"{place}.state", model.Blocks, term.Bloch));
            problems.AddRange(
                from pair in term.Bloch.IsDefault ? [] : term.Bloch.Zip(model.Blocks)
                where !(Math.Abs(pair.First.Norm - 1) <= WeightTolerance)
                select new ModelProblem(
                    $"{place}.state.{pair.Second.Name}",
                    $"a Bloch vector of length {Numeral.Exact(pair.First.Norm)}",
                    "a pure state: a Bloch vector of length 1",
                    "Scale the vector to length 1; a mixed state cannot be superposed, but it can be part of a mixture."));
        }

        return problems.Count > 0 || !Vanishes(superposition)
            ? problems
            : [new(key, "a superposition of norm 0", "a state", "Correct the amplitudes: the terms cancel.")];
    }

    // Terms of the same state add up at every size. Different states may still cancel at single sizes, which shows there.
    private static bool Vanishes(Superposition superposition) => superposition.Terms
        .GroupBy(term => string.Join(' ', term.Bloch), StringComparer.Ordinal)
        .All(same => same.Aggregate(System.Numerics.Complex.Zero, (sum, term) => sum + term.Amplitude) == System.Numerics.Complex.Zero);

    private static IEnumerable<ModelProblem> OfDicke(CollectiveModel model, DickeState dicke)
    {
        if (dicke.Up.IsDefault || dicke.Up.Length != model.Blocks.Length)
        {
            return
            [
                new(
                    "initial.dicke",
                    $"{(dicke.Up.IsDefault ? 0 : dicke.Up.Length)} numbers",
                    $"one per block, {model.Blocks.Length} in all",
                    "Give one for each block."),
            ];
        }

        return from pair in dicke.Up.Zip(model.Blocks)
               where FindProblem(pair.First) is not null
               select new ModelProblem(
                   $"initial.dicke.{pair.Second.Name}.up",
                   FindProblem(pair.First)!,
                   "a whole number, or a share of n in quotes such as \"n/4\"",
                   "Correct it.");
    }

    /// <summary>What is wrong with a number of sites; <see langword="null"/> for a whole number or a formula of n alone.</summary>
    /// <param name="up">The number.</param>
    internal static string? FindProblem(Formula up) =>
        up.Variables.FirstOrDefault(name => !string.Equals(name, DickeState.Size, StringComparison.Ordinal)) is { } name
            ? $"the variable {name}"
            : up.IsConstant && up.Evaluate(_ => 0) is var value && !(value >= 0 && value <= int.MaxValue && value == Math.Round(value))
                ? Numeral.Exact(value)
                : null;
}
