using System.Collections.Immutable;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Model;

/// <summary>
/// A model of the class (10)-(16) with local dimension 2: blocks, one-site fields, all-to-all pair couplings, one-spin jumps with
/// collective operator-valued rates, jumps of whole blocks, and an initial state. Immutable and purely descriptive.
/// </summary>
public sealed record CollectiveModel
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The blocks, in the order of every per-block list.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>The field of each block: <c>H += sum_i field . sigma^(i)</c>.</summary>
    public required ImmutableArray<PauliVector> Fields { get; init; }

    /// <summary>The fields that depend on time, in addition to <see cref="Fields"/>.</summary>
    public ImmutableArray<DrivenField> DrivenFields { get; init; } = [];

    /// <summary>The pair couplings.</summary>
    public ImmutableArray<PairCoupling> Couplings { get; init; } = [];

    /// <summary>The jump channels.</summary>
    public required ImmutableArray<JumpChannel> Jumps { get; init; }

    /// <summary>The jumps of whole blocks.</summary>
    public ImmutableArray<CollectiveJump> CollectiveJumps { get; init; } = [];

    /// <summary>The initial state.</summary>
    public required InitialState Initial { get; init; }

    /// <summary>
    /// Named numbers of the model, for formulas about it: those of its file, and <c>T</c>, <c>beta</c>, <c>omega</c> and <c>g</c> of a
    /// Hopfield network. They do not enter the dynamics, whose numbers are written out.
    /// </summary>
    public ImmutableSortedDictionary<string, double> Parameters { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Whether every rate is entire (Assumption 1 of the paper).</summary>
    public bool SatisfiesAssumption1 => Jumps.All(jump => jump.Rate.IsEntire) && CollectiveJumps.All(jump => jump.Rate.IsEntire);

    /// <summary>
    /// The observables <c>x.block, y.block, z.block</c>, block by block. Every mean and covariance uses this order.
    /// </summary>
    public ImmutableArray<string> ObservableNames =>
        [.. Blocks.SelectMany(block => new[] { $"x.{block.Name}", $"y.{block.Name}", $"z.{block.Name}" })];

    /// <summary>The number of spins of each block at ladder value <paramref name="n"/>: <c>share * n</c>.</summary>
    /// <param name="n">The ladder value, at least 1.</param>
    /// <exception cref="InputException">
    /// <c>n</c> is below 1, a block's size is not a whole number of at least one spin, or the total exceeds <see cref="int.MaxValue"/>.
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

    /// <summary>The same model with a product state as its initial state.</summary>
    /// <param name="bloch">One Bloch vector per block, each of length at most 1.</param>
    public CollectiveModel StartingFrom(ImmutableArray<PauliVector> bloch) => this with { Initial = new ProductState(bloch) };

    /// <summary>Whether every block holds a whole number of spins, one or more.</summary>
    /// <param name="n">The number of spins per unit share.</param>
    public bool IsWholeAt(int n) => n > 0 && Blocks.All(block => IsWhole(block.SpinsAt(n)));

    /// <summary>The indices of the blocks that grow with n.</summary>
    public IEnumerable<int> GrowingBlocks => Enumerable.Range(0, Blocks.Length).Where(block => Blocks[block].Size is null);

    /// <summary>Whether anything depends on time.</summary>
    public bool IsDriven => TimeFunctions.Any();

    /// <summary>Everything that depends on time.</summary>
    public IEnumerable<TimeFunction> TimeFunctions =>
        DrivenFields.Select(each => each.Strength)
            .Concat(Couplings.Select(pair => pair.Drive).Concat(Jumps.Select(jump => jump.Drive)).OfType<TimeFunction>());

    /// <summary>The times after 0 at which a parameter jumps, increasing.</summary>
    public ImmutableArray<double> Breaks => [.. TimeFunctions.SelectMany(function => function.Breaks).Distinct().Order()];

    /// <summary>The model with every parameter as it is at one time; at a break as it is after it.</summary>
    /// <param name="time">The time, not negative.</param>
    /// <exception cref="InputException">A parameter is no finite number of usable size at that time.</exception>
    public CollectiveModel At(double time)
    {
        if (!IsDriven)
        {
            return this;
        }

        PauliVector[] fields = [.. Fields];
        foreach (DrivenField field in DrivenFields)
        {
            fields[field.Block] += Value(field.Strength, time) * PauliVector.Along(field.Axis);
        }

        return this with
        {
            Fields = [.. fields],
            DrivenFields = [],
            Couplings =
            [
                .. Couplings.Select(pair => pair.Drive is { } drive
                    ? pair with { Strength = Value(drive, time) * pair.Strength, Drive = null }
                    : pair),
            ],
            Jumps =
            [
                .. Jumps.Select(jump => jump.Drive is { } drive
                    ? jump with { Rate = RateScaling.Scale(jump.Rate, Value(drive, time)), Drive = null }
                    : jump),
            ],
        };
    }

    /// <summary>The model with every step held at its value at one time, formulas as they are: the model between two breaks.</summary>
    /// <param name="time">A time between the breaks.</param>
    public CollectiveModel Between(double time)
    {
        return this with
        {
            DrivenFields = [.. DrivenFields.Select(each => each with { Strength = Held(each.Strength) })],
            Couplings = [.. Couplings.Select(pair => pair.Drive is { } drive ? pair with { Drive = Held(drive) } : pair)],
            Jumps = [.. Jumps.Select(jump => jump.Drive is { } drive ? jump with { Drive = Held(drive) } : jump)],
        };

        TimeFunction Held(TimeFunction function) => function is Steps ? new Steps([0], [function.At(time)]) : function;
    }

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
