using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Collective;

/// <summary>
/// Two equal blocks that emit together. The phase between them decides what the pair does: in phase it emits fast, out of phase the
/// excitation stays. No reduction may drop it.
/// </summary>
[Trait("Kind", "CrossCheck")]
public sealed class CollectivePhaseTests
{
    private const int N = 2;

    private static readonly double[] Times = [0.5, 1.5];

    [Theory]
    [InlineData(0, true)]
    [InlineData(Math.PI, true)]
    [InlineData(Math.PI / 2, false)]
    [InlineData(0.7, false)]
    public void Every_phase_gives_its_own_moments(double phase, bool merges)
    {
        CollectiveModel model = Pair(phase, start: new PauliVector(0, 0, 0.8));
        ExactResult found = Verified.Solve(model, N, Times);
        Assert.Equal(merges, found.Method.Contains("merged", StringComparison.Ordinal));
        MomentComparison.AssertAgree(BruteForce.Solve(model, N, Times), found.Moments, MomentComparison.CrossCheck, $"phase {phase}");
    }

    /// <summary>A start across z fixes the frames: then a phase between the blocks can no longer be turned away.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(Math.PI)]
    [InlineData(0.7)]
    public void A_start_across_z_makes_the_phase_matter(double phase)
    {
        CollectiveModel model = Pair(phase, start: new PauliVector(0.6, 0, 0));
        MomentSeries expected = BruteForce.Solve(model, N, Times);
        MomentComparison.AssertAgree(expected, Verified.Moments(model, N, Times), MomentComparison.CrossCheck, $"phase {phase}");
        if (phase != 0)
        {
            MomentComparison.AssertDiffer(
                expected, Verified.Moments(Pair(0, new PauliVector(0.6, 0, 0)), N, Times), 0.01, "the same without the phase");
        }
    }

    /// <summary>A phase common to all blocks is none: the run is real.</summary>
    [Fact]
    public void A_common_phase_is_dropped()
    {
        CollectiveModel model = Pair(0, new PauliVector(0.6, 0, 0));
        CollectiveModel turned = CollectiveModels.WithCollective(model, 0, jump => jump with
        {
            Operators = [.. jump.Operators.Select(j => Complex.FromPolarCoordinates(1, 1.1) * j)],
        });
        ExactResult found = Verified.Solve(turned, N, Times, new ExactOptions { MergeBlocks = false });
        Assert.Contains("real symmetric", found.Method, StringComparison.Ordinal);
        MomentComparison.AssertAgree(BruteForce.Solve(model, N, Times), found.Moments, MomentComparison.CrossCheck, "common phase");
    }

    /// <summary>Where nothing else fixes the frames, a rotation about z turns the phase between blocks away.</summary>
    [Fact]
    public void A_phase_that_a_frame_takes_up_leaves_real_numbers()
    {
        CollectiveModel model = Pair(0.7, new PauliVector(0, 0, 0.8));
        ExactResult found = Verified.Solve(model, N, Times, new ExactOptions { MergeBlocks = false });
        Assert.Contains("real symmetric", found.Method, StringComparison.Ordinal);
    }

    private static CollectiveModel Pair(double phase, PauliVector start) => new()
    {
        Name = "pair",
        Blocks = [new Block("a", 1), new Block("b", 1)],
        Fields = [PauliVector.Zero, PauliVector.Zero],
        Jumps = [],
        CollectiveJumps =
        [
            new(
                [SpinOperator.Lower, Complex.FromPolarCoordinates(1, phase) * SpinOperator.Lower],
                TestModels.Constant(1),
                [default, default]),
        ],
        Initial = new ProductState([start, start]),
    };
}
