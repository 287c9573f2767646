using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Tests.Theory.Levels;

/// <summary>Random models of sites with two to four levels, blocks of different numbers of levels and shares together.</summary>
internal sealed class RandomLevels
{
    private static readonly string[] Names = ["g", "e", "r", "s"];

    private readonly Random random;

    private RandomLevels(Random random) => this.random = random;

    /// <summary>A list of random models, the same for the same seed.</summary>
    /// <param name="count">How many.</param>
    /// <param name="collective">Whether they have collective jumps.</param>
    public static LevelModel[] Draw(int count, bool collective) =>
        [.. Enumerable.Range(0, count).Select(i => new RandomLevels(new Random(SeedOf(i))).Model(collective))];

    /// <summary>A random state of full rank.</summary>
    public static LocalOperator State(Random random, int levels)
    {
        RandomLevels draw = new(random);
        LocalOperator root = draw.Matrix(levels);
        LocalOperator positive = root * root.Adjoint();
        return (1 / positive.Trace) * positive;
    }

    private static int SeedOf(int index) => (int)(Support.Seed.Value % 1_000_000) + (7919 * index);

    private LevelModel Model(bool collective)
    {
        Block[] blocks =
        [
            .. Enumerable.Range(0, random.Next(1, 4)).Select(h =>
            {
                int levels = random.Next(1, 5);
                return new Block($"b{h}", random.Next(1, 4)) { Levels = [.. levels == 1 ? [] : Names[..levels]] };
            }),
        ];
        ImmutableArray<Block> all = [.. blocks];
        return new LevelModel
        {
            Name = "random",
            Blocks = all,
            Fields = [.. all.Select(block => Hermitian(block.Dimension))],
            Couplings =
            [
                .. Enumerable.Range(0, random.Next(0, 3)).Select(_ =>
                {
                    (int h, int k) = (random.Next(all.Length), random.Next(all.Length));
                    return new LevelCoupling(h, Hermitian(all[h].Dimension), k, Hermitian(all[k].Dimension), Number());
                }),
            ],
            Jumps =
            [
                .. Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
                {
                    int block = random.Next(all.Length);
                    return new LevelJump(block, Matrix(all[block].Dimension), Rate(), Argument(all), random.Next(2) == 0);
                }),
            ],
            CollectiveJumps =
            [
                .. Enumerable.Range(0, collective ? random.Next(1, 3) : 0).Select(_ =>
                    new LevelCollectiveJump([.. all.Select(block => Matrix(block.Dimension))], Rate(), Argument(all))),
            ],
            Initial = new LevelProduct([.. all.Select(block => State(random, block.Dimension))]),
        };
    }

    private double Number() => (2 * random.NextDouble()) - 1;

    private LocalOperator Matrix(int levels) => LocalOperator.Of(levels, (_, _) => new Complex(Number(), Number()));

    private LocalOperator Hermitian(int levels)
    {
        LocalOperator matrix = Matrix(levels);
        return (Complex)0.5 * (matrix + matrix.Adjoint());
    }

    private CollectiveRate Rate() => random.Next(3) switch
    {
        0 => new ExponentialRate(Number(), Number()),
        1 => new PolynomialRate([Number(), Number(), Number()]),
        _ => new NormalisedRate(Number()),
    };

    private ImmutableArray<LocalOperator> Argument(ImmutableArray<Block> blocks) => random.Next(4) == 0
        ? [.. blocks.Select(block => Hermitian(block.Dimension))]
        : [.. blocks.Select(block => LocalOperator.Diagonal([.. Enumerable.Range(0, block.Dimension).Select(_ => Number())]))];
}
