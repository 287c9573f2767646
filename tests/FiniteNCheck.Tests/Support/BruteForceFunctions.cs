using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// Functions of the state from their definitions, on the density matrix of all 2^N states: no sectors, no multiplicities, no centring.
/// </summary>
internal sealed class BruteForceFunctions(CollectiveModel model, SpinSpace space)
{
    private readonly string[] observables = [.. model.ObservableNames];
    private readonly string[] blocks = [.. model.Blocks.Select(block => block.Name)];
    private readonly Dictionary<int, SparseMatrix> totals = [];

    /// <summary>The values of functions at the given times.</summary>
    public static double[][] Solve(CollectiveModel model, int n, IReadOnlyList<StateFunction> functions, params double[] times)
    {
        var equation = new MasterEquation(model, n);
        var oracle = new BruteForceFunctions(model, equation.Space);
        return [.. BruteForce.Evolve(equation, model, times).Select(rho => functions.Select(f => oracle.Value(f, rho)).ToArray())];
    }

    public double Value(StateFunction function, DenseMatrix rho) => function switch
    {
        Cumulant cumulant => JointCumulant([.. cumulant.Observables.Select(name => Array.IndexOf(observables, name))], rho),
        Purity => Math.Pow(rho.FrobeniusNorm(), 2),
        Entropy => Eigenvalues(rho).Sum(p => p > 0 ? -p * Math.Log(p) : 0),
        LogarithmicNegativity of => Math.Log(Eigenvalues(PartialTranspose(rho, of.First, of.Second)).Sum(Math.Abs)),
        Probability of => ProbabilityOf(Array.IndexOf(observables, of.Observable), of.Value, rho),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "Unknown function."),
    };

    /// <summary>
    /// Cumulants by the recursion <c>kappa(a, R) = mu(a, R) - sum over proper subsets B of R of kappa(a, B) mu(R without B)</c>, from
    /// moments symmetrised over all orders one by one.
    /// </summary>
    public double JointCumulant(int[] which, DenseMatrix rho)
    {
        double value = Moment(which, rho);
        int[] rest = which[1..];
        for (int subset = 0; subset < (1 << rest.Length) - 1; subset++)
        {
            int[] inside = [.. rest.Where((_, i) => (subset & (1 << i)) != 0)];
            int[] outside = [.. rest.Where((_, i) => (subset & (1 << i)) == 0)];
            value -= JointCumulant([which[0], .. inside], rho) * Moment(outside, rho);
        }

        return value;
    }

    /// <summary>The eigenvalues of a Hermitian matrix, by MathNet, of the real matrix that has each of them twice.</summary>
    public static double[] Eigenvalues(DenseMatrix a)
    {
        int n = a.Dimension;
        var real = Matrix<double>.Build.Dense(2 * n, 2 * n, (i, j) => (i < n, j < n) switch
        {
            (true, true) => (a[i, j].Real + a[j, i].Real) / 2,
            (false, false) => (a[i - n, j - n].Real + a[j - n, i - n].Real) / 2,
            (true, false) => (a[j - n, i].Imaginary - a[i, j - n].Imaginary) / 2,
            _ => (a[i - n, j].Imaginary - a[j, i - n].Imaginary) / 2,
        });
        double[] twice = [.. real.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).Order()];
        return [.. twice.Where((_, i) => i % 2 == 0)];
    }

    private double Moment(int[] which, DenseMatrix rho)
    {
        if (which.Length == 0)
        {
            return 1;
        }

        int[][] orders = [.. Orders(which)];
        return orders.Average(order =>
        {
            DenseMatrix product = rho;
            foreach (int a in order)
            {
                product = Total(a).Times(product);
            }

            return product.Trace().Real;
        }) / which.Aggregate(1.0, (scale, a) => scale * Math.Sqrt(space.Spins[a / 3]));
    }

    private static IEnumerable<int[]> Orders(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany((item, i) => Orders([.. items[..i], .. items[(i + 1)..]]).Select(rest => (int[])[item, .. rest]));

    private SparseMatrix Total(int observable)
    {
        if (!totals.TryGetValue(observable, out SparseMatrix? total))
        {
            total = new SparseMatrix(space.Total(observable / 3, (PauliAxis)(observable % 3)));
            totals.Add(observable, total);
        }

        return total;
    }

    /// <summary>The trace with the projector onto an eigenspace of the total spin.</summary>
    private double ProbabilityOf(int observable, double value, DenseMatrix rho)
    {
        double wanted = value * space.Spins[observable / 3];
        DenseMatrix projector = SpinSpace.Function(
            space.Total(observable / 3, (PauliAxis)(observable % 3)), x => Math.Abs(x - wanted) < 1e-6 ? 1 : 0);
        return new SparseMatrix(projector).TraceWith(rho).Real;
    }

    /// <summary>The state of the spins of two blocks, with row and column exchanged in those of the second.</summary>
    private DenseMatrix PartialTranspose(DenseMatrix rho, string first, string second)
    {
        int[] kept = [.. SitesOf(first), .. SitesOf(second)];
        int transposed = SitesOf(first).Length;
        int[] traced = [.. Enumerable.Range(0, space.Sites).Except(kept)];
        var result = new DenseMatrix(1 << kept.Length);
        for (int row = 0; row < result.Dimension; row++)
        {
            for (int column = 0; column < result.Dimension; column++)
            {
                int low = (1 << transposed) - 1;
                (int bra, int ket) = ((row & low) | (column & ~low), (column & low) | (row & ~low));
                for (int others = 0; others < 1 << traced.Length; others++)
                {
                    int common = Spread(others, traced);
                    result[row, column] += rho[Spread(bra, kept) | common, Spread(ket, kept) | common];
                }
            }
        }

        return result;
    }

    private int[] SitesOf(string block) =>
        [.. Enumerable.Range(0, space.Sites).Where(site => space.BlockOf(site) == Array.IndexOf(blocks, block))];

    private static int Spread(int bits, int[] sites) => sites.Index().Sum(site => ((bits >> site.Index) & 1) << site.Item);
}
