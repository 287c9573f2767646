using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Model;

/// <summary>Validates the initial state of a model.</summary>
internal static class StartValidation
{
    /// <summary>Leaves room for weights such as 1/3, written in decimals.</summary>
    internal const double WeightTolerance = 1e-9;

    /// <summary>The problems of a model's initial state.</summary>
    /// <param name="model">The model, its blocks already checked.</param>
    internal static IEnumerable<ModelProblem> Problems(CollectiveModel model) => model.Initial switch
    {
        ProductState product => ModelValidation.BlochVectorProblems("initial", model.Blocks, product.Bloch),
        MeanFieldFixedPoint request => OfFixedPoint(model, request),
        Mixture mixture => OfMixture(
            mixture.Components,
            each => each.Weight,
            (key, each) => ModelValidation.BlochVectorProblems(key, model.Blocks, each.Bloch)),
        Superposition superposition => OfSuperposition(
            superposition.Terms,
            each => each.Amplitude,
            each => string.Join(' ', each.Bloch),
            (key, each) => OfPureStates(key, model, each.Bloch)),
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

    /// <summary>The problems of a mixture of states of any kind.</summary>
    /// <typeparam name="T">The kind of its components.</typeparam>
    /// <param name="components">The components.</param>
    /// <param name="weightOf">The weight of a component.</param>
    /// <param name="problemsOf">The problems of the state of a component, with the key of that state.</param>
    internal static List<ModelProblem> OfMixture<T>(
        ImmutableArray<T> components, Func<T, double> weightOf, Func<string, T, IEnumerable<ModelProblem>> problemsOf)
    {
        const string key = "initial.mixture";
        if (components.IsDefaultOrEmpty)
        {
            return [new(key, "no component", "at least one { weight: ..., state: { ... } }", "Add a component.")];
        }

        List<ModelProblem> problems = [];
        for (int j = 0; j < components.Length; j++)
        {
            double weight = weightOf(components[j]);
            if (!(weight > 0 && weight <= 1 + WeightTolerance))
            {
                problems.Add(new(
                    $"{key}[{j + 1}].weight",
                    Numeral.Exact(weight),
                    "a probability above 0 and up to 1",
                    "Correct the weight, or leave the component out."));
            }

            problems.AddRange(problemsOf($"{key}[{j + 1}].state", components[j]));
        }

        double sum = components.Sum(weightOf);
        return problems.Count > 0 || Math.Abs(sum - 1) <= WeightTolerance
            ? problems
            : [new(key, $"weights that add up to {Numeral.Exact(sum)}", "weights that add up to 1", "Correct the weights.")];
    }

    /// <summary>The problems of a superposition of pure states of any kind.</summary>
    /// <typeparam name="T">The kind of its terms.</typeparam>
    /// <param name="terms">The terms.</param>
    /// <param name="amplitudeOf">The amplitude of a term.</param>
    /// <param name="textOf">A text that is the same for terms of the same state.</param>
    /// <param name="problemsOf">The problems of the state of a term, with the key of that state.</param>
    internal static List<ModelProblem> OfSuperposition<T>(
        ImmutableArray<T> terms,
        Func<T, Complex> amplitudeOf,
        Func<T, string> textOf,
        Func<string, T, IEnumerable<ModelProblem>> problemsOf)
    {
        const string key = "initial.superposition";
        if (terms.IsDefaultOrEmpty)
        {
            return [new(key, "no term", "at least one { amplitude: [re, im], state: { ... } }", "Add a term.")];
        }

        List<ModelProblem> problems = [];
        for (int j = 0; j < terms.Length; j++)
        {
            Complex amplitude = amplitudeOf(terms[j]);
            if (!(Magnitude.IsUsable(amplitude.Real) && Magnitude.IsUsable(amplitude.Imaginary)))
            {
                problems.Add(Magnitude.OutOfRange(
                    $"{key}[{j + 1}].amplitude", $"[{Numeral.Exact(amplitude.Real)}, {Numeral.Exact(amplitude.Imaginary)}]"));
            }

            problems.AddRange(problemsOf($"{key}[{j + 1}].state", terms[j]));
        }

        // Terms of the same state add up at every size. Different states may still cancel at single sizes, which shows there.
        return problems.Count > 0 || terms
            .GroupBy(textOf, StringComparer.Ordinal)
            .Any(same => same.Aggregate(Complex.Zero, (sum, term) => sum + amplitudeOf(term)) != Complex.Zero)
            ? problems
            : [new(key, "a superposition of norm 0", "a state", "Correct the amplitudes: the terms cancel.")];
    }

    private static IEnumerable<ModelProblem> OfPureStates(string key, CollectiveModel model, ImmutableArray<PauliVector> bloch) =>
        ModelValidation.BlochVectorProblems(key, model.Blocks, bloch).Concat(
            from pair in bloch.IsDefault ? [] : bloch.Zip(model.Blocks)
            where !(Math.Abs(pair.First.Norm - 1) <= WeightTolerance)
            select new ModelProblem(
                $"{key}.{pair.Second.Name}",
                $"a Bloch vector of length {Numeral.Exact(pair.First.Norm)}",
                "a pure state: a Bloch vector of length 1",
                "Scale the vector to length 1; a mixed state cannot be superposed, but it can be part of a mixture."));

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
