using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Occupation.State;

/// <summary>
/// Smallest eigenvalues of parts of a state, all of which are not negative where the state is positive: of its reduced matrices of one and
/// of two sites, and of its block of symmetric states <c>&lt;k|rho|l&gt; = sum_(n in k,l) t(n) M(n)/(D_k D_l)</c>. Where only populations
/// are held, their smallest one takes the place of the last. Conditions that are necessary, and not sufficient; those of all invariant
/// subspaces are both.
/// </summary>
/// <param name="layout">The layout.</param>
/// <param name="weights">The numbers of words.</param>
/// <param name="elements">The elements of a state.</param>
/// <param name="subspaces">The invariant subspaces, where all of them are to be checked; otherwise <see langword="null"/>.</param>
/// <param name="threads">The number of threads.</param>
internal sealed class OccupationPositivity(
    OccupationLayout layout, CountWeights weights, StateElements elements, InvariantSubspaces? subspaces, int threads)
{
    /// <summary>The number of eigenvalues.</summary>
    public int Count =>
        Blocks + Pairs().Count() + (HasSymmetricBlock || layout.Width == 0 ? 1 : 0) + (subspaces?.Count ?? 0);

    private int Blocks => layout.Order.Sites.Length;

    private bool HasSymmetricBlock =>
        layout.Width > 0 && layout.Order.Counts.Length * (layout.IsComplex ? 2 : 1) <= InvariantSubspaces.MaxRows;

    /// <summary>The eigenvalues.</summary>
    /// <param name="moments">The moments of the state.</param>
    /// <param name="numbers">The state.</param>
    public IEnumerable<double> Smallest(OccupationMoments moments, double[] numbers)
    {
        for (int h = 0; h < Blocks; h++)
        {
            yield return Smallest(moments.OneSite(h));
        }

        foreach ((int h, int k) in Pairs())
        {
            yield return Smallest(moments.TwoSites(h, k));
        }

        if (HasSymmetricBlock)
        {
            yield return Smallest(SymmetricBlock(numbers));
        }
        else if (layout.Width == 0)
        {
            double smallest = double.PositiveInfinity;
            foreach (double population in numbers.AsSpan(OccupationLayout.Guard, layout.Plane))
            {
                smallest = Math.Min(smallest, population);
            }

            yield return smallest;
        }

        foreach (double smallest in subspaces?.Smallest(elements, numbers, weights, threads) ?? [])
        {
            yield return smallest;
        }
    }

    private IEnumerable<(int First, int Second)> Pairs() =>
        from h in Enumerable.Range(0, Blocks)
        from k in Enumerable.Range(h, Blocks - h)
        where h != k || layout.Order.Sites[h] > 1
        select (h, k);

    /// <summary>The smallest eigenvalue of a Hermitian matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <remarks>As a real symmetric matrix of twice the size, in which every eigenvalue occurs twice.</remarks>
    internal static double Smallest(Complex[,] matrix)
    {
        int size = matrix.GetLength(0);
        bool isReal = matrix.Cast<Complex>().All(each => each.Imaginary == 0);
        int rows = isReal ? size : 2 * size;
        double[] real = new double[rows * rows];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                Complex element = matrix[row % size, column % size];
                real[(row * rows) + column] = row < size == column < size ? element.Real : element.Imaginary;
            }
        }

        return SymmetricEigenvalues.Smallest(real, rows);
    }

    private Complex[,] SymmetricBlock(double[] numbers)
    {
        OccupationOrder order = layout.Order;
        var block = new Complex[order.Counts.Length, order.Counts.Length];
        double[] logs = [.. weights.Factorials.Select(each => each.Log())];
        double[] words = [.. weights.Words.Select(each => each.Log())];
        double all = order.Sites.Sum(sites => logs[sites]);
        elements.Visit(numbers, (occupations, k, l, t, hasMirror) =>
        {
            double log = all - words[k] - words[l];
            foreach (int each in occupations)
            {
                log -= logs[each];
            }

            Complex value = t * Math.Exp(log);
            block[k, l] += value;
            block[l, k] += hasMirror ? Complex.Conjugate(value) : 0;
        });
        return block;
    }
}
