using System.Numerics;
using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.State;

/// <summary>A Hermitian matrix from which the engine starts: a state, or part of an operator times a state.</summary>
internal abstract class StartMatrix
{
    /// <summary>Bound of the rounding in the elements, in trace norm.</summary>
    public abstract double Rounding { get; }

    /// <summary>An element.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public abstract Complex Element(Sector sector, int row, int column);

    /// <summary>Computes the elements that a layout stores.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="threads">The number of threads.</param>
    public virtual DensityMatrix Fill(StateLayout layout, int threads)
    {
        var state = new DensityMatrix(layout);
        Parallel.ForEach(layout.Strips, new ParallelOptions { MaxDegreeOfParallelism = threads }, strip =>
        {
            for (int i = 0; i < strip.Length; i++)
            {
                state[strip, i] = Element(strip.Sector, strip.Row + i, strip.Column + i);
            }
        });
        return state;
    }

    /// <summary>Bound of the rounding in a product state: its elements are off by some epsilon times the number of spins.</summary>
    /// <param name="spins">The number of spins of each block.</param>
    protected static double RoundingOfProduct(IEnumerable<int> spins) => 2 * Epsilon * spins.Sum(count => (double)count);

    /// <summary>The distance from 1 to the next number.</summary>
    protected const double Epsilon = 2.220446049250313e-16;
}
