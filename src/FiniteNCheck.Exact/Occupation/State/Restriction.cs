using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;

namespace FiniteNCheck.Exact.Occupation.State;

/// <summary>The restriction of a matrix to an invariant subspace.</summary>
/// <remarks>
/// The matrix is a linear form on polynomials in variables <c>z_ab</c>, with the value <c>u(n)</c> at <c>prod z_ab^(n_ab)</c>; its
/// restriction has the values at products of minors. A minor with rows A and columns B is contracted by
/// <c>u'(m) = sum_pi sign(pi) u(m + sum_i e_(A_i, B_pi(i)))</c>. <c>Sym^c</c> sums over tables t of how often each (A, B) occurs, with
/// weights <c>sqrt(alpha! beta!)/prod t!</c>, alpha and beta the sums over columns and rows.
/// </remarks>
/// <param name="bins">The bins.</param>
/// <param name="factors">The factors of the subspace.</param>
internal sealed class Restriction(OccupationBins bins, ImmutableArray<Minors> factors)
{
    private readonly Minors[] groups = [.. factors.Where(each => each.Order > 1 && each.Count > 0)];
    private readonly Dictionary<BinCounts, int> places = [];
    private readonly List<(int Row, int Column, Complex Value)> found = [];

    /// <summary>The matrix, without rows and columns that are zero.</summary>
    /// <param name="form">The numbers <c>u(n)</c> that are not zero.</param>
    public Complex[,] Of(Dictionary<BinCounts, Complex> form)
    {
        Fill(form, [], [], 1);
        var matrix = new Complex[places.Count, places.Count];
        foreach ((int row, int column, Complex value) in found)
        {
            matrix[row, column] += value;
        }

        return matrix;
    }

    // Contracts one group of sites after the other. Rows and columns hold alpha and beta of the factors before.
    private void Fill(Dictionary<BinCounts, Complex> form, ImmutableArray<int[]> rows, ImmutableArray<int[]> columns, double weight)
    {
        if (rows.Length == groups.Length)
        {
            Close(form, rows, columns, weight);
            return;
        }

        Minors group = groups[rows.Length];
        Choose(form, pair: 0, group.Count, new int[group.Subsets], new int[group.Subsets], weight);

        void Choose(Dictionary<BinCounts, Complex> left, int pair, int count, int[] alpha, int[] beta, double product)
        {
            if (count == 0)
            {
                Fill(left, rows.Add(alpha), columns.Add(beta), product * Root(alpha, beta));
                return;
            }

            if (pair == group.Pairs.Length)
            {
                return;
            }

            (int a, int b) = (pair / group.Subsets, pair % group.Subsets);
            for (int times = 0; times <= count && left.Count > 0; times++)
            {
                Choose(left, pair + 1, count - times, With(alpha, a, times), With(beta, b, times), product / Factorial(times));
                left = Contract(left, group.Pairs[pair]);
            }
        }
    }

    // The sites that are left are symmetric: every monomial is an element.
    private void Close(Dictionary<BinCounts, Complex> form, ImmutableArray<int[]> rows, ImmutableArray<int[]> columns, double weight)
    {
        foreach ((BinCounts n, Complex value) in form)
        {
            (int[] alpha, int[] beta) = (new int[bins.Levels], new int[bins.Levels]);
            double product = weight;
            for (int bin = 0; bin < bins.Count; bin++)
            {
                alpha[bins.All[bin].RowLevel] += n[bin];
                beta[bins.All[bin].ColumnLevel] += n[bin];
                product /= Factorial(n[bin]);
            }

            found.Add((PlaceOf(rows, alpha), PlaceOf(columns, beta), product * Root(alpha, beta) * value));
        }
    }

    private int PlaceOf(ImmutableArray<int[]> groupCounts, int[] levelCounts)
    {
        var key = new BinCounts([.. groupCounts.SelectMany(each => each), .. levelCounts]);
        if (!places.TryGetValue(key, out int place))
        {
            place = places.Count;
            places.Add(key, place);
        }

        return place;
    }

    private static Dictionary<BinCounts, Complex> Contract(
        Dictionary<BinCounts, Complex> form, ImmutableArray<(int Sign, ImmutableArray<int> Bins)> minor)
    {
        Dictionary<BinCounts, Complex> contracted = [];
        foreach ((BinCounts n, Complex value) in form)
        {
            foreach ((int sign, ImmutableArray<int> bins) in minor)
            {
                if (n.Without(bins.AsSpan()) is { } m)
                {
                    contracted[m] = contracted.GetValueOrDefault(m) + (sign * value);
                }
            }
        }

        return contracted;
    }

    private static double Root(int[] alpha, int[] beta) =>
        Math.Sqrt(alpha.Concat(beta).Aggregate(1.0, (product, count) => product * Factorial(count)));

    private static int[] With(int[] counts, int at, int added)
    {
        int[] more = [.. counts];
        more[at] += added;
        return more;
    }

    private static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
