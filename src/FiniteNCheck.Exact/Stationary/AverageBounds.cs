using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Stationary;

/// <summary>
/// Proves how far averages in a state x are from those in the stationary states, by the adjoint equation. With any observable Y, numbers
/// c_k and <c>S = O - L+ Y - sum_k c_k 1_k</c>, where <c>1_k</c> projects on a set of sectors that the evolution does not leave, every
/// stationary state x' with the same weights <c>tr(1_k x')</c> obeys
/// <c>|tr O(x - x')| &lt;= |tr(Y L x) + sum_k c_k tr 1_k(x - x') + tr(S x)| + ||S||</c>, because <c>tr(Y L x') = 0</c> and
/// <c>|tr(S x')| &lt;= ||S||</c>.
/// </summary>
/// <remarks>
/// GMRES makes S small, but nothing rests on it: a poor Y gives a poor bound. No gap enters and no count of stationary states: where there
/// are several that differ in the average, S cannot be small.
/// </remarks>
internal sealed class AverageBounds
{
    // Of L x and of S, each in an expectation and in a norm.
    private const double Roundings = 4;

    private readonly StationaryGenerator adjoint;
    private readonly PartwiseSolver solver;
    private readonly ObservableSpace space;
    private readonly double goal;
    private readonly Component[] components;
    private readonly double[] state;
    private readonly double[] image;
    private readonly double[] excess;
    private readonly SearchCourse course;
    private int next;

    /// <summary>Prepares the equations.</summary>
    /// <param name="adjoint">The adjoint generator.</param>
    /// <param name="solver">Solves equations with it.</param>
    /// <param name="tolerance">The tolerance of the state. S is to be far smaller, so that a bound says how good the state is.</param>
    /// <param name="state">The state x, and what L makes of it.</param>
    /// <param name="start">The state that has the right weights of all components; <see langword="null"/> where there is one.</param>
    /// <param name="course">Holds the bounds that are known already, and receives the others one by one.</param>
    public AverageBounds(
        StationaryGenerator adjoint,
        PartwiseSolver solver,
        double tolerance,
        (double[] Numbers, double[] Image) state,
        double[]? start,
        SearchCourse course)
    {
        (this.adjoint, this.solver, this.course) = (adjoint, solver, course);
        (this.state, image) = state;
        goal = Math.Max(0.01 * tolerance, 4 * adjoint.Rounding / adjoint.RatePerSpin);
        space = new ObservableSpace(adjoint.Layout);
        components = [.. adjoint.Layout.Graph.Components().Select(ComponentOf)];
        excess =
        [
            .. components.Select(component => space.Expectation(component.Identity, this.state)
                - (start is null ? 1 : space.Expectation(component.Identity, start))),
        ];
    }

    /// <summary>Bounds the moments of the state. Bounds are asked for in the same order in every run of a search.</summary>
    /// <param name="moments">The moments.</param>
    public MomentBounds Of(Moments moments)
    {
        ImmutableArray<int> spins = adjoint.Layout.Graph.Spins;
        double[] first = new double[3 * spins.Length];
        double[,] second = new double[first.Length, first.Length];
        for (int a = 0; a < first.Length; a++)
        {
            int index = a;
            first[a] = Bound(() => space.Of(sector => CollectiveSpin.Of(sector)[index], 1.0 / spins[index / 3]));
            for (int b = 0; b <= a; b++)
            {
                int other = b;
                double factor = 1.0 / ((double)spins[a / 3] * spins[b / 3]);
                second[a, b] = Bound(() => space.Of(sector => Product(sector, index, other), factor));
                second[b, a] = second[a, b];
            }
        }

        return moments.Bounds(first, second);
    }

    /// <summary>Bounds the error of the average of a symmetrised product of <c>S_a/N - m_a</c>.</summary>
    /// <param name="factors">The factors: a spin, and the number that is taken off.</param>
    public double Of(IReadOnlyList<(BlockMember Member, PauliVector Direction, double Average)> factors) =>
        Bound(() => space.Of(sector => Symmetrised(sector, factors), 1));

    private static BandOperator Symmetrised(
        Sector sector, IReadOnlyList<(BlockMember Member, PauliVector Direction, double Average)> factors)
    {
        BandOperator[] spins = CollectiveSpin.Of(sector);
        BandOperator[] operators =
        [
            .. factors.Select(factor =>
            {
                PauliVector direction = (1.0 / factor.Member.Spins) * factor.Direction;
                int first = 3 * factor.Member.Group;
                BandOperator sum = BandOperator.Scalar(sector, -factor.Average);
                sum = sum.Add(direction.X, spins[first]);
                sum = sum.Add(direction.Y, spins[first + 1]);
                return sum.Add(direction.Z, spins[first + 2]);
            }),
        ];
        int[][] orders = [.. OrdersOf([.. Enumerable.Range(0, operators.Length)])];
        var symmetrised = new BandOperator(sector.Dimension);
        foreach (int[] order in orders)
        {
            BandOperator product = order.Skip(1).Aggregate(operators[order[0]], (left, right) => left.Times(operators[right]));
            symmetrised = symmetrised.Add(1.0 / orders.Length, product);
        }

        return symmetrised;
    }

    private static IEnumerable<int[]> OrdersOf(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => OrdersOf([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));

    private double Bound(Func<double[]> observable)
    {
        if (next == course.Bounds.Count)
        {
            course.Prove(BoundOf(observable()));
        }

        return course.Bounds[next++];
    }

    private static BandOperator Product(Sector sector, int a, int b)
    {
        BandOperator[] spin = CollectiveSpin.Of(sector);
        return spin[a].Times(spin[b]);
    }

    private double BoundOf(double[] observable)
    {
        // By symmetry no state that the layout holds has such an average.
        if (space.Norm(observable) == 0)
        {
            return 0;
        }

        double[] y = new double[observable.Length];
        solver.Improve(y, y, Apply, solver.Precondition, WriteResidual, space.Norm, goal);

        // L+ does not see multiples of 1_k, which must not make Y look large.
        double[] shifts = [.. components.Select(component => space.Expectation(component.Mixed, y))];
        for (int k = 0; k < components.Length; k++)
        {
            LinearCombination.AddScaled(y, -shifts[k], components[k].Identity);
        }

        double[] rest = new double[y.Length];
        adjoint.Apply(y, rest);
        for (int i = 0; i < rest.Length; i++)
        {
            rest[i] = observable[i] - rest[i];
        }

        double seen = space.Expectation(y, image);
        for (int k = 0; k < components.Length; k++)
        {
            LinearCombination.AddScaled(rest, -shifts[k], components[k].Identity);
            seen += shifts[k] * excess[k];
        }

        double bound = Math.Abs(seen + space.Expectation(rest, state)) + space.Norm(rest)
            + (Roundings * adjoint.Rounding * space.Norm(y));
        return double.IsNaN(bound) ? double.PositiveInfinity : bound;

        // The adjoint of L + sum_k u_k tr_k, with the maximally mixed state u_k of a component.
        void Apply(double[] x, double[] result)
        {
            adjoint.Apply(x, result);
            foreach (Component component in components)
            {
                LinearCombination.AddScaled(result, space.Expectation(component.Mixed, x), component.Identity);
            }
        }

        void WriteResidual(double[] residual)
        {
            Apply(y, residual);
            for (int i = 0; i < residual.Length; i++)
            {
                residual[i] = observable[i] - residual[i];
            }
        }
    }

    private Component ComponentOf(ImmutableArray<Sector> sectors)
    {
        var members = sectors.Select(sector => sector.Index).ToHashSet();
        double[] identity = space.Of(sector => BandOperator.Scalar(sector, members.Contains(sector.Index) ? 1 : 0), 1);
        double[] mixed = [.. adjoint.Mixed.Zip(identity, (population, one) => population * one)];
        double weight = space.Expectation(identity, mixed);
        return new Component(identity, Array.ConvertAll(mixed, population => population / weight));
    }

    /// <summary>A set of sectors that the evolution does not leave.</summary>
    /// <param name="Identity">The projector on it.</param>
    /// <param name="Mixed">Its maximally mixed state, of trace 1.</param>
    private sealed record Component(double[] Identity, double[] Mixed);
}
