using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Readings;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Exact.Stationary;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;

namespace FiniteNCheck.Exact;

/// <summary>
/// Finds stationary states at finite N: <c>(L + u tr) x = u</c> with the maximally mixed state u, matrix-free by GMRES. The preconditioner
/// factorises the parts of L at fixed <c>M - M'</c>, and where that is slow those at fixed J too.
/// </summary>
/// <remarks>
/// Where there is one stationary state the search stays among the states with all symmetries of the model, among which exponentially small
/// gaps do not occur. Where there are several, it is <c>rho(0) + L z</c> with <c>L (rho(0) + L z) = 0</c>: the one reached from the start.
/// </remarks>
public static class SteadySolver
{
    /// <summary>Estimates what <see cref="Solve"/> needs.</summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <exception cref="InputException">The arguments are invalid, or nothing decays.</exception>
    public static RunEstimate Estimate(CollectiveModel model, int n, ExactOptions? options = null)
    {
        options ??= new ExactOptions();
        Check(model, n, options);
        return EstimateOf(Prepare(model, n, options, StationaryCount.Of(model, n, options)));
    }

    /// <summary>Finds the stationary state, or the one reached from the initial state where there are several.</summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="options">
    /// Tolerance per time of one flip of a spin, threads, memory, functions, checkpoints; the method is not used.
    /// </param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Cancels the search with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The arguments are invalid, nothing decays, or the search does not fit in memory.</exception>
    public static SteadyResult Solve(
        CollectiveModel model,
        int n,
        ExactOptions? options = null,
        IProgress<StationaryProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new ExactOptions();
        Check(model, n, options);
        var count = StationaryCount.Of(model, n, options);
        PreparedProblem problem = Prepare(model, n, options, count);
        EstimateOf(problem).Require(model, n, options.AllowLong);
        StationaryGenerator generator = GeneratorOf(problem, cancellationToken);
        var course = new SearchCourse(generator.Layout.Length);
        return Checkpointer.Run(options.Checkpointing, FingerprintOf(problem), course, afterStep =>
        {
            course.AfterStep = afterStep;
            return Search(problem, count, generator, course, progress, cancellationToken);
        });
    }

    /// <summary>Finds the stationary state of a prepared problem, or the one reached from its start where there are several.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="count">How many stationary states there are.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The state, with what tells of its quality.</returns>
    /// <exception cref="InputException">Nothing decays.</exception>
    internal static (double[] State, StationarySearch Search) Find(
        PreparedProblem problem, StationaryCount count, CancellationToken cancellationToken)
    {
        StationaryGenerator generator = GeneratorOf(problem, cancellationToken);
        var search = new StationarySearch(
            generator, SolverOf(problem, generator, (_, _) => { }, cancellationToken), problem.Options.Tolerance);
        return (search.Find(StartOf(problem, count, generator)), search);
    }

    private static SteadyResult Search(
        PreparedProblem problem,
        StationaryCount count,
        StationaryGenerator generator,
        SearchCourse course,
        IProgress<StationaryProgress>? progress,
        CancellationToken cancellationToken)
    {
        PartwiseSolver solver = SolverOf(problem, generator, Report, cancellationToken);
        var search = new StationarySearch(generator, solver, problem.Options.Tolerance);
        double[]? start = StartOf(problem, count, generator);
        double[] state;
        if (course.State is null)
        {
            course.FollowSearch(solver);
            state = search.Find(start);
            course.Find(state);
        }
        else
        {
            state = course.State;
            search.Certify(state);
            course.FollowSearch(solver);
        }

        SteadyResult result = ResultOf(problem, count, generator, (search, solver), new DensityMatrix(generator.Layout, state), start);
        if (!problem.Options.ProveStationary)
        {
            return result;
        }

        // The factors of the generator are not needed any more.
        solver.Forget();
        var operators = new AdjointOperators(problem.System, generator.Layout.Graph);
        var adjoint = new StationaryGenerator(operators, problem.Representation, problem.Options.ThreadCount);
        solver = SolverOf(problem, adjoint, Report, cancellationToken);
        course.FollowProof(solver);
        var matrix = new DensityMatrix(generator.Layout, state);
        var bounds = new AverageBounds(adjoint, solver, problem.Options.Tolerance, (state, search.Image), start, course);
        MomentBounds proven = bounds.Of(Moments.Measure(problem.System, matrix, problem.Options.ThreadCount));
        var snapshot = new Snapshot(problem.System, matrix, result.Mean, result.Trace, search.Error, problem.Options.ThreadCount);
        Dictionary<string, double> known = new(StringComparer.Ordinal);
        return result with
        {
            Proven = proven,
            ProvenFunctions = [.. problem.Functions.Errors(snapshot, MomentError)],
            Applications = result.Applications + adjoint.Applications,
        };

        // The state and every moment take about as long.
        void Report(double fraction, string what)
        {
            double done = (course.State is null ? 0 : 1) + course.Bounds.Count + fraction;
            progress?.Report(new StationaryProgress(Math.Min(done / SearchesOf(problem), 1), $"steady, n = {problem.N}: {what}"));
        }

        double MomentError(int[] observables)
        {
            string key = string.Join(',', observables.Order());
            if (!known.TryGetValue(key, out double error))
            {
                double roots = observables.Aggregate(1.0, (product, a) => product * Math.Sqrt(MemberOf(a).Spins));
                error = roots * bounds.Of(
                    [.. observables.Order().Select(a => (MemberOf(a), problem.System.DirectionOf(a), result.Mean[a]))]);
                known.Add(key, error);
            }

            return error;
        }

        BlockMember MemberOf(int observable) => problem.System.Members[observable / 3];
    }

    // A checkpoint with another text belongs to another search.
    private static string FingerprintOf(PreparedProblem problem) =>
        $"{problem.Fingerprint(SolutionMethod.Full)}, stationary, tolerance {Numeral.Exact(problem.Options.Tolerance)}"
        + string.Concat(problem.Functions.Functions.Select(function => $", {function}"));

    private static StationaryGenerator GeneratorOf(PreparedProblem problem, CancellationToken cancellationToken)
    {
        StationaryGenerator generator = StationaryCount.GeneratorOf(problem, cancellationToken);
        return generator.System.DecayBound > 0 ? generator : throw NothingDecays(problem.Model, "all rates vanish");
    }

    // It matters only where there are several stationary states.
    private static double[]? StartOf(PreparedProblem problem, StationaryCount count, StationaryGenerator generator) => count.IsOne
        ? null
        : InitialDensity
            .Of(problem.System, generator.Layout.Graph.Vertices[0])
            .Fill(generator.Layout, problem.Options.ThreadCount)
            .Numbers;

    private static PartwiseSolver SolverOf(
        PreparedProblem problem,
        StationaryGenerator generator,
        Action<double, string> report,
        CancellationToken cancellationToken) =>
        new(generator, problem.Options.ThreadCount, FactorsFit(problem), report, cancellationToken);

    internal static InputException NothingDecays(CollectiveModel model, string reason) => new(
        $"model '{model.Name}' does not decay: {reason}, so that the evolution is unitary, every state that commutes with the Hamiltonian "
        + "is stationary, and no rate is above zero. Add jumps, or use exact for the evolution.");

    internal static void Check(CollectiveModel model, int n, ExactOptions options)
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelValidation.Check(model);
        options.Check();
        model.SpinsAt(n);
        if (model.Jumps.IsEmpty && model.CollectiveJumps.IsEmpty)
        {
            throw NothingDecays(model, "it has no jumps");
        }

        if (model.IsDriven)
        {
            throw new InputException(
                $"model '{model.Name}' depends on time: stationary states and decay rates are those of models that do not. "
                + "Use exact for the evolution.");
        }
    }

    // One stationary state has all symmetries, so that the reductions need not respect the start. Otherwise they must.
    private static PreparedProblem Prepare(CollectiveModel model, int n, ExactOptions options, StationaryCount count)
    {
        options = options with { Method = SolutionMethod.Full };
        return count.IsOne
            ? PreparedProblem.Prepare(model.StartingFrom([.. model.Blocks.Select(_ => PauliVector.Zero)]), n, [0], options)
            : PreparedProblem.Prepare(model, n, [0], options with { MergeBlocks = false });
    }

    /// <summary>What the search in a prepared problem needs.</summary>
    /// <param name="problem">The problem.</param>
    internal static RunEstimate EstimateOf(PreparedProblem problem)
    {
        // An evolution of no time stands for twenty applications and holds the operators; a search takes some sixty.
        var run = RunEstimate.EstimateFull(problem, 0);
        double factors = FactorsFit(problem) ? FactorNumbers(problem) : 0;
        double seconds = (3 * run.Seconds) + (factors * RowsOfFactors(problem) * 1e-9 / problem.Options.ThreadCount);

        // Every moment takes a search as long, with operators of its own.
        double operators = problem.Options.ProveStationary ? 2 : 1;
        return run with
        {
            Bytes = (operators * run.Bytes) + (8 * run.StateSize * (PartwiseSolver.Restart + 8)) + (8 * factors) + (60 * run.StateSize),
            Seconds = SearchesOf(problem) * seconds,
        };
    }

    // That of the state, and one for every first and second moment whose error is proven.
    private static int SearchesOf(PreparedProblem problem) =>
        1 + (problem.Options.ProveStationary ? 3 * problem.System.Groups * ((3 * problem.System.Groups) + 3) / 2 : 0);

    // Without the factors the search is slow but may fit all the same.
    private static bool FactorsFit(PreparedProblem problem) =>
        problem.System.Arguments.All(FrameChoice.IsDiagonal)
        && 8 * FactorNumbers(problem) < problem.Options.AvailableMemory / 2;

    private static double FactorNumbers(PreparedProblem problem) =>
        RunEstimate.EstimateFull(problem, 0).StateSize * RowsOfFactors(problem);

    // Numbers per number of the state: a row of L and a column of U of a lattice in J and M, of about N/2 rows on each side, of all blocks
    // but across the narrowest way through them. Measured for one block: 0.6 N for real numbers.
    private static double RowsOfFactors(PreparedProblem problem)
    {
        double lattice = BlockReach.Product(problem.System.Reach, block => block.Diagonals);
        double width = lattice / (1 + (problem.System.Spins.Max() / 2.0));
        return 1.3 * width * (problem.Representation == Representation.Complex ? 2 : 1);
    }

    private static SteadyResult ResultOf(
        PreparedProblem problem,
        StationaryCount count,
        StationaryGenerator generator,
        (StationarySearch Search, PartwiseSolver Solver) found,
        DensityMatrix state,
        double[]? start)
    {
        (StationarySearch search, PartwiseSolver solver) = found;
        (CollectiveModel model, ExactOptions options) = (problem.Model, problem.Options);
        var moments = Moments.Measure(problem.System, state, options.ThreadCount);
        double[] mean = moments.Mean();
        double trace = generator.Trace(state.Numbers);
        Reading[] readings = problem.Functions.Read(
            new Snapshot(problem.System, state, mean, trace, search.Error, options.ThreadCount));
        double held = 8.0 * (PartwiseSolver.Restart + 8) * state.Layout.Length;
        double[] smallest = Positivity.SmallestEigenvalues(
            state, ExactChecks.Allowed(search.Error), options.ThreadCount, options.AvailableMemory - held);
        return new SteadyResult
        {
            N = problem.N,
            Spins = model.SpinsAt(problem.N),
            Mean = mean,
            Covariance = moments.Covariance(),
            Functions =
            [
                .. problem.Functions.Functions.Select(
                    (function, k) => new StateFunctionSeries(function, [readings[k].Value], [readings[k].Error])),
            ],
            Residual = search.Residual,
            Error = search.Error,
            Target = search.Target,
            StationaryStates = count.Value,
            IsCountExact = count.IsExact,
            IsReachedFromStart = start is not null,
            Classes = start is null || count.ConservedBlocks.Length == 0
                ? []
                : ClassesOf(model, count.ConservedBlocks, new DensityMatrix(generator.Layout, start)),
            Trace = trace,
            SmallestEigenvalue = smallest.Min(),
            Method = $"{problem.Describe()}, {solver.Method}",
            Applications = generator.Applications,
            StateSize = generator.Layout.Numbers,
            FactorNumbers = solver.FactorNumbers,
        };
    }

    // The probabilities of the values of J that no jump changes.
    private static ImmutableArray<SectorComponent> ClassesOf(CollectiveModel model, int[] blocks, DensityMatrix start) =>
    [
        .. start.Layout.Graph.Components()
            .Select(sectors => new SectorComponent(
                string.Join(", ", blocks.Select(h => $"J.{model.Blocks[h].Name} = {Spin(sectors[0].TwiceJ[h])}")),
                ComponentNames.Weight(start, sectors)))
            .Where(component => component.Weight > 0),
    ];

    private static string Spin(int twiceJ) => twiceJ % 2 == 0 ? $"{twiceJ / 2}" : $"{twiceJ}/2";
}
