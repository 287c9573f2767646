using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact.Occupation.Levels;

/// <summary>The initial state in the final local bases: a mixture of products, or a pure symmetric state.</summary>
/// <param name="Products">The products with their weights; empty for a pure symmetric state.</param>
/// <param name="Terms">The terms of a superposition of pure products; empty for other states.</param>
/// <param name="Counts">The numbers of sites in each level of each block, in the basis of the levels; empty for other states.</param>
/// <param name="Overlaps">Elements <c>[b, a]</c>: what vector b of the final basis has of level a, for each block.</param>
internal sealed record LevelSystemStart(
    ImmutableArray<LevelComponent> Products,
    ImmutableArray<LevelSuperpositionTerm> Terms,
    ImmutableArray<ImmutableArray<int>> Counts,
    ImmutableArray<LocalOperator> Overlaps)
{
    /// <summary>Prepares the start of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="bases">The local bases.</param>
    /// <exception cref="InputException">The state is none of sites with levels, or has no such size.</exception>
    public static LevelSystemStart Of(LevelModel model, int n, ImmutableArray<LocalBasis> bases)
    {
        var empty = new LevelSystemStart([], [], [], [.. bases.Select(basis => basis.Vectors.Adjoint())]);
        return model.Initial switch
        {
            LevelProduct product => empty with { Products = [new LevelComponent(1, Rotated(product.States))] },
            LevelMixture mixture => empty with
            {
                Products = [.. mixture.Components.Select(each => each with { States = Rotated(each.States) })],
            },
            LevelSuperposition superposition => empty with
            {
                Terms =
                [
                    .. superposition.Terms.Select(term => term with
                    {
                        Vectors = [.. term.Vectors.Select((vector, h) => bases[h].Rotate(vector))],
                    }),
                ],
            },
            LevelDicke dicke => empty with { Counts = dicke.At(model, n) },
            _ => throw new InputException(
                $"model '{model.Name}': its initial state is no state of sites with levels. Give a product, a mixture, a superposition or "
                + "numbers of sites."),
        };

        ImmutableArray<LocalOperator> Rotated(ImmutableArray<LocalOperator> states) =>
            [.. states.Select((state, h) => bases[h].Rotate(state))];
    }
}
