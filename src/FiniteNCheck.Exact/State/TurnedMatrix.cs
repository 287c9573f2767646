using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// A matrix <c>X = X_h + i X_a</c> of any kind between two rotations, <c>U(r2) X U(r1)</c> with
/// <c>U(q) = exp(i sum_h q_h.S_h/sqrt(N_h))</c>: Weyl operators up to their phases. They do not change its trace norm.
/// </summary>
internal sealed class TurnedMatrix
{
    private readonly Complex[][,] ofSector;

    /// <summary>Computes the matrix.</summary>
    /// <param name="system">The system, in its final frame, one group per block of the model.</param>
    /// <param name="hermitian"><c>X_h</c>.</param>
    /// <param name="antiHermitian"><c>X_a</c>; <see langword="null"/> for zero.</param>
    /// <param name="left"><c>r2</c> of each block, in the model's frame.</param>
    /// <param name="right"><c>r1</c> of each block, in the model's frame.</param>
    /// <param name="threads">The number of threads.</param>
    public TurnedMatrix(
        CollectiveSystem system,
        DensityMatrix hermitian,
        DensityMatrix? antiHermitian,
        ImmutableArray<PauliVector> left,
        ImmutableArray<PauliVector> right,
        int threads)
    {
        ImmutableArray<Sector> sectors = hermitian.Layout.Graph.Vertices;
        var rotateLeft = WeylRotation.Of(system, left);
        var rotateRight = WeylRotation.Of(system, right);
        ofSector = new Complex[sectors.Length][,];
        Parallel.ForEach(sectors, new ParallelOptions { MaxDegreeOfParallelism = threads }, sector =>
        {
            var matrix = new Complex[sector.Dimension, sector.Dimension];
            for (int row = 0; row < sector.Dimension; row++)
            {
                for (int column = 0; column < sector.Dimension; column++)
                {
                    Complex imaginary = antiHermitian is { } other ? other[sector, row, column] : Complex.Zero;
                    matrix[row, column] = hermitian[sector, row, column] + (Complex.ImaginaryOne * imaginary);
                }
            }

            ofSector[sector.Index] =
                SquareMatrix.Multiply(SquareMatrix.Multiply(rotateLeft.In(sector), matrix), rotateRight.In(sector));
        });
    }

    /// <summary>An element.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public Complex Element(Sector sector, int row, int column) => ofSector[sector.Index][row, column];
}
