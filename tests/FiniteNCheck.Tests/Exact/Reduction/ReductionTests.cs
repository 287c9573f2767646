using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Reduction;

/// <summary>Reductions are found where they hold, and refused where they do not.</summary>
[Trait("Kind", "Unit")]
public sealed class ReductionTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    public void Patterns_merge_into_half_as_many_blocks(int patterns, int groups)
    {
        // Different initial states on the blocks that must stay separate; the other blocks start as their images.
        var network = HopfieldModels.Patterns(patterns);
        PauliVector[] starts = [.. Enumerable.Range(0, groups).Select(k => new PauliVector(0, 0.1 * k, 0.5))];
        CollectiveModel model = network.Starting(GaugeRotation.Image(network, starts));
        Assert.Equal(groups, BlockMerger.Merge(CollectiveSystem.Of(model, 2)).Groups);
    }

    [Fact]
    public void Representations_are_detected()
    {
        CollectiveModel retrieval = TestModels.TwoLargeSpins();
        Assert.Equal(Representation.Real, Chosen(retrieval));

        // m_x != 0, a z-z coupling and a y field each break the real form; without a field only populations move.
        Assert.Equal(Representation.Complex, Chosen(retrieval.StartingFrom([new(0.1, 0, 0.5), new(0.1, 0, -0.5)])));
        var coupling = new PairCoupling(0, PauliAxis.Z, 1, PauliAxis.Z, 0.3);
        Assert.Equal(Representation.Complex, Chosen(retrieval with { Couplings = [coupling] }));
        Assert.Equal(Representation.Complex, Chosen(retrieval with { Fields = [new(0.2, 0.1, 0), new(0.2, 0.1, 0)] }));
        CollectiveModel diagonal = retrieval.StartingFrom([new(0, 0, 0.5), new(0, 0, -0.5)]) with { Fields = [new(0, 0, 0.3), default] };
        Assert.Equal(Representation.Populations, Chosen(diagonal));
        Assert.Equal(Representation.Complex, Chosen(TestModels.TiltedAxis()));
    }

    [Fact]
    public void A_field_and_a_start_turned_together_stay_real()
    {
        // The problem is real in a frame rotated about z: field along (cos, sin), initial state in the plane normal to it.
        double angle = 0.7;
        var field = new PauliVector(0.2 * Math.Cos(angle), 0.2 * Math.Sin(angle), 0);
        CollectiveModel model = TestModels.OneBlock(
            "turned", field, new PauliVector(-0.3 * Math.Sin(angle), 0.3 * Math.Cos(angle), 0.6),
            TestModels.Channel(SpinOperator.Raise, new ExponentialRate(0.7, 0.5), new PauliVector(0, 0, 1)),
            TestModels.Channel(SpinOperator.Lower, new ExponentialRate(0.7, -0.5), new PauliVector(0, 0, 1)));
        Assert.Equal(Representation.Real, Chosen(model));
        MomentComparison.AssertAgree(
            BruteForce.Solve(model, 4, 0.5, 2), Verified.Moments(model, 4, [0.5, 2]), MomentComparison.CrossCheck, "turned frame");
    }

    [Fact]
    public void A_representation_that_does_not_apply_is_refused_with_those_that_do()
    {
        var exception = Assert.Throws<InputException>(
            () => ExactSolver.Solve(TestModels.TiltedAxis(), 2, [1], new ExactOptions { Representation = Representation.Real }));
        Assert.Contains("Complex", exception.Message, StringComparison.Ordinal);
    }

    private static Representation Chosen(CollectiveModel model) =>
        FrameChoice.Options(BlockMerger.Merge(CollectiveSystem.Of(model, 2))).First().Representation;
}
