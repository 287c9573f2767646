using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Evolution.Windows;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Readings;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>A problem that has been checked and reduced: blocks merged, frames chosen, representation fixed.</summary>
/// <param name="Model">The model as given.</param>
/// <param name="N">The ladder value.</param>
/// <param name="Times">Output times, non-negative and strictly increasing.</param>
/// <param name="Options">The options of the run.</param>
/// <param name="Representation">How the state is held; not <see cref="Representation.Auto"/>.</param>
/// <param name="System">The reduced system in its final frame.</param>
/// <param name="Functions">Reads the functions of the state that are asked for.</param>
internal sealed record PreparedProblem(
    CollectiveModel Model,
    int N,
    IReadOnlyList<double> Times,
    ExactOptions Options,
    Representation Representation,
    CollectiveSystem System,
    FunctionReader Functions)
{
    // With one spin in each group the populations of this many groups fill the longest array.
    private const int MaxGroups = 30;

    /// <summary>The last output time.</summary>
    public double End => Times[^1];

    /// <summary>Checks a problem and reduces it.</summary>
    /// <param name="model">The model, its initial state resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times.</param>
    /// <param name="options">The options of the run.</param>
    /// <exception cref="InputException">
    /// The arguments are invalid, the representation asked for is not exact for the model, or the matrices are too large for a function.
    /// </exception>
    public static PreparedProblem Prepare(CollectiveModel model, int n, IReadOnlyList<double> times, ExactOptions options)
    {
        ModelValidation.Check(model);
        options.Check();
        OutputTimes.Check(times);
        DriveCheck.Require(model, times[^1]);
        var system = CollectiveSystem.Of(model, n);
        var functions = new FunctionReader(model, options.Functions);
        if (options.MergeBlocks && !functions.DistinguishesBlocks)
        {
            system = BlockMerger.Merge(system);
        }

        if (system.Groups > MaxGroups)
        {
            throw new InputException(
                $"n is {n}: model '{model.Name}' has {system.Groups} blocks that cannot be merged, whose states number 2^{system.Groups} "
                + $"at least; up to {MaxGroups} fit. Use fewer or mergeable blocks.");
        }

        (Representation Representation, CollectiveSystem System)[] possible = [.. FrameChoice.Options(system)];
        int choice = options.Representation == Representation.Auto
            ? 0
            : Array.FindIndex(possible, option => option.Representation == options.Representation);
        if (choice < 0)
        {
            string allowed = string.Join(", ", possible.Select(option => option.Representation));
            throw new InputException(
                $"representation is {options.Representation}: model '{model.Name}' and its initial state allow {allowed}. "
                + "Use one of these, or auto.");
        }

        (Representation representation, system) = possible[choice];
        SpectrumCost.Require(functions, model, n, system, representation);
        return new PreparedProblem(model, n, times, options, representation, system, functions);
    }

    /// <summary>Allocates the initial state and whatever advances it.</summary>
    /// <param name="method">In full or in a window; not <see cref="SolutionMethod.Auto"/>.</param>
    /// <param name="cancellationToken">Cancels the preparation.</param>
    public StateEvolution Start(SolutionMethod method, CancellationToken cancellationToken) =>
        method == SolutionMethod.Window ? StartWindow(start: null, cancellationToken)
        : System.IsDriven ? StartDriven(cancellationToken)
        : StartFull(cancellationToken);

    /// <summary>Allocates a matrix and whatever advances it, in a window.</summary>
    /// <param name="start">The matrix, of a trace norm of at most 1; <see langword="null"/> for the initial state.</param>
    /// <param name="cancellationToken">Cancels the preparation.</param>
    public WindowedEvolution StartWindow(StartMatrix? start, CancellationToken cancellationToken)
    {
        (int threads, long memory) = (Options.ThreadCount, Options.AvailableMemory);
        SectorOperators operators = Operators(cancellationToken);
        var evolution = new WindowedEvolution(System, operators, Representation, Options.Tolerance, End, threads, memory, start);
        operators.Preparation = CancellationToken.None;
        return evolution;
    }

    /// <summary>Allocates the initial state and whatever advances it, in full.</summary>
    /// <param name="cancellationToken">Cancels the preparation.</param>
    public FullEvolution StartFull(CancellationToken cancellationToken)
    {
        SectorOperators operators = Operators(cancellationToken);
        var evolution = new FullEvolution(System, operators, Representation, Options.ErrorPerTime(End), Options.ThreadCount);
        operators.Preparation = CancellationToken.None;
        return evolution;
    }

    /// <summary>What is solved, in the engine's own terms: size, method and reductions.</summary>
    /// <param name="method">The method used.</param>
    public string Fingerprint(SolutionMethod method) =>
        $"n = {N}, {method}, {Representation}, {string.Join('+', System.Spins)} spins";

    /// <summary>What was reduced and how the state is held, for <see cref="ExactResult.Method"/>.</summary>
    public string Describe()
    {
        string blocks = System.Groups == Model.Blocks.Length
            ? $"{System.Groups} block(s)"
            : $"{Model.Blocks.Length} blocks merged into {System.Groups} by gauge";
        int tilted = System.Arguments.Count(argument => !FrameChoice.IsDiagonal(argument));
        string rates = tilted == 0 ? "diagonal rates" : $"{tilted} tilted rate(s) as matrices";
        return $"{blocks} of {string.Join("+", System.Spins)} spins, {Representation.Describe()}, {rates}";
    }

    private DrivenEvolution StartDriven(CancellationToken cancellationToken) =>
        new(System, new SectorGraph(System.Reach), Representation, Options.ErrorPerTime(End), End, Options.ThreadCount, cancellationToken);

    private SectorOperators Operators(CancellationToken preparation) =>
        new(System, new SectorGraph(System.Reach)) { Preparation = preparation };
}
