using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Stationary;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact;

/// <summary>
/// Finds the slowest modes at finite N among all matrices that permutations of equivalent spins leave as they are, even and odd ones:
/// Arnoldi's method on <c>exp(h L)</c>, which ranks modes by their decay rates, and eigenvalues of L itself in the space found. The same
/// with the adjoint gives left eigenvectors, and with them the errors. Small systems are solved as full matrices.
/// </summary>
/// <remarks>
/// Equivalent blocks stay apart unless the options merge them: modes that tell them apart may be the slowest.
/// </remarks>
public static class GapSolver
{
    /// <summary>The largest number of modes.</summary>
    public const int MaxModes = 50;

    // Measured: 300 to 2,300 for spins with rates of their own and for collective jumps, the more the closer two rates are.
    private const double ApplicationsPerSpin = 1000;
    private const double OverheadOfApplication = 2e-5;

    /// <summary>Estimates what <see cref="Solve"/> needs, its time to an order of magnitude.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="modes">The number of modes.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults with blocks apart.</param>
    /// <exception cref="InputException">The arguments are invalid, or nothing decays.</exception>
    public static RunEstimate Estimate(CollectiveModel model, int n, int modes = 1, ExactOptions? options = null)
    {
        options ??= BlocksApart;
        SteadySolver.Check(model, n, options);
        return EstimateOf(StationaryCount.OnAllMatrices(model, n, options), modes);
    }

    /// <summary>Finds the slowest modes.</summary>
    /// <param name="model">The model; its initial state matters only where <see cref="ExactOptions.OnlyReached"/> says so.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="modes">The number of modes, 1 to <see cref="MaxModes"/>; one more where that would split a complex pair.</param>
    /// <param name="options">
    /// Threads, memory, checkpoints, and whether equivalent blocks are merged, which leaves out modes that tell them apart;
    /// <see langword="null"/> for the defaults with blocks apart.
    /// </param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Cancels the search with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The arguments are invalid, nothing decays, or the search does not fit in memory.</exception>
    public static GapResult Solve(
        CollectiveModel model,
        int n,
        int modes = 1,
        ExactOptions? options = null,
        IProgress<StationaryProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        SolveWith(model, n, modes, options, StationaryCount.MaxDense, progress, cancellationToken);

    private static ExactOptions BlocksApart => new() { MergeBlocks = false };

    private static void Require(PreparedProblem problem, int modes)
    {
        (CollectiveModel model, int n, ExactOptions options) = (problem.Model, problem.N, problem.Options);
        RunEstimate apart = EstimateOf(problem, modes);
        if (!apart.Fits && !options.MergeBlocks && Estimate(model, n, modes, options with { MergeBlocks = true }).Fits)
        {
            throw new InputException(
                $"n is {n}: the slowest modes of model '{model.Name}' need {RunEstimate.Size(apart.Bytes)} of the "
                + $"{RunEstimate.Size(options.AvailableMemory)} here while its equivalent blocks stay apart. Use a smaller n, or merge "
                + "those blocks (--merge-blocks; in a study, write them as one block): modes that tell them apart are left out then.");
        }

        apart.Require(model, n, options.AllowLong);
    }

    private static RunEstimate EstimateOf(PreparedProblem problem, int modes)
    {
        // Right and left modes are searched, one after the other. A restart holds the vectors before it and after it, the course those of
        // searches that only checked, and the right modes stay with their images. An evolution tells what an application takes.
        var none = RunEstimate.EstimateFull(problem, 0);
        var some = RunEstimate.EstimateFull(problem, 1);
        double seconds = (some.Seconds - none.Seconds) / Math.Max(some.Applications - none.Applications, 1);
        return none with
        {
            Bytes = (2 * none.Bytes) + (8 * none.StateSize * ((3 * SlowModeSearch.Capacity(modes) / 2) + (4 * modes) + 24)),
            Seconds = none.Seconds + (ApplicationsPerSpin * problem.System.Spins.Sum() * (seconds + OverheadOfApplication)),
        };
    }

    internal static GapResult SolveWith(
        CollectiveModel model,
        int n,
        int modes,
        ExactOptions? options,
        int maxDense,
        IProgress<StationaryProgress>? progress,
        CancellationToken cancellationToken,
        double tolerance = SlowModeSearch.Tolerance)
    {
        options ??= BlocksApart;
        SteadySolver.Check(model, n, options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(modes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(modes, MaxModes);
        PreparedProblem problem = StationaryCount.OnAllMatrices(model, n, options);
        Require(problem, modes);
        StationaryGenerator generator = StationaryCount.GeneratorOf(problem, cancellationToken);
        if (!(generator.System.DecayBound > 0))
        {
            throw SteadySolver.NothingDecays(model, "all rates vanish");
        }

        var course = new ModeCourse(generator.Layout.Length);
        string task = $"{problem.Fingerprint(SolutionMethod.Full)}, slowest modes, {modes} of them, tolerance {Numeral.Exact(tolerance)}";
        return Checkpointer.Run(options.Checkpointing, task, course, afterStep =>
        {
            course.AfterStep = afterStep;
            var search = new SlowModeSearch(
                generator,
                tolerance,
                course,
                (fraction, what) => progress?.Report(new StationaryProgress(fraction, $"gap, n = {n}: {what}")),
                cancellationToken);
            return ResultOf(problem, search, modes, maxDense);
        });
    }

    private static GapResult ResultOf(PreparedProblem problem, SlowModeSearch search, int modes, int maxDense)
    {
        StationaryGenerator generator = search.Generator;
        bool small = BlockReach.Product(problem.System.Reach, block => block.Elements) <= maxDense;
        RitzSpace found = small ? search.FindAll() : search.Find(modes);
        int[] slow = [.. Enumerable.Range(0, found.Pairs.Length).Where(k => !search.IsZero(found.Pairs[k]))];
        int taken = Math.Min(modes, slow.Length);
        if (taken > 0 && taken < slow.Length && found.Pairs[slow[taken - 1]].Value.Imaginary > 0)
        {
            taken++;
        }

        // What is not above its error may be a stationary state.
        (RitzPair Pair, double Condition, double Error)[] decaying =
            [.. ErrorsOf(problem, search, found, slow[..taken], small).Where(mode => !IsWithin(mode.Pair.Value, mode.Error))];
        string method = small ? "all eigenvalues of the full matrix" : search.Method;
        return new GapResult
        {
            N = problem.N,
            HasMergedBlocks = problem.System.Groups < problem.Model.Blocks.Length,
            Spins = problem.Model.SpinsAt(problem.N),
            Eigenvalues = [.. decaying.Select(mode => mode.Pair.Value)],
            Residuals = [.. decaying.Select(mode => mode.Pair.Residual)],
            Conditions = [.. decaying.Select(mode => mode.Condition)],
            Errors = [.. decaying.Select(mode => mode.Error)],
            HasConverged = decaying.All(mode => mode.Pair.Residual <= search.Target),
            Zeros = found.Pairs.Length - slow.Length + (small ? 0 : 1) + taken - decaying.Length,
            Method = $"{problem.Describe()}, {method}",
            Applications = generator.Applications + search.Applications,
            StateSize = generator.Layout.Numbers,
        };
    }

    private static bool IsWithin(Complex value, double error) => double.IsFinite(error) && value.Magnitude <= error;

    private static (RitzPair Pair, double Condition, double Error)[] ErrorsOf(
        PreparedProblem problem, SlowModeSearch search, RitzSpace found, int[] taken, bool small)
    {
        if (taken.Length == 0)
        {
            return [];
        }

        SectorGraph graph = search.Generator.Layout.Graph;
        var adjoint = new StationaryGenerator(
            new AdjointOperators(problem.System, graph), problem.Representation, problem.Options.ThreadCount);
        RitzSpace left = small ? search.FindAllLeft(adjoint) : search.FindLeft(adjoint, found, taken[^1] + 1);
        var errors = new EigenvalueErrors(found, left, search.Generator.Rounding);
        return
        [
            .. taken.Select(k =>
            {
                (double condition, double error) = errors.Of(k);
                return (found.Pairs[k], condition, error);
            }),
        ];
    }
}
