using System.Collections.Immutable;

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
    public bool IsWholeAt(int n) => n > 0 && Blocks.All(block => IsWhole(block.Share * n));

    // A share such as 1/3, written in decimals, may miss a whole number by rounding but by no more.
    private static bool IsWhole(double spins) => Math.Round(spins) is >= 1 and var whole && Math.Abs(spins - whole) <= 1e-9 * whole;

    private static int SpinsOf(Block block, int n)
    {
        double size = block.Share * n;
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
