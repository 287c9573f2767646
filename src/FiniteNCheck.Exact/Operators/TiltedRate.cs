using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Operators;

/// <summary>
/// The rate <c>Gamma(Delta)</c> inside a sector for arguments that do not point along z. The terms <c>r_k . m_k</c> of different blocks
/// commute, so <c>Gamma = U Gamma(sum_k |r_k| 2M_k/N_k) U+</c> with <c>U</c> a product of one rotation per block.
/// </summary>
internal static class TiltedRate
{
    /// <summary>Computes the matrix of <c>Gamma(Delta)</c>.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="rate">The function.</param>
    /// <param name="argument">The coefficients <c>r_k</c>.</param>
    /// <param name="rotations">For each block the spin-J rotation that takes z to the direction of its argument.</param>
    public static Complex[,] Matrix(
        Sector sector, CollectiveRate rate, ImmutableArray<PauliVector> argument, IReadOnlyList<Complex[,]> rotations)
    {
        int d = sector.Dimension;
        double[] values = new double[d];
        for (int state = 0; state < d; state++)
        {
            double delta = 0;
            for (int g = 0; g < sector.Spins.Length; g++)
            {
                PauliVector r = argument[g];
                delta += (r.Z < 0 ? -r.Norm : r.Norm) * sector.TwiceM(state, g) / sector.Spins[g];
            }

            values[state] = rate.Value(delta);
        }

        return SquareMatrix.Turn(KroneckerProduct(rotations), values);
    }

    /// <summary>The spin-J rotations of one block's argument, for all <c>2J</c> up to the block's size.</summary>
    /// <param name="argument">The argument's coefficients on the block.</param>
    /// <param name="spins">The size of the block.</param>
    public static Complex[][,] Rotations(PauliVector argument, int spins)
    {
        // ToZ takes the direction, or its opposite (hence the sign in Matrix), to z; its adjoint takes z there.
        SpinOperator u = argument == PauliVector.Zero ? SpinOperator.Identity : SpinRotation.ToZ(argument).Unitary.Adjoint();
        return [.. SymmetricPower.UpTo(u, spins)];
    }

    /// <summary>The Kronecker product of matrices, the indices of the last varying fastest.</summary>
    /// <param name="factors">The matrices, one per block.</param>
    public static Complex[,] KroneckerProduct(IReadOnlyList<Complex[,]> factors)
    {
        Complex[,] product = { { Complex.One } };
        foreach (Complex[,] factor in factors)
        {
            int outer = product.GetLength(0);
            int inner = factor.GetLength(0);
            var next = new Complex[outer * inner, outer * inner];
            for (int row = 0; row < next.GetLength(0); row++)
            {
                for (int column = 0; column < next.GetLength(1); column++)
                {
                    next[row, column] = product[row / inner, column / inner] * factor[row % inner, column % inner];
                }
            }

            product = next;
        }

        return product;
    }
}
