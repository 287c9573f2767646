using System.Collections.Immutable;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Model;

/// <summary>
/// What every model of the class (10)-(16) has, whatever the local dimension: blocks of sites that the dynamics does not distinguish, an
/// initial state, and a dynamics that may depend on time. Immutable and purely descriptive.
/// </summary>
public abstract record SymmetricModel
{
    private protected SymmetricModel()
    {
    }

    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The blocks, in the order of every per-block list.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>The initial state.</summary>
    public required InitialState Initial { get; init; }

    /// <summary>
    /// Named numbers of the model, for formulas about it: those of its file, and <c>T</c>, <c>beta</c>, <c>omega</c> and <c>g</c> of a
    /// Hopfield network. They do not enter the dynamics, whose numbers are written out.
    /// </summary>
    public ImmutableSortedDictionary<string, double> Parameters { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>The components of the mixture that the model starts from, each with its weight; none for any other start.</summary>
    public abstract ImmutableArray<(double Weight, SymmetricModel Model)> Components { get; }

    /// <summary>Whether whole blocks jump.</summary>
    public bool HasCollectiveJumps => BlockJumps.Any();

    /// <summary>The pair couplings.</summary>
    public abstract IEnumerable<Coupling> PairCouplings { get; }

    /// <summary>The jumps of single sites.</summary>
    public abstract IEnumerable<LocalJump> LocalJumps { get; }

    /// <summary>The jumps of whole blocks.</summary>
    public abstract IEnumerable<Jump> BlockJumps { get; }

    /// <summary>All jumps, those of single sites first.</summary>
    public IEnumerable<Jump> AllJumps => LocalJumps.Concat(BlockJumps);

    /// <summary>Everything that depends on time.</summary>
    public IEnumerable<TimeFunction> TimeFunctions => DrivenStrengths
        .Concat(PairCouplings.Select(pair => pair.Drive).Concat(AllJumps.Select(jump => jump.Drive)).OfType<TimeFunction>());

    /// <summary>Whether every rate is entire (Assumption 1 of the paper).</summary>
    public bool SatisfiesAssumption1 => AllJumps.All(jump => jump.Rate.IsEntire);

    /// <summary>
    /// The observables, block by block, as in <see cref="Block.ObservableNames"/>. Every mean and covariance uses this order.
    /// </summary>
    public ImmutableArray<string> ObservableNames => [.. Blocks.SelectMany(block => block.ObservableNames)];

    /// <summary>The index of the block of each observable.</summary>
    public ImmutableArray<int> ObservableBlocks =>
        [.. Blocks.SelectMany((block, index) => Enumerable.Repeat(index, block.ObservableCount))];

    /// <summary>The indices of the blocks that grow with n.</summary>
    public IEnumerable<int> GrowingBlocks => Enumerable.Range(0, Blocks.Length).Where(block => Blocks[block].Size is null);

    /// <summary>Whether anything depends on time.</summary>
    public bool IsDriven => TimeFunctions.Any();

    /// <summary>The times after 0 at which a parameter jumps, increasing.</summary>
    public ImmutableArray<double> Breaks => [.. TimeFunctions.SelectMany(function => function.Breaks).Distinct().Order()];

    /// <summary>The model with every parameter as it is at one time; at a break as it is after it.</summary>
    /// <param name="time">The time, not negative.</param>
    /// <exception cref="InputException">A parameter is no finite number of usable size at that time.</exception>
    public abstract SymmetricModel At(double time);

    /// <summary>The model with every step held at its value at one time, formulas as they are: the model between two breaks.</summary>
    /// <param name="time">A time between the breaks.</param>
    public abstract SymmetricModel Between(double time);

    /// <summary>The model with some of its couplings only.</summary>
    /// <param name="isKept">Whether a coupling is kept.</param>
    public abstract SymmetricModel WithCouplings(Func<Coupling, bool> isKept);

    /// <summary>
    /// The model of some of its blocks alone: what acts on another block is left out, and arguments and collective jumps lose their terms
    /// of it. A start that is no product stays as it is.
    /// </summary>
    /// <param name="blocks">The indices of the blocks, increasing.</param>
    public abstract SymmetricModel OfBlocks(ImmutableArray<int> blocks);

    /// <summary>The number of sites of each block at ladder value <paramref name="n"/>: <c>share * n</c>.</summary>
    /// <param name="n">The ladder value, at least 1.</param>
    /// <exception cref="InputException">
    /// <c>n</c> is below 1, a block's size is not a whole number of at least one site, or the total exceeds <see cref="int.MaxValue"/>.
    /// </exception>
    public ImmutableArray<int> SpinsAt(int n)
    {
        if (n < 1)
        {
            throw new InputException($"n is {n}: the number of spins per unit share must be at least 1. Give a larger n.");
        }

        ImmutableArray<int> spins = [.. Blocks.Select(block => SpinsOf(block, n))];
        long total = spins.Sum(count => (long)count);
        return total <= int.MaxValue
            ? spins
            : throw new InputException(
                $"n is {n}: the blocks would hold {total} spins together; a model holds at most {int.MaxValue}. Choose a smaller n.");
    }

    /// <summary>Whether every block holds a whole number of sites, one or more.</summary>
    /// <param name="n">The number of sites per unit share.</param>
    public bool IsWholeAt(int n) => n > 0 && Blocks.All(block => IsWhole(block.SpinsAt(n)));

    /// <summary>The value of one of the model's functions of time.</summary>
    /// <param name="function">The function.</param>
    /// <param name="time">The time.</param>
    /// <exception cref="InputException">It is no finite number of usable size.</exception>
    public double Value(TimeFunction function, double time)
    {
        ArgumentNullException.ThrowIfNull(function);
        double value = function.At(time);
        return TimeFunction.IsUsable(value)
            ? value
            : throw new InputException(
                $"model '{Name}': {(function is FormulaOfTime formula ? $"the formula {formula.Formula}" : "a parameter")} is "
                + $"{Numeral.Exact(value)} at t = {Numeral.Of(time, 4)}; parameters are finite numbers of magnitude up to 1e50 at every "
                + "time of a run. Correct it, or choose earlier times.");
    }

    /// <summary>The strengths of the fields that depend on time.</summary>
    private protected abstract IEnumerable<TimeFunction> DrivenStrengths { get; }

    /// <summary>Couplings as they are at one time.</summary>
    /// <typeparam name="T">Their kind.</typeparam>
    /// <param name="couplings">The couplings.</param>
    /// <param name="time">The time.</param>
    private protected ImmutableArray<T> CouplingsAt<T>(ImmutableArray<T> couplings, double time)
        where T : Coupling =>
    [
        .. couplings.Select(pair => pair.Drive is { } drive
            ? pair with { Strength = Value(drive, time) * pair.Strength, Drive = null }
            : pair),
    ];

    /// <summary>Jumps as they are at one time.</summary>
    /// <typeparam name="T">Their kind.</typeparam>
    /// <param name="jumps">The jumps.</param>
    /// <param name="time">The time.</param>
    private protected ImmutableArray<T> JumpsAt<T>(ImmutableArray<T> jumps, double time)
        where T : Jump => RateScaling.Fix(jumps, drive => Value(drive, time));

    /// <summary>Couplings with their steps held at their values at one time.</summary>
    /// <typeparam name="T">Their kind.</typeparam>
    /// <param name="couplings">The couplings.</param>
    /// <param name="time">The time.</param>
    private protected static ImmutableArray<T> CouplingsHeld<T>(ImmutableArray<T> couplings, double time)
        where T : Coupling => [.. couplings.Select(pair => pair with { Drive = pair.Drive?.HeldAt(time) })];

    /// <summary>Jumps with their steps held at their values at one time.</summary>
    /// <typeparam name="T">Their kind.</typeparam>
    /// <param name="jumps">The jumps.</param>
    /// <param name="time">The time.</param>
    private protected static ImmutableArray<T> JumpsHeld<T>(ImmutableArray<T> jumps, double time)
        where T : Jump => [.. jumps.Select(jump => jump with { Drive = jump.Drive?.HeldAt(time) })];

    /// <summary>Couplings among some blocks, with the places of these.</summary>
    /// <typeparam name="T">Their kind.</typeparam>
    /// <param name="couplings">The couplings.</param>
    /// <param name="blocks">The blocks.</param>
    private protected static ImmutableArray<T> Among<T>(ImmutableArray<T> couplings, ImmutableArray<int> blocks)
        where T : Coupling =>
    [
        .. couplings.Where(pair => blocks.Contains(pair.FirstBlock) && blocks.Contains(pair.SecondBlock))
            .Select(pair => pair with { FirstBlock = blocks.IndexOf(pair.FirstBlock), SecondBlock = blocks.IndexOf(pair.SecondBlock) }),
    ];

    /// <summary>The items of some blocks, of a list with one item per block.</summary>
    /// <typeparam name="T">Their kind.</typeparam>
    /// <param name="all">The list.</param>
    /// <param name="blocks">The blocks.</param>
    private protected static ImmutableArray<T> Of<T>(ImmutableArray<T> all, ImmutableArray<int> blocks) =>
        [.. blocks.Select(block => all[block])];

    // A share such as 1/3, written in decimals, may miss a whole number by rounding but by no more.
    private static bool IsWhole(double spins) => Math.Round(spins) is >= 1 and var whole && Math.Abs(spins - whole) <= 1e-9 * whole;

    private static int SpinsOf(Block block, int n)
    {
        double size = block.SpinsAt(n);
        double rounded = Math.Round(size);

        if (rounded > int.MaxValue)
        {
            throw new InputException(
                $"n is {n}: block '{block.Name}' with share {Numeral.Exact(block.Share)} would hold {Numeral.Exact(size)} spins; "
                + $"a block holds at most {int.MaxValue}. Choose a smaller n or share.");
        }

        if (!IsWhole(size))
        {
            throw new InputException(
                $"n is {n}: block '{block.Name}' with share {Numeral.Exact(block.Share)} would hold {Numeral.Exact(size)} spins; "
                + "a block holds a whole number of at least 1. Choose n so that share * n is whole.");
        }

        return (int)rounded;
    }
}
