using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;

namespace FiniteNCheck.Exact.Occupation.State;

/// <summary>
/// All eigenvalues of a matrix that is symmetric in the sites of every block: those of its restrictions to the invariant subspaces
/// <c>Sym^(c_1)(V^1) (x) ... (x) Sym^(c_d)(V^d)</c> of each block, <c>sum_j j c_j = N</c>, with V^j the antisymmetric states of j sites.
/// Every irreducible representation of the permutations has its part of the matrix in one of them.
/// </summary>
/// <param name="bins">The bins.</param>
/// <param name="sites">The number of sites of each block.</param>
internal sealed class InvariantSubspaces(OccupationBins bins, ImmutableArray<int> sites)
{
    /// <summary>Real rows of the largest matrix that is diagonalised, which takes up to a second.</summary>
    public const int MaxRows = 1000;

    private readonly ImmutableArray<ImmutableArray<Minors>> all = List(bins, sites);

    /// <summary>Their number.</summary>
    public int Count => all.Length;

    /// <summary>The largest dimension.</summary>
    public double Rows => all.Max(RowsOf);

    /// <summary>The smallest eigenvalue in each subspace.</summary>
    /// <param name="elements">The elements that are held.</param>
    /// <param name="numbers">Their numbers.</param>
    /// <param name="weights">The numbers of words.</param>
    /// <param name="threads">The number of threads.</param>
    public double[] Smallest(StateElements elements, double[] numbers, CountWeights weights, int threads)
    {
        Dictionary<BinCounts, Complex> form = FormOf(elements, numbers, weights);
        double[] smallest = new double[Count];
        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, k =>
        {
            Complex[,] matrix = new Restriction(bins, all[k]).Of(form);
            double lowest = matrix.Length == 0 ? 0 : OccupationPositivity.Smallest(matrix);

            // Rows that are left out are zero.
            smallest[k] = matrix.GetLength(0) < RowsOf(all[k]) ? Math.Min(0, lowest) : lowest;
        });
        return smallest;
    }

    private static double RowsOf(ImmutableArray<Minors> factors) => factors.Aggregate(1.0, (product, each) => product * each.Rows);

    // u(n) = t(n)/sqrt(D_k D_l), mirror images too.
    private Dictionary<BinCounts, Complex> FormOf(StateElements elements, double[] numbers, CountWeights weights)
    {
        double[] logs = [.. weights.Words.Select(words => words.Log())];
        Dictionary<BinCounts, Complex> form = [];
        elements.Visit(numbers, (occupations, row, column, value, hasMirror) =>
        {
            if (value == 0)
            {
                return;
            }

            Complex element = value * Math.Exp(-(logs[row] + logs[column]) / 2);
            form[new BinCounts([.. occupations])] = element;
            if (hasMirror)
            {
                int[] mirrored = new int[occupations.Length];
                for (int bin = 0; bin < mirrored.Length; bin++)
                {
                    mirrored[bins.All[bin].Mirror] = occupations[bin];
                }

                form[new BinCounts(mirrored)] = Complex.Conjugate(element);
            }
        });
        return form;
    }

    private static ImmutableArray<ImmutableArray<Minors>> List(OccupationBins bins, ImmutableArray<int> sites)
    {
        IEnumerable<ImmutableArray<Minors>> list = [[]];
        for (int h = 0; h < sites.Length; h++)
        {
            int block = h;
            ImmutableArray<Minors>[] ofBlock =
            [
                .. Partitions(sites[h], bins.Dimensions[h]).Select(counts =>
                    counts.Select((count, j) => new Minors(bins, block, j + 1, count)).ToImmutableArray()),
            ];
            list = list.SelectMany(factors => ofBlock.Select(own => factors.AddRange(own)));
        }

        return [.. list];
    }

    // All c_1 ... c_largest with sum_j j c_j = total.
    private static IEnumerable<ImmutableArray<int>> Partitions(int total, int largest) => largest == 1
        ? [[total]]
        : Enumerable.Range(0, (total / largest) + 1)
            .SelectMany(count => Partitions(total - (largest * count), largest - 1).Select(rest => rest.Add(count)));
}
