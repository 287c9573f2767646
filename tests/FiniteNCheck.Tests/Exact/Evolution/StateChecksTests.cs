using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Evolution;

/// <summary>A negative population is found wherever it lies.</summary>
[Trait("Kind", "Mutation")]
public sealed class StateChecksTests
{
    [Fact]
    public void A_negative_population_is_noticed_in_every_strip()
    {
        RandomModel item = NamedCases.All["one pattern, zero field, z start"];
        var system = CollectiveSystem.Of(item.Model, item.N);
        var operators = new SectorOperators(system, new SectorGraph(system.Spins));
        var evolution = new FullEvolution(system, operators, Representation.Populations, 1e-12, threads: 1);
        DensityMatrix state = evolution.State;
        Assert.InRange(StateChecks.Check(evolution, 1).SmallestEigenvalue, 0, 1);
        Assert.InRange(state.Layout.Strips.Length, 2 * state.Layout.Graph.Vertices.Length, int.MaxValue);
        foreach (Strip strip in state.Layout.Strips)
        {
            Span<double> last = state.NumbersOf(strip)[^1..];
            double sound = last[0];
            last[0] = -0.1;
            Assert.Equal(-0.1, StateChecks.Check(evolution, 1).SmallestEigenvalue);
            last[0] = sound;
        }
    }
}
