using System.Collections.Immutable;
using FiniteNCheck.Model;
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

    /// <summary>Finds the fixed point.</summary>
    /// <param name="model">The model.</param>
    /// <param name="request">The requested fixed point.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="InputException">The flow reaches no fixed point, or one that lacks the requested overlap.</exception>
    public static CollectiveModel Resolve(CollectiveModel model, MeanFieldFixedPoint request, CancellationToken cancellationToken)
    {
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
