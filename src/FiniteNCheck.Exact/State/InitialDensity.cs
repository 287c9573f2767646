using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;

namespace FiniteNCheck.Exact.State;

/// <summary>The initial product state of a system in the coupled basis: the product of one <see cref="BlockProduct"/> per group.</summary>
internal sealed class InitialDensity : StartMatrix
{
    private readonly BlockProduct[] blocks;

    /// <summary>Prepares the state.</summary>
    /// <param name="system">The system, in its final frame.</param>
    public InitialDensity(CollectiveSystem system)
    {
        blocks = [.. system.Spins.Select((count, g) => new BlockProduct(count, system.Bloch[g]))];
        Rounding = RoundingOfProduct(system.Spins);
    }

    /// <inheritdoc/>
    public override double Rounding { get; }

    /// <inheritdoc/>
    public override Complex Element(Sector sector, int row, int column)
    {
        Complex product = 1;
        for (int g = 0; g < blocks.Length && product != 0; g++)
        {
            product *= blocks[g].Element(sector.TwiceJ[g], sector.Level(row, g), sector.Level(column, g));
        }

        return product;
    }
}
