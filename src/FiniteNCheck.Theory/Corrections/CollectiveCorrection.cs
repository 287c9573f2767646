using FiniteNCheck.Numerics;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory.Corrections;

/// <summary>
/// The contribution of all collective jumps to the cumulant equations: derivatives of their symbols, contracted with the cumulants. With
/// <c>h0</c> and <c>h1</c> of <see cref="CollectiveSymbol"/>, the coefficients <c>f, B0, T0</c> are the first, second and third derivative
/// of
/// <c>h0</c> in <c>pi</c> at <c>pi = 0</c>, and <c>f1, B1</c> the first and second of <c>h1</c>. Not thread-safe.
/// </summary>
internal sealed class CollectiveCorrection
{
    private const int Axes = PauliAlgebra.Axes;

    private readonly int n;
    private readonly int[] components;
    private readonly CorrectionDepth depth;
    private readonly SeriesAlgebra algebra;
    private readonly SeriesAlgebra nextAlgebra;
    private readonly CollectiveSymbol[] leading;
    private readonly CollectiveSymbol[] next;
    private Complex[] h0 = [];
    private Complex[] h1 = [];

    /// <summary>Precomputes everything that does not depend on the state.</summary>
    /// <param name="channels">The collective jumps.</param>
    /// <param name="shares">The shares of the blocks.</param>
    /// <param name="depth">The corrections to compute.</param>
    public CollectiveCorrection(IReadOnlyList<CollectiveChannel> channels, double[] shares, CorrectionDepth depth)
    {
        this.depth = depth;
        n = Axes * shares.Length;
        components = [.. Enumerable.Range(0, n).Where(i => channels.Any(channel => TakesPart(channel, i / Axes)))];

        // The highest derivatives needed: third ones of f and second ones of B0, first ones of f1, and B1. Without corrections of the
        // covariance second ones of f, and f1.
        bool whole = depth == CorrectionDepth.Covariance;
        algebra = new SeriesAlgebra(2 * components.Length, whole ? 4 : 3);
        nextAlgebra = new SeriesAlgebra(2 * components.Length, whole ? 2 : 1);
        leading = [.. channels.Select(channel => new CollectiveSymbol(algebra, channel, components, shares))];
        next = [.. channels.Select(channel => new CollectiveSymbol(nextAlgebra, channel, components, shares))];
    }

    /// <summary>Adds to all source terms.</summary>
    /// <param name="state">The state.</param>
    /// <param name="terms">The terms.</param>
    public void Add(in CorrectionState state, CorrectionTerms terms)
    {
        (h0, h1) = (new Complex[algebra.Length], new Complex[nextAlgebra.Length]);
        for (int channel = 0; channel < leading.Length; channel++)
        {
            leading[channel].AddLeading(state.M, h0);
            next[channel].AddNext(state.M, h1);
        }

        for (int i = 0; i < components.Length; i++)
        {
            AddMean(state, terms, i);
            for (int j = 0; j < components.Length; j++)
            {
                terms.Noise[At(i, j)] += Leading(Pi(i), Pi(j)) / 2;
                if (depth == CorrectionDepth.Covariance)
                {
                    AddSlope(state, terms, i, j);
                    AddSecond(state, terms, i, j);
                    AddThird(state, terms, i, j);
                    AddCorrelated(state, terms, i, j);
                }
            }
        }
    }

    private static bool TakesPart(CollectiveChannel channel, int block)
    {
        for (int i = Axes * block; i < Axes * (block + 1); i++)
        {
            if (channel.V[i] != Complex.Zero || channel.Rate.Coefficients[i] != 0)
            {
                return true;
            }
        }

        return false;
    }

    // 1/2 f_i,kl C_kl + f1_i
    private void AddMean(in CorrectionState state, CorrectionTerms terms, int i)
    {
        double sum = Next(Pi(i));
        for (int k = 0; k < components.Length; k++)
        {
            for (int l = 0; l < components.Length; l++)
            {
                sum += Leading(Pi(i), k, l) * state.C[At(k, l)] / 2;
            }
        }

        terms.Mean[components[i]] += sum;
    }

    // f_i,jk mu_k + 1/2 f_i,jkl C_kl + f1_i,j
    private void AddSlope(in CorrectionState state, CorrectionTerms terms, int i, int j)
    {
        double sum = Next(Pi(i), j);
        for (int k = 0; k < components.Length; k++)
        {
            sum += Leading(Pi(i), j, k) * state.Mu[components[k]];
            for (int l = 0; l < components.Length; l++)
            {
                sum += Leading(Pi(i), j, k, l) * state.C[At(k, l)] / 2;
            }
        }

        terms.Slope[At(i, j)] += sum;
    }

    // Half of B0_ij,k mu_k + 1/2 B0_ij,kl C_kl + B1_ij
    private void AddSecond(in CorrectionState state, CorrectionTerms terms, int i, int j)
    {
        double sum = Next(Pi(i), Pi(j));
        for (int k = 0; k < components.Length; k++)
        {
            sum += Leading(Pi(i), Pi(j), k) * state.Mu[components[k]];
            for (int l = 0; l < components.Length; l++)
            {
                sum += Leading(Pi(i), Pi(j), k, l) * state.C[At(k, l)] / 2;
            }
        }

        terms.Second[At(i, j)] += sum / 2;
    }

    // A sixth of T0_ijk, and half of B0_ij,l C_lk: six permutations are twice its three placements.
    private void AddThird(in CorrectionState state, CorrectionTerms terms, int i, int j)
    {
        Span<double> row = terms.Third.AsSpan(At(i, j) * n, n);
        for (int l = 0; l < components.Length; l++)
        {
            row[components[l]] += Leading(Pi(i), Pi(j), Pi(l)) / 6;
            double slope = Leading(Pi(i), Pi(j), l) / 2;
            for (int k = 0; k < n; k++)
            {
                row[k] += slope * state.C[(components[l] * n) + k];
            }
        }
    }

    // 1/2 f_i,kl S_jkl for all j, and half of f_i,kl C_lj C_kp for all j and p.
    private void AddCorrelated(in CorrectionState state, CorrectionTerms terms, int i, int k)
    {
        double[] carried = new double[n];
        for (int l = 0; l < components.Length; l++)
        {
            double curvature = Leading(Pi(i), k, l);
            for (int j = 0; j < n; j++)
            {
                carried[j] += curvature * state.C[(components[l] * n) + j];
                terms.Second[(components[i] * n) + j] += curvature / 2 * state.S[(((j * n) + components[k]) * n) + components[l]];
            }
        }

        Span<double> plane = terms.Third.AsSpan(components[i] * n * n, n * n);
        ChannelCorrection.AddOuter(plane, 0.5, carried, state.C.Slice(components[k] * n, n));
    }

    private int At(int i, int j) => (components[i] * n) + components[j];

    private int Pi(int component) => components.Length + component;

    private double Leading(params ReadOnlySpan<int> variables) => Derivative(algebra, h0, variables);

    private double Next(params ReadOnlySpan<int> variables) => Derivative(nextAlgebra, h1, variables);

    private static double Derivative(SeriesAlgebra algebra, Complex[] series, ReadOnlySpan<int> variables)
    {
        int index = algebra.IndexOf(variables);
        return algebra.Factorials(index) * series[index].Real;
    }
}
