using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Checkpoints;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Exact.Window;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>Solves the master equation of a model exactly at finite N, using permutation symmetry within each block.</summary>
public static class ExactSolver
{
    // The populations of one spin each then fill the longest array.
    private const int MostGroups = 30;

    /// <summary>Evolves the permutation-symmetric density matrix and reads means, covariances and checks off it.</summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value: block <c>h</c> holds <c>share_h n</c> spins.</param>
    /// <param name="times">Times of output, non-negative and strictly increasing.</param>
    /// <param name="options">Accuracy, threads, representation; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told how far the evolution has come.</param>
    /// <param name="cancellationToken">Ends the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The arguments are invalid, or the run cannot fit in memory.</exception>
    public static ExactResult Solve(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        ExactOptions? options = null,
        IProgress<ExactProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new ExactOptions();
        Run run = Begin(model, n, times, options, cancellationToken);
        Evolution evolution = run.Evolution;
        CheckpointKeeper? keeper = options.Checkpointing is null ? null : new(options.Checkpointing, ProblemText(run, n, times, options));
        Outputs outputs = keeper?.Resume(evolution, times, model.Blocks.Length) ?? new Outputs(times);
        try
        {
            while (outputs.IsOpen)
            {
                while (evolution.Time < outputs.Next)
                {
                    evolution.StepTowards(outputs.Next, cancellationToken);
                    keeper?.AfterStep(evolution, outputs);
                    progress?.Report(new ExactProgress(evolution.Time, times[^1], evolution.Steps));
                }

                outputs.Add(run.System, evolution, options.ThreadCount);
            }
        }
        catch (OperationCanceledException)
        {
            // No step leaves anything half done, so this is the end of the last one.
            keeper?.Save(evolution, outputs);
            throw;
        }

        keeper?.AtEnd(evolution, outputs);
        return new ExactResult
        {
            N = n,
            Spins = model.SpinsAt(n),
            Moments = outputs.Moments,
            Checks = outputs.Checks,
            Method = MethodText(model, run),
            Steps = evolution.Steps,
            StateSize = evolution.MostNumbers,
        };
    }

    /// <summary>What a run would take in full and in a window, and which of them it would do.</summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Times of output, non-negative and strictly increasing.</param>
    /// <param name="options">The options of the run.</param>
    /// <param name="cancellationToken">Ends the trial at small sizes that a long run is estimated by.</param>
    /// <exception cref="InputException">The arguments are invalid.</exception>
    public static ExactPlan Plan(CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ExactOptions();
        (Representation representation, CollectiveSystem system) = Prepare(model, n, times, options);
        return ExactPlan.Of(system, representation, times[^1], options, cancellationToken);
    }

    /// <summary>Evolves the state and reads characteristic functions off it; see <see cref="CharacteristicFunction.Solve"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Times of output.</param>
    /// <param name="arguments">The vectors <c>r</c>, one per block each.</param>
    /// <param name="options">The options, without merging.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    internal static CharacteristicFunction Characteristic(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        IReadOnlyList<ImmutableArray<PauliVector>> arguments,
        ExactOptions options,
        CancellationToken cancellationToken)
    {
        Run run = Begin(model, n, times, options, cancellationToken);
        Evolution evolution = run.Evolution;
        var values = ImmutableArray.CreateBuilder<ImmutableArray<Complex>>(times.Count);
        var errors = ImmutableArray.CreateBuilder<double>(times.Count);
        foreach (double time in times)
        {
            while (evolution.Time < time)
            {
                evolution.StepTowards(time, cancellationToken);
            }

            double[] mean = Moments.Of(run.System, evolution.Layout, evolution.State, options.ThreadCount).Mean();
            var atTime = new Complex[arguments.Count];
            Parallel.For(
                0,
                arguments.Count,
                new ParallelOptions { MaxDegreeOfParallelism = options.ThreadCount, CancellationToken = cancellationToken },
                k => atTime[k] = WeylExpectation.Of(run.System, evolution.Layout, evolution.State, mean, arguments[k]));
            values.Add([.. atTime]);

            // |d<W>| <= ||d rho||_1, and the phase turns by sqrt(N_h) |r_h| times the error of an average.
            double turning = arguments.Max(argument => argument.Select((r, h) => Math.Sqrt(run.System.Members[h].Spins) * r.Norm).Sum());
            errors.Add((1 + turning) * StateChecks.Of(evolution, options.ThreadCount).Error);
        }

        return new CharacteristicFunction([.. times], values.MoveToImmutable(), errors.MoveToImmutable());
    }

    private static Run Begin(CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions options, CancellationToken cancellationToken)
    {
        (Representation representation, CollectiveSystem system) = Prepare(model, n, times, options);
        int threads = options.ThreadCount;
        double end = times[^1];
        double errorPerTime = options.Tolerance / Math.Max(end, double.Epsilon / options.Tolerance);
        var plan = ExactPlan.Of(system, representation, end, options, cancellationToken);
        plan.Require(model, n, options.AllowLong);
        var operators = new SectorOperators(system, new SectorGraph(system.Spins)) { Preparation = cancellationToken };
        Evolution evolution = plan.Method == SolutionMethod.Window
            ? new WindowedEvolution(system, operators, representation, options.Tolerance, end, threads, RunEstimate.MemoryOf(options))
            : new FullEvolution(system, operators, representation, errorPerTime, threads);
        operators.Preparation = CancellationToken.None;
        return new Run(representation, system, operators, plan, evolution);
    }

    private static (Representation Representation, CollectiveSystem System) Prepare(
        CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions options)
    {
        ModelValidation.Check(model);
        options.Check();
        OutputTimes.Check(times);
        var system = CollectiveSystem.Of(model, n);
        if (options.MergeBlocks)
        {
            system = BlockMerger.Merge(system);
        }

        if (system.Groups > MostGroups)
        {
            throw new InputException(
                $"n is {n}: model '{model.Name}' has {system.Groups} blocks that cannot be merged, whose states number 2^{system.Groups} at least; up to {MostGroups} fit. Use fewer or mergeable blocks.");
        }

        (Representation Representation, CollectiveSystem System)[] possible = [.. FrameChoice.Options(system)];
        int choice = options.Representation == Representation.Auto
            ? 0
            : Array.FindIndex(possible, option => option.Representation == options.Representation);
        if (choice < 0)
        {
            throw new InputException(
                $"representation is {options.Representation}: model '{model.Name}' and its initial state allow {string.Join(", ", possible.Select(option => option.Representation))}. Use one of these, or auto.");
        }

        return possible[choice];
    }

    private static string MethodText(CollectiveModel model, Run run)
    {
        (Representation representation, CollectiveSystem system, SectorOperators operators, ExactPlan plan, _) = run;
        string blocks = system.Groups == model.Blocks.Length
            ? $"{system.Groups} block(s)"
            : $"{model.Blocks.Length} blocks merged into {system.Groups} by gauge";
        string state = representation switch
        {
            Representation.Populations => "populations only",
            Representation.Real => "real symmetric density matrix",
            _ => "complex Hermitian density matrix",
        };
        string rates = operators.IsBanded ? "diagonal rates" : $"{operators.Tilted.Length} tilted rate(s) as matrices";

        // Of a window what it came to hold; the plan could only estimate that.
        string reason = plan.Method == SolutionMethod.Window ? $"up to {Numeral.Of(run.Evolution.MostNumbers, 2)} numbers of {Numeral.Of(plan.Full.StateSize, 2)}" : plan.Reason;
        return $"{plan.Method.ToString().ToLowerInvariant()} ({reason}), {blocks} of {string.Join("+", system.Spins)} spins, {state}, {rates}, Chebyshev series";
    }

    private static string ProblemText(Run run, int n, IReadOnlyList<double> times, ExactOptions options) =>
        $"n = {n}, {run.Plan.Method}, {run.Representation}, {string.Join('+', run.System.Spins)} spins, tolerance {options.Tolerance:R}, times {string.Join(' ', times.Select(time => time.ToString("R")))}";

    /// <summary>A run that is under way.</summary>
    private sealed record Run(Representation Representation, CollectiveSystem System, SectorOperators Operators, ExactPlan Plan, Evolution Evolution);
}
