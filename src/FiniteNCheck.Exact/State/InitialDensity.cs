using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// The product state in the coupled basis. For one block of <c>N</c> spins in <c>rho_1</c>, summed over the multiplicity of <c>J</c>,
/// <c>rho^J = d_J det(rho_1)^(N/2-J) Sym^(2J)(rho_1)</c>; blocks multiply.
/// </summary>
internal static class InitialDensity
{
    /// <summary>Writes the product state of a system.</summary>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="layout">The layout of the state.</param>
    public static double[] Product(CollectiveSystem system, StateLayout layout)
    {
        Complex[][][,] blocks = [.. system.Spins.Select((count, g) => BlockMatrices(count, system.Bloch[g]))];
        double[] state = new double[layout.Length];
        foreach (Sector sector in layout.Graph.Vertices)
        {
            Complex[][,] factors = [.. blocks.Select((matrices, g) => matrices[(sector.Spins[g] - sector.TwiceJ[g]) / 2])];
            Fill(state, layout, sector, factors);
        }

        return state;
    }

    private static void Fill(double[] state, StateLayout layout, Sector sector, Complex[][,] factors)
    {
        if (layout.IsDiagonal)
        {
            for (int r = 0; r < sector.Dimension; r++)
            {
                layout[state, sector, r, r] = Element(sector, factors, r, r);
            }

            return;
        }

        for (int r = 0; r < sector.Dimension; r++)
        {
            for (int c = 0; c < sector.Dimension; c++)
            {
                layout[state, sector, r, c] = Element(sector, factors, r, c);
            }
        }
    }

    private static Complex Element(Sector sector, Complex[][,] factors, int row, int column)
    {
        Complex product = 1;
        for (int g = 0; g < factors.Length; g++)
        {
            product *= factors[g][sector.Level(row, g), sector.Level(column, g)];
        }

        return product;
    }

    // Matrices for J = N/2, N/2-1, ...
    private static Complex[][,] BlockMatrices(int spins, PauliVector bloch)
    {
        double length = Math.Min(bloch.Norm, 1);
        double logDeterminant = Math.Log((1 - length) * (1 + length) / 4);
        var one = new SpinOperator(
            (1 + bloch.Z) / 2, new Complex(bloch.X, -bloch.Y) / 2, new Complex(bloch.X, bloch.Y) / 2, (1 - bloch.Z) / 2);
        double[] logDegeneracy = Degeneracy.Logarithms(spins);
        var matrices = new Complex[logDegeneracy.Length][,];
        int twiceJ = 0;
        foreach ((Complex[,] power, double logScale) in SymmetricPower.UpTo(one, spins, normalise: true))
        {
            if ((spins - twiceJ) % 2 == 0)
            {
                int singlets = (spins - twiceJ) / 2;
                double determinant = singlets == 0 ? 0 : singlets * logDeterminant;
                matrices[singlets] = Scaled(power, Math.Exp(logDegeneracy[singlets] + determinant + logScale));
            }

            twiceJ++;
        }

        return matrices;
    }

    private static Complex[,] Scaled(Complex[,] matrix, double factor)
    {
        var scaled = new Complex[matrix.GetLength(0), matrix.GetLength(1)];
        for (int row = 0; row < scaled.GetLength(0); row++)
        {
            for (int column = 0; column < scaled.GetLength(1); column++)
            {
                scaled[row, column] = factor * matrix[row, column];
            }
        }

        return scaled;
    }
}
