using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory.Levels;

/// <summary>
/// The averages <c>m_(a,h) = &lt;v_a&gt;_h</c> of the Gell-Mann matrices of all blocks in one vector, and the linear map from them to the
/// observables, of which blocks with levels have one more than are independent.
/// </summary>
internal sealed class LevelCoordinates
{
    private readonly int[] offsets;
    private readonly Lazy<(Vector<double> Constant, Matrix<double> Rows, Matrix<double> Inverse)> map;

    /// <summary>Prepares the coordinates of a list of blocks.</summary>
    /// <param name="blocks">The blocks.</param>
    public LevelCoordinates(ImmutableArray<Block> blocks)
    {
        Algebras = [.. blocks.Select(block => LocalAlgebra.Of(block.Dimension))];
        offsets = new int[blocks.Length];
        for (int h = 1; h < offsets.Length; h++)
        {
            offsets[h] = offsets[h - 1] + Algebras[h - 1].Count;
        }

        Count = Algebras.Sum(algebra => algebra.Count);
        BlockOf = [.. Algebras.SelectMany((algebra, h) => Enumerable.Repeat(h, algebra.Count))];
        map = new(() => MapOf(blocks));
    }

    /// <summary>The algebra of each block.</summary>
    public ImmutableArray<LocalAlgebra> Algebras { get; }

    /// <summary>The number of averages.</summary>
    public int Count { get; }

    /// <summary>The block of each average.</summary>
    public ImmutableArray<int> BlockOf { get; }

    /// <summary>The index of the first average of a block.</summary>
    /// <param name="block">The block.</param>
    public int Offset(int block) => offsets[block];

    /// <summary>The averages of one block.</summary>
    /// <param name="m">All averages.</param>
    /// <param name="block">The block.</param>
    public ReadOnlySpan<double> Of(ReadOnlySpan<double> m, int block) => m.Slice(offsets[block], Algebras[block].Count);

    /// <summary>The averages of a product state.</summary>
    /// <param name="states">One density matrix per block.</param>
    public Vector<double> Averages(ImmutableArray<LocalOperator> states) =>
        Vector<double>.Build.DenseOfEnumerable(states.SelectMany((rho, h) => Algebras[h].Averages(rho)));

    /// <summary>The product state with given averages.</summary>
    /// <param name="m">The averages.</param>
    public ImmutableArray<LocalOperator> States(Vector<double> m)
    {
        double[] all = m.ToArray();
        return [.. Algebras.Select((algebra, h) => algebra.State(Of(all, h)))];
    }

    /// <summary>
    /// A sum of block averages, <c>sum_h &lt;x_h&gt;_h = x_0 + sum_a x_a m_a</c>, as its constant and one coefficient per average.
    /// </summary>
    /// <param name="operators">One operator per block.</param>
    public (Complex Constant, Complex[] Coefficients) Sum(ImmutableArray<LocalOperator> operators)
    {
        (Complex Identity, Complex[] Basis)[] parts = [.. operators.Select((x, h) => Algebras[h].Coefficients(x))];
        return (parts.Aggregate(Complex.Zero, (sum, part) => sum + part.Identity), [.. parts.SelectMany(part => part.Basis)]);
    }

    /// <summary>A rate function of a sum of block averages.</summary>
    /// <param name="rate">The function.</param>
    /// <param name="argument">One Hermitian operator per block.</param>
    public RateArgument Argument(CollectiveRate rate, ImmutableArray<LocalOperator> argument)
    {
        (Complex constant, Complex[] coefficients) = Sum(argument);
        return new RateArgument(rate, [.. coefficients.Select(r => r.Real)], constant.Real);
    }

    /// <summary>The averages of the observables.</summary>
    /// <param name="m">The averages.</param>
    public Vector<double> Observed(Vector<double> m) => map.Value.Constant + (map.Value.Rows * m);

    /// <summary>A matrix of products of two fluctuations, between observables.</summary>
    /// <param name="matrix">The matrix.</param>
    public Matrix<double> ObservedProducts(Matrix<double> matrix) => map.Value.Rows * matrix * map.Value.Rows.Transpose();

    /// <summary>A propagator of fluctuations as one of observables.</summary>
    /// <param name="propagator">The propagator.</param>
    public Matrix<double> ObservedPropagator(Matrix<double> propagator) => map.Value.Rows * propagator * map.Value.Inverse;

    private (Vector<double> Constant, Matrix<double> Rows, Matrix<double> Inverse) MapOf(ImmutableArray<Block> blocks)
    {
        (Complex Identity, Complex[] Basis, int Block)[] observables =
        [
            .. blocks.SelectMany((block, h) => LevelBasis.Of(block).Select(operation =>
            {
                (Complex identity, Complex[] basis) = Algebras[h].Coefficients(operation);
                return (identity, basis, h);
            })),
        ];
        Matrix<double> rows = Matrix<double>.Build.Dense(
            observables.Length,
            Count,
            (i, k) => BlockOf[k] == observables[i].Block ? observables[i].Basis[k - offsets[observables[i].Block]].Real : 0);
        return (Vector<double>.Build.DenseOfEnumerable(observables.Select(each => each.Identity.Real)), rows, rows.PseudoInverse());
    }
}
