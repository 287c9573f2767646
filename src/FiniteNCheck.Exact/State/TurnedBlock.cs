using System.Numerics;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// The product state of a block between two rotations, <c>U(r2) rho U(r1)</c> with <c>U(q) = exp(i q.S/sqrt(N))</c>: Weyl operators up to
/// their phases. Its trace norm is 1.
/// </summary>
/// <remarks>
/// Rotations are applied to the state, whose elements have full accuracy. The symmetric power of the product <c>u(r2) rho_1 u(r1)</c> of
/// one spin would be shorter, but its terms cancel.
/// </remarks>
internal sealed class TurnedBlock : IBlockMatrix
{
    // By the number of singlets, (N - 2J)/2.
    private readonly Complex[][,] ofSpin;
    private readonly int spins;

    /// <summary>Computes the matrix.</summary>
    /// <param name="system">The system, in its final frame, one group per block of the model.</param>
    /// <param name="group">The group.</param>
    /// <param name="left"><c>r2</c>, in the frame of the group.</param>
    /// <param name="right"><c>r1</c>, in the frame of the group.</param>
    /// <param name="threads">The number of threads.</param>
    public TurnedBlock(CollectiveSystem system, int group, PauliVector left, PauliVector right, int threads)
    {
        spins = system.Spins[group];
        var rho = new BlockProduct(spins, system.Bloch[group]);
        double scale = 1 / Math.Sqrt(spins);
        Complex[][,] rotateLeft = [.. SymmetricPower.UpTo(WeylRotation.OfSpin(scale * left), spins)];
        Complex[][,] rotateRight = [.. SymmetricPower.UpTo(WeylRotation.OfSpin(scale * right), spins)];
        ofSpin = new Complex[(spins / 2) + 1][,];
        Parallel.For(0, ofSpin.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, singlets =>
        {
            int twiceJ = spins - (2 * singlets);
            var state = new Complex[twiceJ + 1, twiceJ + 1];
            for (int a = 0; a <= twiceJ; a++)
            {
                for (int b = 0; b <= twiceJ; b++)
                {
                    state[a, b] = rho.Element(twiceJ, a, b);
                }
            }

            ofSpin[singlets] = SquareMatrix.Multiply(SquareMatrix.Multiply(rotateLeft[twiceJ], state), rotateRight[twiceJ]);
        });
    }

    /// <inheritdoc/>
    public Complex Element(int twiceJ, int a, int b) => ofSpin[(spins - twiceJ) / 2][a, b];
}
