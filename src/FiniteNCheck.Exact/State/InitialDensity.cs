using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;

namespace FiniteNCheck.Exact.State;

/// <summary>The initial product state of a system in the coupled basis: the product of one <see cref="BlockProduct"/> per group.</summary>
internal sealed class InitialDensity
{
    private readonly BlockProduct[] blocks;

    /// <summary>Prepares the state.</summary>
    /// <param name="system">The system, in its final frame.</param>
    public InitialDensity(CollectiveSystem system) =>
        blocks = [.. system.Spins.Select((count, g) => new BlockProduct(count, system.Bloch[g]))];

    /// <summary>An element of the state.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public Complex Element(Sector sector, int row, int column)
    {
        Complex product = 1;
        for (int g = 0; g < blocks.Length && product != 0; g++)
        {
            product *= blocks[g].Element(sector.TwiceJ[g], sector.Level(row, g), sector.Level(column, g));
        }

        return product;
    }

    /// <summary>Computes the elements that a layout stores.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="threads">The number of threads.</param>
    public DensityMatrix Fill(StateLayout layout, int threads)
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
}
