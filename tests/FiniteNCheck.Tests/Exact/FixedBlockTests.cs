using System.Globalization;
using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact;

/// <summary>Blocks of fixed size and couplings divided by other powers of n: against 2^N, in the limit, and where there is none.</summary>
public class FixedBlockTests(ITestOutputHelper output)
{
    private static readonly double[] Times = [0.4, 1];

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Random_models_agree() => AssertAgree(Seed.Value + 3, count: 30);

    [Fact]
    [Trait("Kind", "CrossCheck")]
    [Trait("Speed", "Slow")]
    public void Three_hundred_random_models_agree() => AssertAgree(Seed.Value + 5, count: 300);

    [Theory]
    [InlineData(0.5, 0.500001)]
    [InlineData(1, 1.000001)]
    [Trait("Kind", "Mutation")]
    public void A_changed_scale_is_noticed(double scale, double changed) => MomentComparison.AssertDiffer(
        BruteForce.Solve(CentralSpin(scale), 3, Times),
        Verified.Moments(CentralSpin(changed), 3, Times),
        MomentComparison.CrossCheck,
        "scale");

    /// <summary>
    /// The averages of the probe approach those of a spin in the mean field like 1/n, and those of the growing block do not feel it.
    /// </summary>
    [Fact]
    [Trait("Kind", "Convergence")]
    public void A_single_spin_follows_the_mean_field()
    {
        TheoryResult limit = AssertApproached(CentralSpin(1), n: 20);

        // Inside the fixed block a product state, nothing in common with the growing one.
        Assert.Equal(1 - Math.Pow(limit.Moments.Mean[1][5], 2), limit.Moments.Covariance[1][5, 5], 1e-12);
        Assert.Equal(0, limit.Moments.Covariance[1][2, 5]);
    }

    /// <summary>A collective jump turns the probe by the mean of the growing block, whichever of the two it lowers first.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Kind", "Convergence")]
    public void A_single_spin_in_a_collective_jump_follows_the_mean_field(bool isGrowingFirst)
    {
        CollectiveModel model = CentralSpin(1);
        SpinOperator probe = new(0.2, 0, 0.7, new Complex(0, 0.3));
        model = model with
        {
            CollectiveJumps =
            [
                new CollectiveJump([SpinOperator.Lower, probe], new ExponentialRate(0.5, 0.4), [new(0, 0, 1), PauliVector.Zero]),
            ],
        };
        AssertApproached(isGrowingFirst ? model : Swapped(model), n: 40);
    }

    private TheoryResult AssertApproached(CollectiveModel model, int n)
    {
        TheoryResult limit = LimitTheory.Solve(model, Times, Drift.Full);
        double[][] distances =
        [
            .. new[] { n, 2 * n }.Select(size => Verified.Moments(model, size, Times).Mean[1]
                .Zip(limit.Moments.Mean[1], (exact, mean) => Math.Abs(exact - mean)).ToArray()),
        ];
        for (int i = 0; i < 6; i++)
        {
            double order = Math.Log2(distances[0][i] / distances[1][i]);
            output.WriteLine($"{model.ObservableNames[i]}: {distances[1][i]:E2}, order {order:F2}");
            Assert.InRange(order, 0.8, 1.3);
        }

        return limit;
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void What_has_no_mean_field_is_refused_with_the_reason()
    {
        InputException strong = Assert.Throws<InputException>(() => LimitTheory.Solve(CentralSpin(0.5), Times, Drift.Full));
        Assert.Contains("n^0.5", strong.Message, StringComparison.Ordinal);
        Assert.Contains("Theorem 1", strong.Message, StringComparison.Ordinal);
        CollectiveModel bound = CentralSpin(1);
        bound = bound with
        {
            Jumps = [bound.Jumps[0] with { Rate = new ExponentialRate(0.4, 1), Argument = [PauliVector.Zero, new(0, 0, 1)] }],
        };
        InputException argument = Assert.Throws<InputException>(() => LimitTheory.Solve(bound, Times, Drift.Full));
        Assert.Contains("'probe' of fixed size", argument.Message, StringComparison.Ordinal);
        CollectiveModel together = CentralSpin(1) with
        {
            CollectiveJumps =
            [
                new CollectiveJump([SpinOperator.Lower, SpinOperator.Zero], new ExponentialRate(0.4, 1), [PauliVector.Zero, new(0, 0, 1)]),
            ],
        };
        InputException collective = Assert.Throws<InputException>(() => LimitTheory.Solve(together, Times, Drift.Full));
        Assert.Contains("a collective jump depends on block 'probe' of fixed size", collective.Message, StringComparison.Ordinal);
        InputException next = Assert.Throws<InputException>(() => CorrectionTheory.Solve(CentralSpin(1), Times));
        Assert.Contains("coefficients of 1/n", next.Message, StringComparison.Ordinal);
    }

    private static CollectiveModel Swapped(CollectiveModel model) => model with
    {
        Blocks = [model.Blocks[1], model.Blocks[0]],
        Fields = [model.Fields[1], model.Fields[0]],
        Couplings =
        [
            .. model.Couplings.Select(pair => pair with { FirstBlock = 1 - pair.FirstBlock, SecondBlock = 1 - pair.SecondBlock }),
        ],
        Jumps =
        [
            .. model.Jumps.Select(jump => jump with { Block = 1 - jump.Block, Argument = [jump.Argument[1], jump.Argument[0]] }),
        ],
        CollectiveJumps =
        [
            .. model.CollectiveJumps.Select(jump => jump with
            {
                Operators = [jump.Operators[1], jump.Operators[0]],
                Argument = [jump.Argument[1], jump.Argument[0]],
            }),
        ],
        Initial = new ProductState([.. ((ProductState)model.Initial).Bloch.Reverse()]),
    };

    private static CollectiveModel CentralSpin(double scale) => new()
    {
        Name = "central spin",
        Blocks = [new Block("bath", 1), Block.OfSize("probe", 1)],
        Fields = [new(0.4, 0, 0.1), new(0, 0.3, 0.2)],
        Couplings =
        [
            new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, 0.5),
            new PairCoupling(0, PauliAxis.Z, 1, PauliAxis.X, 0.8) { Scale = scale },
        ],
        Jumps =
        [
            new JumpChannel(0, SpinOperator.Lower, TestModels.Constant(0.5), [PauliVector.Zero, PauliVector.Zero]),
            new JumpChannel(1, SpinOperator.Lower, new ExponentialRate(0.5, 0.6), [new(0, 0, 1), PauliVector.Zero]),
        ],
        Initial = new ProductState([new(0.6, 0, 0.8), new(0, 0, 1)]),
    };

    // A drawn model whose last block has a fixed size, its couplings divided by drawn powers of n.
    private void AssertAgree(ulong seed, int count)
    {
        var random = new Random((int)(seed % int.MaxValue));
        double largest = 0;
        int met = 0;
        foreach (RandomModel drawn in RandomModels.Draw(seed, 3 * count).Where(each => each.Model.Blocks.Length > 1).Take(count))
        {
            CollectiveModel model = drawn.Model with
            {
                Blocks = [.. drawn.Model.Blocks.SkipLast(1), Block.OfSize("probe", drawn.Model.SpinsAt(drawn.N)[^1])],
                Couplings = [.. drawn.Model.Couplings.Select(pair => pair with { Scale = random.Next(5) / 2.0 })],
            };
            double distance = MomentComparison.Distance(
                BruteForce.Solve(model, drawn.N, Times), Verified.Moments(model, drawn.N, Times));
            largest = Math.Max(largest, distance);
            met++;
            Assert.True(distance <= MomentComparison.CrossCheck, $"seed {seed}, off by {distance:E2}:{Environment.NewLine}{drawn}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {met} models, largest difference {largest:E2}"));
        Assert.True(met >= count * 2 / 3, $"{met} models only");
    }
}
