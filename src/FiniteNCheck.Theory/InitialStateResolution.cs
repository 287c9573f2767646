using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Formulas;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>Replaces a requested mean-field fixed point by the product state there.</summary>
public static class InitialStateResolution
{
    // A stored pattern counts as retrieved above this overlap. It is far above the accuracy of a fixed point and far below
    // relevant overlaps.
    private const double MinOverlap = 1e-6;

    // At a phase boundary the flow approaches its fixed point as a power of time, and the point is known only to this accuracy.
    private const double MinAlgebraicOverlap = 1e-2;

    /// <summary>The averages of a product state.</summary>
    /// <param name="bloch">One Bloch vector per block. A vector just outside the sphere by rounding is shortened to unit length.</param>
    public static Vector<double> Averages(ImmutableArray<PauliVector> bloch) =>
        Vector<double>.Build.DenseOfEnumerable(bloch.Select(b => b.InsideSphere()).SelectMany(b => new[] { b.X, b.Y, b.Z }));

    /// <summary>The averages of a model's initial state, which must be a product.</summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <exception cref="InputException">It is no product: Theorem 1 does not apply, and the message says why.</exception>
    public static Vector<double> Averages(CollectiveModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Initial is ProductState product
            ? Averages(product.Bloch)
            : throw new InputException(
                $"initial: model '{model.Name}' starts from {Describe(model.Initial)}, which does not cluster: the premise of Theorem 1 "
                + $"does not hold, and averages and fluctuations have no limit of its kind. {Remedy(model.Initial)}");
    }

    /// <summary>
    /// A start that is a product state after all, as such: a mixture of one component, a Dicke state at its pole. Others stay as they are.
    /// </summary>
    /// <param name="model">The model.</param>
    internal static CollectiveModel Simplify(CollectiveModel model) => model.Initial switch
    {
        Mixture { Components: [var only] } => model.StartingFrom(only.Bloch),
        DickeState dicke when PolesOf(model, dicke) is { } poles => model.StartingFrom(poles),
        _ => model,
    };

    // Formulas that give 0 or all spins at two large sizes do so at every size, as far as formulas go that people write.
    private static ImmutableArray<PauliVector>? PolesOf(CollectiveModel model, DickeState dicke)
    {
        double?[] z = [.. dicke.Up.Zip(model.Blocks, (up, block) => PoleOf(up, block.Share))];
        return z.Contains(null) ? null : [.. z.Select(pole => new PauliVector(0, 0, pole!.Value))];
    }

    private static double? PoleOf(Formula up, double share)
    {
        double[] sizes = [5040, 9973];
        return sizes.All(n => up.Evaluate(_ => n) == 0) ? -1 : sizes.All(n => up.Evaluate(_ => n) == share * n) ? 1 : null;
    }

    private static string Describe(InitialState initial) => initial switch
    {
        Mixture mixture => $"a mixture of {mixture.Components.Length} product states",
        Superposition superposition => $"a superposition of {superposition.Terms.Length} product states",
        DickeState => "a Dicke state off the poles",
        _ => "no product state",
    };

    private static string Remedy(InitialState initial) => initial switch
    {
        Mixture mixture => $"Its components do: ask for one of them (--component 1 to {mixture.Components.Length}).",
        Superposition => "Averages of few spins are those of the mixture of its terms, with the squared moduli of the amplitudes: "
            + "ask for the components of that mixture.",
        _ => "It has the averages of few spins of product states, averaged over all angles about z: ask for such product states.",
    };

    /// <summary>Finds the fixed point.</summary>
    /// <param name="model">The model.</param>
    /// <param name="request">The requested fixed point.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="InputException">The flow reaches no fixed point, or one that lacks the requested overlap.</exception>
    public static CollectiveModel Resolve(CollectiveModel model, MeanFieldFixedPoint request, CancellationToken cancellationToken)
    {
        if (model.IsDriven)
        {
            throw new InputException(
                $"initial '{request.Description}': it asks for a mean-field fixed point, and model '{model.Name}' depends on time. "
                + "Give Bloch vectors as the initial state.");
        }

        FixedPoint reached = new MeanField(model).FixedPoint(Averages(request.Start), cancellationToken);
        if (reached.Point is not { } point)
        {
            throw new InputException(
                $"initial '{request.Description}': it asks for a mean-field fixed point, but from {Text(request.Start)} {reached.Reason}. "
                + "Give another start, other parameters, or Bloch vectors as the initial state.");
        }

        ImmutableArray<PauliVector> bloch =
        [
            .. Enumerable.Range(0, model.Blocks.Length)
                .Select(h => new PauliVector(point[3 * h], point[(3 * h) + 1], point[(3 * h) + 2])),
        ];
        if (!request.Overlap.IsDefaultOrEmpty)
        {
            RequireOverlap(model, request, bloch, reached.IsAlgebraic);
        }

        // The flow keeps every Bloch vector inside the sphere, but rounding may put a pure state just outside.
        return model.StartingFrom([.. bloch.Select(b => b.InsideSphere())]);
    }

    private static void RequireOverlap(
        CollectiveModel model, MeanFieldFixedPoint request, ImmutableArray<PauliVector> bloch, bool isAlgebraic)
    {
        double overlap = 0;
        for (int h = 0; h < bloch.Length; h++)
        {
            overlap += request.Overlap[h] * model.Blocks[h].Share * bloch[h].Z;
        }

        overlap /= model.Blocks.Sum(block => block.Share);
        double smallest = isAlgebraic ? MinAlgebraicOverlap : MinOverlap;
        if (!(overlap > smallest))
        {
            string approach = isAlgebraic ? "approaches, as a power of time," : "ends at";
            string pattern = string.Join(", ", request.Overlap.Select(sign => sign > 0 ? "+1" : "-1"));
            throw new InputException(
                $"initial '{request.Description}': it asks for a mean-field fixed point with an overlap along z with ({pattern}) above "
                + $"{Numeral.Of(smallest, 1)}, but the flow from {Text(request.Start)} {approach} {Text(bloch)}, "
                + $"overlap {Numeral.Of(overlap)}. Lower the temperature or the field so that the pattern is retrieved, "
                + "start nearer to it, or ask for another initial state.");
        }
    }

    private static string Text(ImmutableArray<PauliVector> bloch) =>
        string.Join(" ", bloch.Select(b => $"[{Numeral.Of(b.X, 4)}, {Numeral.Of(b.Y, 4)}, {Numeral.Of(b.Z, 4)}]"));
}
