using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;

namespace FiniteNCheck.Exact.State;

/// <summary>The product state of a system in the coupled basis: a <see cref="BlockProduct"/> per group, multiplied.</summary>
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

    /// <summary>Writes the state.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="threads">The number of threads.</param>
    public double[] Write(StateLayout layout, int threads)
    {
        double[] state = new double[layout.Length];
        Parallel.ForEach(layout.Strips, new ParallelOptions { MaxDegreeOfParallelism = threads }, strip =>
        {
            for (int i = 0; i < strip.Length; i++)
            {
                Complex element = Element(strip.Sector, strip.Row + i, strip.Column + i);
                int at = strip.Offset + (i * layout.Width);
                state[at] = element.Real;
                if (layout.IsComplex)
                {
                    state[at + 1] = element.Imaginary;
                }
            }
        });
        return state;
    }
}
