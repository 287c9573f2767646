using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// First and second moments of the collective spins of all groups, <c>&lt;S_a^(g)&gt;</c> and <c>1/2 &lt;{S_a^(g), S_b^(k)}&gt;</c>, and
/// from them the means and covariances of the model's blocks in the model's frame.
/// </summary>
internal sealed class Moments
{
    private readonly CollectiveSystem system;
    private readonly double[] first;
    private readonly double[,] second;

    private Moments(CollectiveSystem system)
    {
        this.system = system;
        first = new double[3 * system.Groups];
        second = new double[3 * system.Groups, 3 * system.Groups];
    }

    /// <summary>Computes the moments of a state.</summary>
    /// <param name="system">The system, in its final frame.</param>
    /// <param name="state">The state.</param>
    /// <param name="threads">The number of threads; the result does not depend on it.</param>
    public static Moments Measure(CollectiveSystem system, DensityMatrix state, int threads)
    {
        StateLayout layout = state.Layout;
        var ofSector = new (double[] First, double[,] Second)[layout.Graph.Vertices.Length];
        Parallel.ForEach(
            layout.Graph.Vertices.Where(sector => layout.StripsIn(sector).Length > 0),
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            sector => ofSector[sector.Index] = MeasureSector(state, sector));

        // Summed in the order of the sectors, whichever thread computed them.
        var moments = new Moments(system);
        foreach ((double[] first, double[,] second) in ofSector.Where(pair => pair.First is not null))
        {
            for (int a = 0; a < first.Length; a++)
            {
                moments.first[a] += first[a];
                for (int b = 0; b < first.Length; b++)
                {
                    moments.second[a, b] += second[a, b];
                }
            }
        }

        return moments;
    }

    /// <summary>The averages <c>&lt;m_(a,h)&gt;</c> of the model's blocks.</summary>
    public double[] Mean()
    {
        double[] mean = new double[3 * system.Members.Length];
        for (int h = 0; h < system.Members.Length; h++)
        {
            BlockMember member = system.Members[h];
            for (int a = 0; a < 3; a++)
            {
                for (int c = 0; c < 3; c++)
                {
                    mean[(3 * h) + a] += member.Rotation[c, a] * first[(3 * member.Group) + c] / system.Spins[member.Group];
                }
            }
        }

        return mean;
    }

    /// <summary>The covariance <c>Sigma = 1/2 &lt;{F, F}&gt;</c> of the model's blocks.</summary>
    public double[,] Covariance()
    {
        int size = 3 * system.Members.Length;
        double[,] covariance = new double[size, size];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                covariance[row, column] = InModelFrame(row, column);
                covariance[column, row] = covariance[row, column];
            }
        }

        return covariance;
    }

    /// <summary>Bounds the errors of means and covariances.</summary>
    /// <param name="firstErrors">Bounds of the errors of <c>&lt;S_a^(g)&gt;/N_g</c>.</param>
    /// <param name="secondErrors">Bounds of the errors of <c>1/2 &lt;{S_a^(g), S_b^(k)}&gt;/(N_g N_k)</c>.</param>
    public MomentBounds Bounds(double[] firstErrors, double[,] secondErrors)
    {
        (double mean, double covariance) = (0, 0);
        int size = 3 * system.Members.Length;
        for (int row = 0; row < size; row++)
        {
            mean = Math.Max(mean, Enumerable.Range(0, 3).Sum(c => Weight(row, c) * firstErrors[At(row, c)]));
            for (int column = 0; column <= row; column++)
            {
                double sum = 0;
                for (int c = 0; c < 3; c++)
                {
                    for (int d = 0; d < 3; d++)
                    {
                        double weight = Weight(row, c) * Weight(column, d);
                        sum += weight == 0 ? 0 : weight * ErrorInGroupFrame(row, column, c, d);
                    }
                }

                covariance = Math.Max(covariance, sum);
            }
        }

        return new MomentBounds(mean, covariance);

        double Weight(int index, int c) => Math.Abs(system.Members[index / 3].Rotation[c, index % 3]);

        int At(int index, int c) => (3 * system.Members[index / 3].Group) + c;

        // From moment - product, and for blocks inside one group from moment n/(n - 1) at most.
        double ErrorInGroupFrame(int row, int column, int c, int d)
        {
            BlockMember one = system.Members[row / 3];
            BlockMember other = system.Members[column / 3];
            (double n, double m) = (system.Spins[one.Group], system.Spins[other.Group]);
            (int a, int b) = (At(row, c), At(column, d));
            double pairs = one.Group == other.Group && n > 1 ? n / (n - 1) : 1;
            double product = (Math.Abs(first[a] / n) * firstErrors[b]) + (Math.Abs(first[b] / m) * firstErrors[a])
                + (firstErrors[a] * firstErrors[b]);
            return Math.Sqrt((double)one.Spins * other.Spins) * ((pairs * secondErrors[a, b]) + product);
        }
    }

    // Sigma_(a,h),(b,k) = sum_cd R^h_ca R^k_db Sigma'_(c,h),(d,k).
    private double InModelFrame(int row, int column)
    {
        int h = row / 3;
        int k = column / 3;
        double sum = 0;
        for (int c = 0; c < 3; c++)
        {
            for (int d = 0; d < 3; d++)
            {
                double weight = system.Members[h].Rotation[c, row % 3] * system.Members[k].Rotation[d, column % 3];
                sum += weight == 0 ? 0 : weight * InGroupFrame(h, k, c, d);
            }
        }

        return sum;
    }

    private double InGroupFrame(int h, int k, int c, int d)
    {
        BlockMember one = system.Members[h];
        BlockMember other = system.Members[k];
        double n = system.Spins[one.Group];
        double m = system.Spins[other.Group];
        double moment = second[(3 * one.Group) + c, (3 * other.Group) + d];
        double product = first[(3 * one.Group) + c] / n * first[(3 * other.Group) + d] / m;
        double scale = Math.Sqrt((double)one.Spins * other.Spins);
        if (one.Group != other.Group || (h == k && one.Spins == n))
        {
            return scale * ((moment / (n * m)) - product);
        }

        // Blocks inside one group: the average over pairs of different spins, plus the symmetrised sigma_c sigma_d of a spin with itself.
        double same = c == d ? 1 : 0;
        double pair = (moment - (n * same)) / (n * (n - 1));
        return h == k
            ? same + ((one.Spins - 1) * pair) - (one.Spins * product)
            : scale * (pair - product);
    }

    private static (double[] First, double[,] Second) MeasureSector(DensityMatrix state, Sector sector)
    {
        BandOperator[] spin = CollectiveSpin.Of(sector);
        double[] averages = new double[spin.Length];
        double[,] products = new double[spin.Length, spin.Length];
        for (int a = 0; a < spin.Length; a++)
        {
            averages[a] = Expectation(state, sector, spin[a]);
            for (int b = a; b < spin.Length; b++)
            {
                // The real part of <S_a S_b> is the expectation of the symmetrised product.
                products[a, b] = Expectation(state, sector, spin[a].Times(spin[b]));
                products[b, a] = products[a, b];
            }
        }

        return (averages, products);
    }

    private static double Expectation(DensityMatrix state, Sector sector, BandOperator observable)
    {
        double sum = 0;
        foreach ((int offset, Complex[] elements) in observable.Bands)
        {
            if (state.Layout.IsDiagonal && offset != 0)
            {
                continue;
            }

            for (int r = Math.Max(0, offset); r < Math.Min(sector.Dimension, sector.Dimension + offset); r++)
            {
                // tr(O rho) = sum_r O_(r, r-o) rho_(r-o, r)
                Complex rho = state[sector, r - offset, r];
                sum += (elements[r].Real * rho.Real) - (elements[r].Imaginary * rho.Imaginary);
            }
        }

        return sum;
    }
}
