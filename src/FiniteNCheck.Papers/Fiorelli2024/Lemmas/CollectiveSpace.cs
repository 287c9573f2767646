using System.Numerics;
using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>
/// <c>N</c> spins of which a few are kept apart and the rest have total spin <c>J</c>: <c>2^own (2J+1)</c> states.
/// Strictly local operators act on the spins kept apart, sums over all spins on both. An operator norm is the largest
/// over <c>J</c>.
/// </summary>
internal sealed class CollectiveSpace
{
    private readonly int spins;
    private readonly int own;
    private readonly int twiceJ;

    private CollectiveSpace(int spins, int own, int twiceJ)
    {
        this.spins = spins;
        this.own = own;
        this.twiceJ = twiceJ;
        Z = new double[(twiceJ + 1) << own];
        for (int state = 0; state < Z.Length; state++)
        {
            Z[state] = (2 * Level(state)) - twiceJ + (2 * BitOperations.PopCount((uint)(state & ((1 << own) - 1)))) - own;
        }
    }

    /// <summary>The eigenvalues of the sum of all <c>sigma_z</c>, state by state.</summary>
    public double[] Z { get; }

    /// <summary>The spaces of all <c>J</c>.</summary>
    /// <param name="spins">The number of spins <c>N</c>.</param>
    /// <param name="own">How many of them are kept apart.</param>
    public static IEnumerable<CollectiveSpace> Sectors(int spins, int own)
    {
        for (int flipped = 0; 2 * flipped <= spins - own; flipped++)
        {
            yield return new CollectiveSpace(spins, own, spins - own - (2 * flipped));
        }
    }

    /// <summary>An operator on one of the spins kept apart.</summary>
    /// <param name="site">Which.</param>
    /// <param name="x">The one-spin operator.</param>
    public Matrix<Complex> Own(int site, SpinOperator x)
    {
        Matrix<Complex> matrix = Zero();
        int up = 1 << site;
        for (int state = 0; state < Z.Length; state++)
        {
            bool isUp = (state & up) != 0;
            matrix[state, state] = isUp ? x.UpUp : x.DownDown;
            matrix[state ^ up, state] = isUp ? x.DownUp : x.UpDown;
        }

        return matrix;
    }

    /// <summary>The sum <c>sum_k x^(k)</c> over the spins that are not kept apart.</summary>
    /// <param name="x">The one-spin operator.</param>
    public Matrix<Complex> Rest(SpinOperator x)
    {
        Complex identity = (spins - own) * (x.UpUp + x.DownDown) / 2;
        Complex z = (x.UpUp - x.DownDown) / 2;
        Matrix<Complex> matrix = Zero();
        for (int state = 0; state < Z.Length; state++)
        {
            int level = Level(state);
            matrix[state, state] = identity + (z * ((2 * level) - twiceJ));
            if (level < twiceJ)
            {
                // <J, M+1| S_+ |J, M> with J + M the level
                double amplitude = Math.Sqrt((twiceJ - level) * (level + 1.0));
                int raised = state + (1 << own);
                matrix[raised, state] = x.UpDown * amplitude;
                matrix[state, raised] = x.DownUp * amplitude;
            }
        }

        return matrix;
    }

    /// <summary>The sum <c>sum_k x^(k)</c> over all spins.</summary>
    /// <param name="x">The one-spin operator.</param>
    public Matrix<Complex> Sum(SpinOperator x) =>
        Enumerable.Range(0, own).Aggregate(Rest(x), (sum, site) => sum + Own(site, x));

    /// <summary>The function <c>Gamma(slope sum_k sigma_z^(k) / N)</c>, diagonal.</summary>
    /// <param name="rate">The function.</param>
    /// <param name="slope">The coefficient of the average of <c>sigma_z</c>.</param>
    public double[] Function(CollectiveRate rate, double slope) => [.. Z.Select(z => rate.Value(slope * z / spins))];

    private int Level(int state) => state >> own;

    private Matrix<Complex> Zero() => Matrix<Complex>.Build.Dense(Z.Length, Z.Length);
}
