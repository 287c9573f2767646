using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// A Weyl operator up to its phase, <c>U(r) = exp(i sum_h r_h.S_h/sqrt(N_h))</c>. It rotates all spins of a block by the same matrix, so
/// inside each sector it is the symmetric power <c>Sym^(2J)</c> of that matrix.
/// </summary>
internal sealed class WeylRotation
{
    // Of each group, by 2J.
    private readonly Complex[][][,] powers;

    private WeylRotation(Complex[][][,] powers) => this.powers = powers;

    /// <summary>Computes the symmetric powers.</summary>
    /// <param name="system">The system in its final frame, one group per block of the model.</param>
    /// <param name="argument">The vector <c>r_h</c> of each block, in the model's frame.</param>
    public static WeylRotation Of(CollectiveSystem system, ImmutableArray<PauliVector> argument)
    {
        var ofGroups = new Complex[system.Groups][][,];
        foreach ((int h, BlockMember member) in system.Members.Index())
        {
            SpinOperator u = OfSpin(member.Rotation.Apply((1 / Math.Sqrt(member.Spins)) * argument[h]));
            ofGroups[member.Group] = [.. SymmetricPower.UpTo(u, member.Spins)];
        }

        return new WeylRotation(ofGroups);
    }

    /// <summary>That of one spin, <c>exp(i v . sigma) = cos |v| + i sin |v| v . sigma/|v|</c>.</summary>
    /// <param name="v">The vector <c>v</c>.</param>
    public static SpinOperator OfSpin(PauliVector v)
    {
        double angle = v.Norm;
        double sine = angle == 0 ? 1 : Math.Sin(angle) / angle;
        var i = new Complex(0, sine);
        return new SpinOperator(
            Math.Cos(angle) + (i * v.Z),
            i * new Complex(v.X, -v.Y),
            i * new Complex(v.X, v.Y),
            Math.Cos(angle) - (i * v.Z));
    }

    /// <summary>An element.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public Complex Element(Sector sector, int row, int column)
    {
        Complex product = 1;
        for (int g = 0; g < powers.Length; g++)
        {
            product *= powers[g][sector.TwiceJ[g]][sector.Level(row, g), sector.Level(column, g)];
        }

        return product;
    }

    /// <summary>The matrix in a sector.</summary>
    /// <param name="sector">The sector.</param>
    public Complex[,] In(Sector sector)
    {
        if (powers.Length == 1)
        {
            return powers[0][sector.TwiceJ[0]];
        }

        var matrix = new Complex[sector.Dimension, sector.Dimension];
        for (int row = 0; row < sector.Dimension; row++)
        {
            for (int column = 0; column < sector.Dimension; column++)
            {
                matrix[row, column] = Element(sector, row, column);
            }
        }

        return matrix;
    }
}
