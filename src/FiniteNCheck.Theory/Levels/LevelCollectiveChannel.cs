using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory.Levels;

/// <summary>A collective jump of sites with levels in the limit, in the basis of Gell-Mann.</summary>
internal sealed class LevelCollectiveChannel : CollectiveResponse
{
    private readonly LevelCoordinates coordinates;

    /// <summary>Precomputes everything that does not depend on the state.</summary>
    /// <param name="coordinates">The coordinates.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="jump">The collective jump.</param>
    public LevelCollectiveChannel(LevelCoordinates coordinates, ImmutableArray<Block> blocks, LevelCollectiveJump jump)
        : base(
            coordinates.Argument(jump.Rate, jump.Argument),
            coordinates.Sum(jump.Operators).Coefficients,
            [.. coordinates.BlockOf.Select(block => blocks[block].Share)],
            jump.Operators
                .Select((o, h) => blocks[h].Share * o.Trace / o.Dimension)
                .Aggregate(Complex.Zero, (sum, each) => sum + each)) =>
        this.coordinates = coordinates;

    /// <inheritdoc/>
    private protected override Complex Commutator(int index, Complex[] w, ReadOnlySpan<double> m)
    {
        int block = coordinates.BlockOf[index];
        int offset = coordinates.Offset(block);
        LocalAlgebra algebra = coordinates.Algebras[block];
        Complex sum = 0;
        for (int b = 0; b < algebra.Count; b++)
        {
            for (int c = 0; c < algebra.Count; c++)
            {
                sum += algebra.Commutators[index - offset, b, c] * m[offset + c] * w[offset + b];
            }
        }

        return sum;
    }
}
