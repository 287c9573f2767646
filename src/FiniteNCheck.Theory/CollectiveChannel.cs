using FiniteNCheck.Model;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory;

/// <summary>A collective jump of two-level systems in the limit, in the Pauli basis.</summary>
internal sealed class CollectiveChannel : CollectiveResponse
{
    private const int Axes = PauliAlgebra.Axes;

    /// <summary>Precomputes everything that does not depend on the state.</summary>
    /// <param name="model">The model.</param>
    /// <param name="jump">The collective jump of the model.</param>
    public CollectiveChannel(CollectiveModel model, CollectiveJump jump)
        : this(model, jump, [.. jump.Operators.Select(PauliAlgebra.Coefficients)])
    {
    }

    private CollectiveChannel(CollectiveModel model, CollectiveJump jump, Complex[][] parts)
        : base(
            new RateArgument(jump.Rate, jump.Argument),
            [.. parts.SelectMany(each => each.Skip(1))],
            [.. model.Blocks.SelectMany(block => Enumerable.Repeat(block.Share, Axes))],
            parts.Zip(model.Blocks, (each, block) => block.Share * each[0]).Aggregate(Complex.Zero, (sum, each) => sum + each))
    {
    }

    /// <inheritdoc/>
    private protected override Complex Commutator(int index, Complex[] w, ReadOnlySpan<double> m)
    {
        // <[sigma_a, w.sigma]> = 2i (w x m)_a
        (int offset, int a) = (index - (index % Axes), index % Axes);
        (int b, int c) = (offset + ((a + 1) % Axes), offset + ((a + 2) % Axes));
        return 2 * ((w[b] * m[c]) - (w[c] * m[b]));
    }
}
