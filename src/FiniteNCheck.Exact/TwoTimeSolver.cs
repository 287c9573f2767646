using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Exact.Stationary;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>
/// Exact two-time functions <c>&lt;F_a(t) F_b(0)&gt; = tr(F_a e^(tL*)[F_b rho])</c> at finite N: the quantum regression formula, which
/// defines them for a master equation.
/// </summary>
/// <remarks>
/// <para>The Hermitian parts <c>(F_b rho + rho F_b)/2</c> and <c>(F_b rho - rho F_b)/(2i)</c> evolve each on its own and give the real and
/// the imaginary part. Both have trace 0, so that it does not matter which average the later F_a subtracts.</para>
/// <para>Errors: <c>||F_b rho||_1 &lt;= sqrt(tr(rho F_b^2)) &lt;= 1</c> by Cauchy-Schwarz for a product state, so the tolerance of a run
/// bounds the error of each part in trace norm, and <c>||S_a/sqrt(N)|| = sqrt(N)</c> takes it to the elements.</para>
/// </remarks>
public static class TwoTimeSolver
{
    /// <summary>Estimates what all pairs of fluctuations need.</summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times, non-negative and strictly increasing.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <exception cref="InputException">The arguments are invalid.</exception>
    public static RunEstimate Estimate(CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Plan(model, n, times, options, 3 * model.Blocks.Length).Estimate;
    }

    /// <summary>Computes the two-time functions of all pairs of fluctuations, in two runs for each b.</summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times t, non-negative and strictly increasing.</param>
    /// <param name="options">
    /// Accuracy, method, threads and memory; <see langword="null"/> for the defaults. Matrices are complex, in full or in a window.
    /// </param>
    /// <param name="progress">Receives the progress of all runs together.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">
    /// The arguments are invalid, a window is asked for and impossible, or the run cannot fit in memory.
    /// </exception>
    public static TwoTimeSeries Solve(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions? options = null,
        IProgress<ExactProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Solve(model, n, times, [.. Enumerable.Range(0, 3 * model.Blocks.Length)], options, progress, cancellationToken);
    }

    /// <summary>Plans the runs for some observables at time 0.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times.</param>
    /// <param name="options">The options.</param>
    /// <param name="columns">The number of observables at time 0.</param>
    internal static StartRuns Plan(CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions? options, int columns) =>
        new(model, n, times, options ?? new ExactOptions(), count: 2 * columns);

    /// <summary>Computes the two-time functions of all observables at time t with some at time 0; other columns are left 0.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times.</param>
    /// <param name="columns">The observables at time 0.</param>
    /// <param name="options">The options.</param>
    /// <param name="progress">Receives the progress of all runs together.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    internal static TwoTimeSeries Solve(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        IReadOnlyList<int> columns,
        ExactOptions? options,
        IProgress<ExactProgress>? progress,
        CancellationToken cancellationToken)
    {
        StartRuns runs = Plan(model, n, times, options, columns.Count);
        runs.Prepare(cancellationToken);
        return Solve(runs, times, columns, (b, isImaginary) => Start(runs, b, isImaginary), progress, cancellationToken);
    }

    /// <summary>
    /// Computes the two-time functions of all pairs of fluctuations in the stationary state, the one reached from the initial state where
    /// there are several: functions of the time between both operators alone.
    /// </summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Times t between both operators, non-negative and strictly increasing.</param>
    /// <param name="options">
    /// Accuracy, threads and memory; <see langword="null"/> for the defaults. Matrices are always held in full and complex.
    /// </param>
    /// <param name="progress">Receives the progress of all runs together; the search comes before it.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The functions; the share of their errors that comes from the stationary state is an estimate.</returns>
    /// <exception cref="InputException">The arguments are invalid, nothing decays, or the run cannot fit in memory.</exception>
    public static TwoTimeSeries SolveStationary(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions? options = null,
        IProgress<ExactProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        options = (options ?? new ExactOptions()) with { Method = SolutionMethod.Full };
        SteadySolver.Check(model, n, options);
        var count = StationaryCount.Of(model, n, options);
        CollectiveModel start = count.IsOne ? model.StartingFrom([.. model.Blocks.Select(_ => PauliVector.Zero)]) : model;
        PreparedProblem problem = StartRuns.Prepare(start, n, times, options);
        int size = 3 * model.Blocks.Length;
        StartRuns runs = new(problem, 2 * size);
        SteadySolver.EstimateOf(problem).Require(model, n, options.AllowLong);
        (double[] numbers, StationarySearch search) = SteadySolver.Find(problem, count, cancellationToken);
        runs.Prepare(cancellationToken);
        var rho = new DensityMatrix(runs.Layout, numbers);
        double[] mean = Moments.Measure(runs.System, rho, runs.Threads).Mean();
        return Solve(runs, times, [.. Enumerable.Range(0, size)], Start, progress, cancellationToken);

        // F has a norm of up to 2 sqrt(N).
        FluctuatingState Start(int observable, bool isImaginary)
        {
            var member = runs.System.Members[observable / 3];
            double rounding = (2 * Math.Sqrt(member.Spins) * search.Error)
                + HermitianPart.RoundingOfFluctuation(runs.System.Spins, member.Spins);
            return new FluctuatingState(
                rho, member.Group, member.Spins, runs.System.DirectionOf(observable), mean[observable], isImaginary, rounding);
        }
    }

    private static TwoTimeSeries Solve(
        StartRuns runs,
        IReadOnlyList<double> times,
        IReadOnlyList<int> columns,
        Func<int, bool, StartMatrix> start,
        IProgress<ExactProgress>? progress,
        CancellationToken cancellationToken)
    {
        double[] root = [.. runs.System.Members.Select(member => Math.Sqrt(member.Spins))];
        int size = 3 * root.Length;
        Complex[][,] values = [.. times.Select(_ => new Complex[size, size])];
        double[] errors = new double[times.Count];
        foreach (int b in columns)
        {
            (double[] Sums, double Error)[] real = Run(b, isImaginary: false);
            (double[] Sums, double Error)[] imaginary = Run(b, isImaginary: true);
            for (int t = 0; t < times.Count; t++)
            {
                for (int a = 0; a < size; a++)
                {
                    values[t][a, b] = root[a / 3] * new Complex(real[t].Sums[a], imaginary[t].Sums[a]);
                }

                errors[t] = Math.Max(errors[t], root.Max() * (real[t].Error + imaginary[t].Error));
            }
        }

        return new TwoTimeSeries([.. times], [.. values], [.. errors]);

        // The traces tr(X m_a) of all observables.
        (double[] Sums, double Error)[] Run(int b, bool isImaginary) => runs.Run(
            start(b, isImaginary), times, state => Moments.Measure(runs.System, state, runs.Threads).Mean(), progress, cancellationToken);
    }

    private static ProductPart Start(StartRuns runs, int observable, bool isImaginary)
    {
        var member = runs.System.Members[observable / 3];
        PauliVector direction = runs.System.DirectionOf(observable);
        IBlockMatrix[] blocks =
        [
            .. runs.System.Spins.Select((count, g) => g == member.Group
                ? (IBlockMatrix)new FluctuationBlock(runs.System, g, direction)
                : new BlockProduct(count, runs.System.Bloch[g])),
        ];
        return new ProductPart(blocks, isImaginary, HermitianPart.RoundingOfFluctuation(runs.System.Spins, member.Spins))
        {
            Fluctuating = member.Group,
        };
    }
}
