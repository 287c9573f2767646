using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Stationary;

/// <summary>
/// Gaps of the one-pattern network against those that a prototype in C and ARPACK measured (N spins, own frame), and against closed forms.
/// </summary>
public class GapTests(ITestOutputHelper output)
{
    /// <summary>In the retrieval phase at T = 0.5 the gap between the two retrieved states falls exponentially.</summary>
    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(20, 1.6e-2, 0.05e-2)]
    [InlineData(40, 7.5e-4, 0.05e-4)]
    public void The_metastable_gap_is_that_of_the_prototype(int spins, double expected, double allowed) =>
        AssertGap(spins, 0.2, expected, allowed);

    [Fact]
    [Trait("Kind", "CrossCheck")]
    [Trait("Speed", "Slow")]
    public void The_metastable_gap_of_60_spins_is_that_of_the_prototype() => AssertGap(60, 0.2, 3.5e-5, 0.05e-5);

    /// <summary>In the limit cycle the slowest modes are a pair, which shift-invert at zero misses.</summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void The_limit_cycle_has_a_pair_of_slow_modes() => AssertPair(20, -0.134, 1.85, 5e-3);

    [Fact]
    [Trait("Kind", "CrossCheck")]
    [Trait("Speed", "Slow")]
    public void The_pair_of_60_spins_decays_more_slowly() => AssertPair(60, -0.048, 1.836, 5e-4);

    /// <summary>Independent spins that lose their excitation at rate g: the coherence decays at g/2, with the field's frequency.</summary>
    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(5)]
    [InlineData(14)]
    public void Independent_spins_decay_as_one(int n)
    {
        CollectiveModel model = new()
        {
            Name = "decay",
            Blocks = [new Block("all", 1)],
            Fields = [new PauliVector(0, 0, 0.35)],
            Jumps = [new JumpChannel(0, SpinOperator.Lower, new PolynomialRate([Math.Sqrt(0.8)]), [PauliVector.Zero])],
            Initial = new ProductState([new(0, 0, 0.3)]),
        };
        GapResult found = GapSolver.Solve(model, n, 2);
        output.WriteLine($"{string.Join(", ", found.Eigenvalues)}, {found.Method}");
        Assert.Equal(2, found.Eigenvalues.Length);
        Assert.Equal(-0.4, found.Eigenvalues[0].Real, 1e-9);
        Assert.Equal(0.7, found.Eigenvalues[0].Imaginary, 1e-9);
        Assert.Equal(-0.7, found.Eigenvalues[1].Imaginary, 1e-9);
    }

    /// <summary>
    /// Two blocks of independent spins: each has a coherence with the same rate and frequency. An eigenvalue that occurs twice shows only
    /// from another start.
    /// </summary>
    [Fact]
    [Trait("Kind", "Analytic")]
    public void Copies_of_an_eigenvalue_are_found()
    {
        // x and y of either block decay at 1/2; the next rate is 1.
        GapResult found = GapSolver.SolveWith(
            TestModels.TwoDecays(), 3, 5, new ExactOptions { MergeBlocks = false }, 0, null, default);
        output.WriteLine($"{string.Join(", ", found.Eigenvalues)}, {found.Method}");
        Assert.All(found.Eigenvalues.Take(4), value => Assert.Equal(-0.5, value.Real, 1e-9));
        Assert.All(found.Eigenvalues.Zip(found.Errors).Take(4), mode => Assert.InRange(mode.Second, (mode.First + 0.5).Magnitude, 1e-9));
        Assert.Equal(-1, found.Eigenvalues[4].Real, 1e-8);
    }

    /// <summary>
    /// Two equal blocks whose spins avoid each other's direction: their common magnetisation decays faster than their difference, which is
    /// the slowest mode and is lost where the blocks are merged. The oracle is the 2^N generator on all matrices symmetric in each block.
    /// </summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void The_slowest_mode_may_tell_equal_blocks_apart()
    {
        CollectiveModel model = TwoEqualBlocks;
        double expected = -new SymmetricGenerator(model, 2).Eigenvalues().First(value => value.Magnitude > 1e-9).Real;
        GapResult apart = GapSolver.Solve(model, 2);
        GapResult searched = GapSolver.SolveWith(model, 2, 1, new ExactOptions { MergeBlocks = false }, 0, null, default);
        GapResult merged = GapSolver.Solve(model, 2, 1, new ExactOptions());
        output.WriteLine($"{expected}, merged {-merged.Eigenvalues[0].Real}");
        Assert.Equal(expected, -apart.Eigenvalues[0].Real, 1e-9);
        Assert.Equal(expected, -searched.Eigenvalues[0].Real, 1e-9);
        Assert.False(apart.HasMergedBlocks);
        Assert.True(merged.HasMergedBlocks);
        Assert.True(-merged.Eigenvalues[0].Real > expected + 0.1);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void What_fits_only_with_blocks_merged_says_so()
    {
        InputException error = Assert.Throws<InputException>(
            () => GapSolver.Solve(TwoEqualBlocks, 20, 1, new ExactOptions { MergeBlocks = false, MemoryLimit = 200_000_000 }));
        Assert.Contains("--merge-blocks", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Determinism")]
    public void Threads_do_not_change_a_bit()
    {
        CollectiveModel model = Network(0.2);
        GapResult one = GapSolver.Solve(model, 8, 2, new ExactOptions { Threads = 1 });
        GapResult four = GapSolver.Solve(model, 8, 2, new ExactOptions { Threads = 4 });
        Assert.Equal(one.Eigenvalues.AsEnumerable(), four.Eigenvalues.AsEnumerable());
        Assert.Equal(one.Residuals.AsEnumerable(), four.Residuals.AsEnumerable());
        Assert.Equal(one.Errors.AsEnumerable(), four.Errors.AsEnumerable());
    }

    // The sites with sign -1 rotated: one block of all spins.
    private static CollectiveModel Network(double omega) =>
        (HopfieldModels.Rotated(1) with { Beta = 2, Omega = omega }).Starting(new PauliVector(0, 0, 0.5));

    private static CollectiveModel TwoEqualBlocks
    {
        get
        {
            PauliVector[] argument = [new(0, 0, -0.8), new(0, 0, -0.8)];
            JumpChannel Flip(int block, SpinOperator flip, double sign) => new(
                block, flip, new ExponentialRate(0.5, 1), [.. argument.Select(each => new PauliVector(0, 0, sign * each.Z))]);
            return new CollectiveModel
            {
                Name = "two equal blocks",
                Blocks = [new Block("a", 1), new Block("b", 1)],
                Fields = [new PauliVector(0.1, 0, 0), new PauliVector(0.1, 0, 0)],
                Jumps =
                [
                    Flip(0, SpinOperator.Raise, 1), Flip(0, SpinOperator.Lower, -1),
                    Flip(1, SpinOperator.Raise, 1), Flip(1, SpinOperator.Lower, -1),
                    new JumpChannel(0, SpinOperator.Pauli(PauliAxis.Z), new PolynomialRate([1]), [PauliVector.Zero, PauliVector.Zero]),
                    new JumpChannel(1, SpinOperator.Pauli(PauliAxis.Z), new PolynomialRate([1]), [PauliVector.Zero, PauliVector.Zero]),
                ],
                Initial = new ProductState([new(0, 0, 0.3), new(0, 0, 0.3)]),
            };
        }
    }

    /// <summary>
    /// Among the sectors that a start reaches there is one stationary state, which has no part in the search: no second zero shows, and the
    /// dense solution of the same size agrees.
    /// </summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void The_stationary_state_of_the_sectors_reached_is_left_out()
    {
        CollectiveModel model = new()
        {
            Name = "driven collective decay",
            Blocks = [new Block("all", 1)],
            Fields = [new PauliVector(0.15, 0, 0)],
            Jumps = [],
            CollectiveJumps = [new CollectiveJump([SpinOperator.Lower], new ExponentialRate(1, 0), [PauliVector.Zero])],
            Initial = new ProductState([new(0, 0, 1)]),
        };
        ExactOptions reached = new() { MergeBlocks = false, OnlyReached = true };
        GapResult dense = GapSolver.SolveWith(model, 12, 2, reached, 1000, null, default);
        GapResult searched = GapSolver.SolveWith(model, 12, 2, reached, 0, null, default);
        output.WriteLine($"{string.Join(", ", searched.Eigenvalues)}, {searched.Applications} applications");
        Assert.Equal((1, 1), (dense.Zeros, searched.Zeros));
        for (int k = 0; k < 2; k++)
        {
            double distance = (dense.Eigenvalues[k] - searched.Eigenvalues[k]).Magnitude;
            Assert.InRange(distance, 0, dense.Errors[k] + searched.Errors[k]);
            Assert.Equal(dense.Conditions[k], searched.Conditions[k], 1e-6 * dense.Conditions[k]);
        }
    }

    private void AssertGap(int spins, double omega, double expected, double allowed)
    {
        GapResult found = GapSolver.Solve(Network(omega), spins / 2);
        output.WriteLine($"{found.Eigenvalues[0]} ({found.Residuals[0]:E1}), {found.Applications} applications");
        Assert.InRange(-found.Eigenvalues[0].Real, expected - allowed, expected + allowed);
    }

    private void AssertPair(int spins, double real, double imaginary, double allowed)
    {
        GapResult found = GapSolver.Solve(Network(1), spins / 2);
        output.WriteLine($"{string.Join(", ", found.Eigenvalues)} ({found.Residuals[0]:E1}), {found.Applications} applications");
        Assert.Equal(2, found.Eigenvalues.Length);
        Assert.Equal(real, found.Eigenvalues[0].Real, allowed);
        Assert.Equal(imaginary, found.Eigenvalues[0].Imaginary, allowed);
        Assert.Equal(System.Numerics.Complex.Conjugate(found.Eigenvalues[0]), found.Eigenvalues[1]);
    }
}
