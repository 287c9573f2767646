using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Formulas;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// Random models of sites with levels, with every feature: blocks of two, three and four levels together, blocks of fixed size, general and
/// sparse operators, fields, couplings of any scale, jumps with and without the own site, collective jumps, rates of every kind, arguments
/// that are diagonal or commute, every kind of start. Rates stay of order one. Number and seed alone determine a model.
/// </summary>
internal static class RandomLevelModels
{
    // 0.5 + 0.2 tanh(x).
    private static readonly Formula Logistic = Formula.Combine(
        FormulaOperator.Add,
        Formula.Constant(0.5),
        Formula.Combine(
            FormulaOperator.Multiply,
            Formula.Constant(0.2),
            Formula.Apply(FormulaFunction.All["tanh"], Formula.Variable(ExpressionRate.Argument))));

    private static readonly string[][] Names = [["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]];

    private static readonly (int[] Dimensions, double[] Shares, int N)[] Sizes =
    [
        ([3], [1], 1), ([3], [1], 2), ([3], [1], 3), ([3], [1], 4), ([4], [1], 2), ([4], [1], 3), ([2, 3], [1, 1], 1), ([2, 3], [1, 1], 2),
        ([3, 2], [1, 2], 1), ([2], [1], 3), ([3, 3], [1, 1], 1), ([2, 3], [2, 1], 1), ([3, 2], [1, 0], 2), ([3], [1], 3),
        ([4, 2], [1, 1], 1),
    ];

    /// <summary>How much structure a model has, so that every reduction is met.</summary>
    private enum Regime
    {
        General,
        Sparse,
        Classical,
    }

    public static (LevelModel Model, int N) Draw(ulong seed, int number)
    {
        var random = new Random(unchecked((int)(seed * 1_000_003) + number));
        (int[] dimensions, double[] shares, int n) = Sizes[random.Next(Sizes.Length)];
        Regime regime = random.Next(5) switch { 0 => Regime.Classical, 1 or 2 => Regime.Sparse, _ => Regime.General };
        ImmutableArray<Block> blocks =
        [
            .. dimensions.Select((d, h) => (shares[h] == 0 ? Block.OfSize($"block{h}", 1) : new Block($"block{h}", shares[h])) with
            {
                Levels = [.. Names[d - 2]],
            }),
        ];
        LocalOperator[] bases = [.. dimensions.Select(d => random.Next(4) == 0 && regime == Regime.General
            ? Unitary(random, d)
            : LocalOperator.Identity(d))];
        var model = new LevelModel
        {
            Name = $"random {number}",
            Blocks = blocks,
            Fields = [.. dimensions.Select(d => Hermitian(random, d, regime, 0.8))],
            Couplings = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Coupling(random, dimensions, regime))],
            Jumps = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Jump(random, dimensions, bases, regime))],
            CollectiveJumps = [.. Enumerable.Range(0, random.Next(3) / 2).Select(_ => Collective(random, dimensions, bases, regime))],
            Initial = new LevelProduct([.. dimensions.Select(d => State(random, d, regime))]),
        };
        return (model with { Initial = Start(random, model, n, regime) }, n);
    }

    private static LevelCoupling Coupling(Random random, int[] dimensions, Regime regime)
    {
        (int h, int k) = (random.Next(dimensions.Length), random.Next(dimensions.Length));
        return new LevelCoupling(
            h, Hermitian(random, dimensions[h], regime, 1), k, Hermitian(random, dimensions[k], regime, 1), Number(random))
        {
            Scale = random.Next(3) == 0 ? 0.5 : 1,
        };
    }

    private static LevelJump Jump(Random random, int[] dimensions, LocalOperator[] bases, Regime regime)
    {
        int h = random.Next(dimensions.Length);
        return new LevelJump(
            h, Operator(random, dimensions[h], regime), Rate(random), Argument(random, dimensions, bases), random.Next(3) > 0);
    }

    private static LevelCollectiveJump Collective(Random random, int[] dimensions, LocalOperator[] bases, Regime regime) => new(
        [.. dimensions.Select(d => random.Next(4) == 0 ? LocalOperator.Zero(d) : Operator(random, d, regime))],
        Rate(random),
        Argument(random, dimensions, bases));

    private static CollectiveRate Rate(Random random) => random.Next(4) switch
    {
        0 => new ExponentialRate(0.4 + (0.4 * random.NextDouble()), Number(random)),
        1 => new PolynomialRate([0.6, 0.5 * Number(random)]),
        2 => new ExpressionRate(Logistic, random.Next(2) == 0),
        _ => new PolynomialRate([0.7]),
    };

    private static ImmutableArray<LocalOperator> Argument(Random random, int[] dimensions, LocalOperator[] bases) =>
    [
        .. dimensions.Select((d, h) => random.Next(3) == 0
            ? LocalOperator.Zero(d)
            : bases[h] * LocalOperator.Diagonal([.. Enumerable.Range(0, d).Select(_ => Number(random))]) * bases[h].Adjoint()),
    ];

    private static LocalOperator Operator(Random random, int d, Regime regime)
    {
        if (regime == Regime.General && random.Next(2) == 0)
        {
            return LocalOperator.Of(d, (_, _) => 0.5 * new Complex(Number(random), Number(random)));
        }

        (int to, int from) = (random.Next(d), random.Next(d));
        Complex phase = random.Next(2) == 0 ? 1 : Complex.FromPolarCoordinates(1, 6 * random.NextDouble());
        LocalOperator unit = phase * LocalOperator.Unit(d, to, from);
        return random.Next(4) == 0 ? unit + ((Complex)0.5 * LocalOperator.Unit(d, from, to)) : unit;
    }

    private static LocalOperator Hermitian(Random random, int d, Regime regime, double scale)
    {
        if (regime == Regime.General && random.Next(2) == 0)
        {
            LocalOperator a = LocalOperator.Of(d, (_, _) => scale * new Complex(Number(random), Number(random)));
            return (Complex)0.5 * (a + a.Adjoint());
        }

        if (regime == Regime.Classical)
        {
            return random.Next(2) == 0
                ? LocalOperator.Zero(d)
                : LocalOperator.Diagonal([.. Enumerable.Range(0, d).Select(_ => scale * Number(random))]);
        }

        (int first, int second) = (random.Next(d), random.Next(d));
        Complex element = scale * Complex.FromPolarCoordinates(random.NextDouble(), random.Next(3) == 0 ? 6 * random.NextDouble() : 0);
        LocalOperator move = element * LocalOperator.Unit(d, first, second);
        return first == second ? LocalOperator.Zero(d) : move + move.Adjoint();
    }

    private static LocalOperator State(Random random, int d, Regime regime)
    {
        if (regime == Regime.General)
        {
            LocalOperator a = LocalOperator.Of(d, (_, _) => new Complex(Number(random), Number(random)));
            LocalOperator positive = a * a.Adjoint();
            return (1 / positive.Trace) * positive;
        }

        double[] weights = [.. Enumerable.Range(0, d).Select(_ => random.Next(3) == 0 ? 0 : random.NextDouble())];
        weights[random.Next(d)] += 0.1;
        return LocalOperator.Diagonal([.. weights.Select(weight => weight / weights.Sum())]);
    }

    private static InitialState Start(Random random, LevelModel model, int n, Regime regime)
    {
        int[] dimensions = [.. model.Blocks.Select(block => block.Dimension)];
        return random.Next(6) switch
        {
            0 => new LevelMixture(
            [
                new LevelComponent(0.3, [.. dimensions.Select(d => State(random, d, regime))]),
                new LevelComponent(0.7, [.. dimensions.Select(d => State(random, d, regime))]),
            ]),
            1 => new LevelSuperposition(
            [
                .. Enumerable.Range(0, 2).Select(_ => new LevelSuperpositionTerm(
                    new Complex(1, Number(random)), [.. dimensions.Select(d => Vector(random, d, regime))])),
            ]),
            2 => new LevelDicke([.. model.SpinsAt(n).Select((sites, h) => Counts(random, sites, dimensions[h]))]),
            _ => model.Initial,
        };
    }

    private static ImmutableArray<Complex> Vector(Random random, int d, Regime regime)
    {
        Complex[] vector = [.. Enumerable.Range(0, d).Select(_ =>
            regime == Regime.General ? new Complex(Number(random), Number(random)) : random.Next(2) * Number(random))];
        vector[random.Next(d)] += 1.5;
        double norm = Math.Sqrt(vector.Sum(each => each.Magnitude * each.Magnitude));
        return [.. vector.Select(each => each / norm)];
    }

    private static ImmutableArray<Formula> Counts(Random random, int sites, int d)
    {
        int[] counts = new int[d];
        for (int site = 0; site < sites; site++)
        {
            counts[random.Next(d)]++;
        }

        return [.. counts.Select(count => Formula.Constant(count))];
    }

    // Orthonormal columns by Gram and Schmidt.
    private static LocalOperator Unitary(Random random, int d)
    {
        var columns = new List<Complex[]>();
        while (columns.Count < d)
        {
            Complex[] next = [.. Enumerable.Range(0, d).Select(_ => new Complex(Number(random), Number(random)))];
            foreach (Complex[] column in columns)
            {
                Complex overlap = column.Zip(next, (c, v) => Complex.Conjugate(c) * v).Aggregate(Complex.Zero, (sum, each) => sum + each);
                next = [.. next.Zip(column, (v, c) => v - (overlap * c))];
            }

            double norm = Math.Sqrt(next.Sum(each => each.Magnitude * each.Magnitude));
            columns.Add([.. next.Select(each => each / norm)]);
        }

        return LocalOperator.Of(d, (row, column) => columns[column][row]);
    }

    private static double Number(Random random) => (2 * random.NextDouble()) - 1;
}
