using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// The initial state of a system in the coupled basis where it is a product, one <see cref="BlockProduct"/> per group, or a mixture of such
/// states.
/// </summary>
internal sealed class InitialDensity : StartMatrix
{
    private readonly (double Weight, BlockProduct[] Blocks)[] components;

    private InitialDensity(CollectiveSystem system, ProductSum sum)
    {
        components =
        [
            .. sum.Terms.Select(term => (
                term.Factor.Real,
                system.Spins.Select((count, g) => new BlockProduct(count, term.Bloch[g])).ToArray())),
        ];
        Rounding = RoundingOfProduct(system.Spins);
    }

    /// <inheritdoc/>
    public override double Rounding { get; }

    /// <summary>The initial state of a system.</summary>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="top">The sector with the largest J of every group.</param>
    public static StartMatrix Of(CollectiveSystem system, Sector top)
    {
        switch (system.Start)
        {
            case ProductSum { IsCoherent: true } superposition:
                (Complex[] amplitudes, double norm) = SymmetricVector.Of(superposition, top);
                return new SymmetricDensity(top, amplitudes, 1 / norm);
            case DickeProduct dicke:
                return new SymmetricDensity(top, SymmetricVector.Of(dicke, top), 1);
            case ProductSum sum:
                return new InitialDensity(system, sum);
            default:
                throw new InvalidOperationException($"A start of type {system.Start.GetType().Name} has no density matrix yet.");
        }
    }

    /// <inheritdoc/>
    public override Complex Element(Sector sector, int row, int column)
    {
        Complex sum = 0;
        foreach ((double weight, BlockProduct[] blocks) in components)
        {
            Complex product = weight;
            for (int g = 0; g < blocks.Length && product != 0; g++)
            {
                product *= blocks[g].Element(sector.TwiceJ[g], sector.Level(row, g), sector.Level(column, g));
            }

            sum += product;
        }

        return sum;
    }
}
