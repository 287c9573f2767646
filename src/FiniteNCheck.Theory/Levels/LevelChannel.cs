using FiniteNCheck.Model.Levels;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory.Levels;

/// <summary>
/// A jump of single sites in the limit. Its dissipator acts as <c>D^loc[v_a] = Offset_a + sum_b Matrix_ab v_b</c> with
/// <c>D^loc[x] = 1/2 ([j+, x] j + j+ [x, j])</c> (18).
/// </summary>
internal sealed class LevelChannel
{
    /// <summary>Precomputes everything that does not depend on the state.</summary>
    /// <param name="coordinates">The coordinates.</param>
    /// <param name="jump">The jump.</param>
    public LevelChannel(LevelCoordinates coordinates, LevelJump jump)
    {
        Block = jump.Block;
        Operator = jump.Operator;
        Rate = coordinates.Argument(jump.Rate, jump.Argument);
        LocalAlgebra algebra = coordinates.Algebras[jump.Block];
        Offset = new double[algebra.Count];
        Matrix = new double[algebra.Count, algebra.Count];
        LocalOperator adjoint = jump.Operator.Adjoint();
        Commutators = [.. algebra.Matrices.Select(v => LocalAlgebra.Commutator(v, jump.Operator))];
        for (int a = 0; a < algebra.Count; a++)
        {
            LocalOperator image = (Complex)0.5
                * ((LocalAlgebra.Commutator(adjoint, algebra.Matrices[a]) * jump.Operator) + (adjoint * Commutators[a]));

            // D^loc maps Hermitian operators to Hermitian ones: the coefficients are real.
            (Complex identity, Complex[] basis) = algebra.Coefficients(image);
            Offset[a] = identity.Real;
            for (int b = 0; b < algebra.Count; b++)
            {
                Matrix[a, b] = basis[b].Real;
            }
        }
    }

    /// <summary>The block whose sites jump.</summary>
    public int Block { get; }

    /// <summary>The one-site operator <c>j</c>.</summary>
    public LocalOperator Operator { get; }

    /// <summary>The commutators <c>[v_a, j]</c>.</summary>
    public LocalOperator[] Commutators { get; }

    /// <summary>The rate function and its argument.</summary>
    public RateArgument Rate { get; }

    /// <summary>The identity part of each image.</summary>
    public double[] Offset { get; }

    /// <summary>The part of each image in the basis.</summary>
    public double[,] Matrix { get; }

    /// <summary>The average <c>&lt;D^loc[v_a]&gt;</c>.</summary>
    /// <param name="a">The index of the basis matrix.</param>
    /// <param name="m">The averages of the block.</param>
    public double Average(int a, ReadOnlySpan<double> m)
    {
        double sum = Offset[a];
        for (int b = 0; b < m.Length; b++)
        {
            sum += Matrix[a, b] * m[b];
        }

        return sum;
    }
}
