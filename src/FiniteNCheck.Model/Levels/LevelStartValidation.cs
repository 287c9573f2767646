using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Model.Levels;

/// <summary>Validates the initial state of sites with levels.</summary>
internal static class LevelStartValidation
{
    /// <summary>The problems of a model's initial state.</summary>
    /// <param name="model">The model, its blocks already checked.</param>
    internal static IEnumerable<ModelProblem> Problems(LevelModel model) => model.Initial switch
    {
        LevelProduct product => OfStates("initial", model.Blocks, product.States),
        LevelFixedPoint request => OfStates("initial.fixed-point", model.Blocks, request.Start),
        LevelMixture mixture => StartValidation.OfMixture(
            mixture.Components, each => each.Weight, (key, each) => OfStates(key, model.Blocks, each.States)),
        LevelSuperposition superposition => StartValidation.OfSuperposition(
            superposition.Terms,
            each => each.Amplitude,
            each => string.Join(' ', each.Vectors.SelectMany(vector => vector)),
            (key, each) => OfVectors(key, model.Blocks, each.Vectors)),
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
        if (Math.Abs(trace - 1) > StartValidation.WeightTolerance)
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

    private static IEnumerable<ModelProblem> OfVectors(
        string key, ImmutableArray<Block> blocks, ImmutableArray<ImmutableArray<Complex>> vectors)
    {
        for (int h = 0; h < blocks.Length; h++)
        {
            ImmutableArray<Complex> vector = vectors.IsDefault || vectors.Length != blocks.Length ? [] : vectors[h];
            double norm = Math.Sqrt(vector.Sum(each => (each * Complex.Conjugate(each)).Real));
            if (vector.Length != blocks[h].Dimension || !(Math.Abs(norm - 1) <= StartValidation.WeightTolerance))
            {
                yield return new(
                    $"{key}.{blocks[h].Name}",
                    $"a vector of {vector.Length} components and length {Numeral.Exact(norm)}",
                    $"a vector of {blocks[h].Dimension} components and length 1",
                    "Give one component per level, and scale them to length 1.");
            }
        }
    }

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
