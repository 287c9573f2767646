using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Formulas;
using FiniteNCheck.Model.Levels;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory.Levels;

/// <summary>The product state from which a model of sites with levels starts, if it is one.</summary>
internal static class LevelStartResolution
{
    // Formulas that fill a level at two large sizes do so at every size, as far as formulas go that people write.
    private static readonly int[] Sizes = [5040, 9973];

    /// <summary>
    /// The model with a product state in place of a requested fixed point, a mixture or superposition of one term, or a Dicke state with
    /// all sites in one level. Other starts stay as they are.
    /// </summary>
    /// <param name="model">The valid model.</param>
    /// <param name="cancellationToken">Cancels the search for a fixed point.</param>
    /// <exception cref="InputException">The flow reaches no fixed point.</exception>
    public static LevelModel Resolve(LevelModel model, CancellationToken cancellationToken) => model.Initial switch
    {
        LevelFixedPoint request => model.StartingFrom(FixedPointOf(model, request, cancellationToken)),
        LevelMixture { Components: [var only] } => model.StartingFrom(only.States),
        LevelSuperposition { Terms: [var only] } => model.StartingFrom([.. only.Vectors.Select(Projector)]),
        LevelDicke dicke when FullLevels(model, dicke) is { } states => model.StartingFrom(states),
        _ => model,
    };

    /// <summary>The averages of a model's initial state, which must be a product.</summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <exception cref="InputException">It is no product: Theorem 1 does not apply, and the message says why.</exception>
    public static Vector<double> Averages(LevelModel model) => model.Initial is LevelProduct product
        ? new LevelCoordinates(model.Blocks).Averages(product.States)
        : throw new InputException(
            $"initial: model '{model.Name}' starts from {Describe(model.Initial)}, which does not cluster: the premise of Theorem 1 "
            + $"does not hold, and averages and fluctuations have no limit of its kind. {Remedy(model.Initial)}");

    private static string Describe(InitialState initial) => initial switch
    {
        LevelMixture mixture => $"a mixture of {mixture.Components.Length} product states",
        LevelSuperposition superposition => $"a superposition of {superposition.Terms.Length} product states",
        LevelDicke => "a symmetric state of given numbers of sites in several levels",
        _ => "no product state",
    };

    private static string Remedy(InitialState initial) => initial switch
    {
        LevelMixture mixture => $"Its components do: ask for one of them (--component 1 to {mixture.Components.Length}).",
        LevelSuperposition => "Averages of few sites are those of the mixture of its terms, with the squared moduli of the amplitudes: "
            + "ask for the components of that mixture.",
        _ => "It has the averages of few sites of product states, averaged over all phases of the levels: ask for such product states.",
    };

    private static ImmutableArray<LocalOperator> FixedPointOf(
        LevelModel model, LevelFixedPoint request, CancellationToken cancellationToken)
    {
        if (model.IsDriven)
        {
            throw new InputException(
                $"initial 'fixed-point': it asks for a mean-field fixed point, and model '{model.Name}' depends on time. "
                + "Give the states themselves.");
        }

        LevelMeanField flow = new(model);
        FixedPoint reached = flow.FixedPoint(flow.Coordinates.Averages(request.Start), cancellationToken);
        return reached.Point is { } point
            ? flow.Coordinates.States(point)
            : throw new InputException(
                $"initial 'fixed-point': it asks for a mean-field fixed point, but from the given start {reached.Reason}. "
                + "Give another start, other parameters, or the states themselves.");
    }

    private static ImmutableArray<LocalOperator>? FullLevels(LevelModel model, LevelDicke dicke)
    {
        int[] levels = [.. dicke.Counts.Select((counts, h) => counts.ToList().FindIndex(count => IsAll(count, model.Blocks[h])))];
        return levels.Contains(-1)
            ? null
            : [.. levels.Select((level, h) => LocalOperator.Unit(model.Blocks[h].Dimension, level, level))];
    }

    private static bool IsAll(Formula count, Block block) =>
        Sizes.All(n => Math.Abs(count.Evaluate(_ => n) - (block.Size ?? (block.Share * n))) <= 1e-9 * n);

    private static LocalOperator Projector(ImmutableArray<Complex> vector) =>
        LocalOperator.Of(vector.Length, (row, column) => vector[row] * Complex.Conjugate(vector[column]));
}
