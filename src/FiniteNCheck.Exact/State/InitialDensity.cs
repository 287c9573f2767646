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
        double[] state = new double[layout.Length];
        if (layout.IsDiagonal)
        {
            FillPopulations(state, layout, system);
        }
        else if (system.Groups == 1)
        {
            // One block: sectors follow its J, and no more than one matrix is held beside the state.
            foreach ((int singlets, Complex[,] matrix) in BlockMatrices(system.Spins[0], system.Bloch[0]))
            {
                Fill(state, layout, layout.Graph.Vertices[singlets], [matrix]);
            }
        }
        else
        {
            Dictionary<int, Complex[,]>[] blocks =
                [.. system.Spins.Select((count, g) => BlockMatrices(count, system.Bloch[g]).ToDictionary(pair => pair.Singlets, pair => pair.Matrix))];
            foreach (Sector sector in layout.Graph.Vertices)
            {
                Fill(state, layout, sector, [.. blocks.Select((matrices, g) => matrices[Singlets(sector, g)])]);
            }
        }

        return state;
    }

    private static int Singlets(Sector sector, int group) => (sector.Spins[group] - sector.TwiceJ[group]) / 2;

    private static void Fill(double[] state, StateLayout layout, Sector sector, Complex[][,] factors)
    {
        for (int r = 0; r < sector.Dimension; r++)
        {
            for (int c = 0; c < sector.Dimension; c++)
            {
                Complex product = 1;
                for (int g = 0; g < factors.Length; g++)
                {
                    product *= factors[g][sector.Level(r, g), sector.Level(c, g)];
                }

                layout[state, sector, r, c] = product;
            }
        }
    }

    // Bloch vectors along z: d_J p_up^(N/2+M) p_down^(N/2-M) for every block.
    private static void FillPopulations(double[] state, StateLayout layout, CollectiveSystem system)
    {
        double[][] logDegeneracy = [.. system.Spins.Select(Degeneracy.Logarithms)];
        foreach (Sector sector in layout.Graph.Vertices)
        {
            for (int r = 0; r < sector.Dimension; r++)
            {
                double logarithm = 0;
                for (int g = 0; g < system.Groups; g++)
                {
                    int up = Singlets(sector, g) + sector.Level(r, g);
                    logarithm += logDegeneracy[g][Singlets(sector, g)]
                        + LogPower((1 + system.Bloch[g].Z) / 2, up)
                        + LogPower((1 - system.Bloch[g].Z) / 2, system.Spins[g] - up);
                }

                layout[state, sector, r, r] = Math.Exp(logarithm);
            }
        }
    }

    private static double LogPower(double value, int power) => power == 0 ? 0 : power * Math.Log(value);

    private static IEnumerable<(int Singlets, Complex[,] Matrix)> BlockMatrices(int spins, PauliVector bloch)
    {
        double length = Math.Min(bloch.Norm, 1);
        double determinant = (1 - length) * (1 + length) / 4;
        var one = new SpinOperator(
            (1 + bloch.Z) / 2, new Complex(bloch.X, -bloch.Y) / 2, new Complex(bloch.X, bloch.Y) / 2, (1 - bloch.Z) / 2);
        double[] logDegeneracy = Degeneracy.Logarithms(spins);
        int twiceJ = 0;
        foreach ((Complex[,] power, double logScale) in SymmetricPower.UpTo(one, spins, normalise: true))
        {
            if ((spins - twiceJ) % 2 == 0)
            {
                int singlets = (spins - twiceJ) / 2;
                yield return (singlets, Scaled(power, Math.Exp(logDegeneracy[singlets] + LogPower(determinant, singlets) + logScale)));
            }

            twiceJ++;
        }
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
