using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Model.Levels;

/// <summary>Validates the initial state of sites with levels.</summary>
internal static class LevelStartValidation
{
    // Leaves room for weights such as 1/3, written in decimals.
    private const double WeightTolerance = 1e-9;

    /// <summary>The problems of a model's initial state.</summary>
    /// <param name="model">The model, its blocks already checked.</param>
    internal static IEnumerable<ModelProblem> Problems(LevelModel model) => model.Initial switch
    {
        LevelProduct product => OfStates("initial", model.Blocks, product.States),
        LevelFixedPoint request => OfStates("initial.fixed-point", model.Blocks, request.Start),
        LevelMixture mixture => OfMixture(model, mixture),
        LevelSuperposition superposition => OfSuperposition(model, superposition),
        LevelDicke dicke => OfDicke(model, dicke),
        _ => [new("initial", "none, or one of two-level systems", "a start of sites with levels", "State how the model starts.")],
    };

    private static IEnumerable<ModelProblem> OfStates(string key, ImmutableArray<Block> blocks, ImmutableArray<LocalOperator> states)
    {
        ModelProblem[] problems = [.. LevelValidation.PerBlock(key, blocks, states, isHermitian: true)];
        return problems.Length > 0 ? problems : blocks.SelectMany((block, h) => OfState($"{key}.{block.Name}", states[h]));
    }

    private static IEnumerable<ModelProblem> OfState(string key, LocalOperator rho)
    {
        double trace = rho.Trace.Real;
        if (Math.Abs(trace - 1) > WeightTolerance)
        {
            yield return new(key, $"a state of trace {Numeral.Of(trace, 12)}", "populations that add up to 1", "Correct the populations.");
        }
        else if (HermitianSpectrum.Of(rho)[0] is var lowest && lowest < -LevelValidation.Tolerance)
        {
            yield return new(
                key,
                $"a matrix with the eigenvalue {Numeral.Of(lowest, 3)}",
                "a density matrix, whose eigenvalues are not negative",
                "Correct the populations, or make the elements off the diagonal smaller.");
        }
    }

    private static List<ModelProblem> OfMixture(LevelModel model, LevelMixture mixture)
    {
        const string key = "initial.mixture";
        if (mixture.Components.IsDefaultOrEmpty)
        {
            return [new(key, "no component", "at least one { weight: ..., state: { ... } }", "Add a component.")];
        }

        List<ModelProblem> problems = [];
        for (int j = 0; j < mixture.Components.Length; j++)
        {
            (double weight, ImmutableArray<LocalOperator> states) = mixture.Components[j];
            if (!(weight > 0 && weight <= 1 + WeightTolerance))
            {
                problems.Add(new(
                    $"{key}[{j + 1}].weight",
                    Numeral.Exact(weight),
                    "a probability above 0 and up to 1",
                    "Correct the weight, or leave the component out."));
            }

            problems.AddRange(OfStates($"{key}[{j + 1}].state", model.Blocks, states));
        }

        double sum = mixture.Components.Sum(component => component.Weight);
        return problems.Count > 0 || Math.Abs(sum - 1) <= WeightTolerance
            ? problems
            : [new(key, $"weights that add up to {Numeral.Exact(sum)}", "weights that add up to 1", "Correct the weights.")];
    }

    private static ModelProblem[] OfSuperposition(LevelModel model, LevelSuperposition superposition)
    {
        const string key = "initial.superposition";
        if (superposition.Terms.IsDefaultOrEmpty)
        {
            return [new(key, "no term", "at least one { amplitude: [re, im], state: { ... } }", "Add a term.")];
        }

        ModelProblem[] problems =
            [.. superposition.Terms.SelectMany((term, j) => OfTerm($"{key}[{j + 1}]", model.Blocks, term))];
        return problems.Length > 0 || !Vanishes(superposition)
            ? problems
            : [new(key, "a superposition of norm 0", "a state", "Correct the amplitudes: the terms cancel.")];
    }

    private static IEnumerable<ModelProblem> OfTerm(string key, ImmutableArray<Block> blocks, LevelSuperpositionTerm term)
    {
        if (!(Magnitude.IsUsable(term.Amplitude.Real) && Magnitude.IsUsable(term.Amplitude.Imaginary)))
        {
            yield return Magnitude.OutOfRange(
                $"{key}.amplitude", $"[{Numeral.Exact(term.Amplitude.Real)}, {Numeral.Exact(term.Amplitude.Imaginary)}]");
        }

        for (int h = 0; h < blocks.Length; h++)
        {
            ImmutableArray<Complex> vector = term.Vectors.IsDefault || term.Vectors.Length != blocks.Length ? [] : term.Vectors[h];
            double norm = Math.Sqrt(vector.Sum(each => (each * Complex.Conjugate(each)).Real));
            if (vector.Length != blocks[h].Dimension || !(Math.Abs(norm - 1) <= WeightTolerance))
            {
                yield return new(
                    $"{key}.state.{blocks[h].Name}",
                    $"a vector of {vector.Length} components and length {Numeral.Exact(norm)}",
                    $"a vector of {blocks[h].Dimension} components and length 1",
                    "Give one component per level, and scale them to length 1.");
            }
        }
    }

    // Terms of the same state add up at every size. Different states may still cancel at single sizes, which shows there.
    private static bool Vanishes(LevelSuperposition superposition) => superposition.Terms
        .GroupBy(term => string.Join(' ', term.Vectors.SelectMany(vector => vector)), StringComparer.Ordinal)
        .All(same => same.Aggregate(Complex.Zero, (sum, term) => sum + term.Amplitude) == Complex.Zero);

    private static IEnumerable<ModelProblem> OfDicke(LevelModel model, LevelDicke dicke) =>
        from h in Enumerable.Range(0, model.Blocks.Length)
        let counts = dicke.Counts.IsDefault || dicke.Counts.Length != model.Blocks.Length ? [] : dicke.Counts[h]
        let found = counts.Length == model.Blocks[h].Dimension
            ? counts.Select(StartValidation.FindProblem).FirstOrDefault(problem => problem is not null)
            : $"{counts.Length} numbers"
        where found is not null
        select new ModelProblem(
            $"initial.dicke.{model.Blocks[h].Name}",
            found,
            "a whole number for each level, or a share of n in quotes such as \"n/4\"",
            "Correct it.");
}
