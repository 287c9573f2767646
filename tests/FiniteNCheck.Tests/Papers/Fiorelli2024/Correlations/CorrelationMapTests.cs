using System.Collections.Immutable;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Theory;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Correlations;

/// <summary>Figure 3 as data.</summary>
[Trait("Kind", "Unit")]
public sealed class CorrelationMapTests
{
    [Fact]
    public void Every_point_has_correlations_or_says_why_not()
    {
        ImmutableArray<CorrelationMapPoint> map =
            CorrelationMap.Compute([0.5, 0.8], [0.2, 0.35, 0.45], Drift.Full, 0, CancellationToken.None);
        Assert.Equal(
            [Phase.Retrieval, Phase.Retrieval, Phase.LimitCycle, Phase.Paramagnetic, Phase.Paramagnetic, Phase.Paramagnetic],
            map.Select(point => point.Phase));
        Assert.All(
            map,
            point => Assert.True(point.Phase == Phase.Retrieval ? point.Correlations!.IsPhysical : point.Reason is not null));
        Assert.All(
            map.Take(2),
            point => Assert.True(point.Correlations!.Discord > 0 && point.Correlations.Classical > point.Correlations.Discord));
        Assert.True(map[1].Correlations!.LogarithmicNegativity > 0);
        Assert.Equal(0, map[0].Correlations!.LogarithmicNegativity);
    }

    [Fact]
    public void An_unphysical_point_shows_no_discord()
    {
        CorrelationMapPoint point = CorrelationMap.Compute([0.5], [0.35], Drift.Frozen, 0, CancellationToken.None)[0];
        Assert.False(point.Correlations!.IsPhysical);
        Assert.Null(point.Correlations.Discord);
    }
}
