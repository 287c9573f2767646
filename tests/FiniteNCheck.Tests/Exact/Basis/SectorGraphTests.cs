using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Basis;

/// <summary>The sectors that model and start reach.</summary>
[Trait("Kind", "Unit")]
public sealed class SectorGraphTests
{
    public static TheoryData<int, bool, bool, int, bool, bool> Pairs
    {
        get
        {
            var data = new TheoryData<int, bool, bool, int, bool, bool>();
            bool[] either = [false, true];
            foreach (bool a in either)
            {
                foreach (bool b in either)
                {
                    foreach (bool c in either)
                    {
                        foreach (bool d in either)
                        {
                            data.Add(7, a, b, 4, c, d);
                        }
                    }
                }
            }

            return data;
        }
    }

    /// <summary>Estimates count elements in closed form; the graph is searched. Both must agree.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_graph_holds_what_the_estimates_count(
        int first, bool firstSymmetric, bool firstChanges, int second, bool secondSymmetric, bool secondChanges)
    {
        BlockReach[] reach = [new(first, firstSymmetric, firstChanges), new(second, secondSymmetric, secondChanges)];
        var graph = new SectorGraph([.. reach]);
        Assert.Equal(
            BlockReach.Product(reach, block => block.Elements), graph.Vertices.Sum(sector => Math.Pow(sector.Dimension, 2)), 1e-9);
        Assert.Equal(BlockReach.Product(reach, block => block.Diagonals), graph.Vertices.Sum(sector => (double)sector.Dimension), 1e-9);

        // A component is a choice of J for the blocks that keep theirs.
        int components = reach
            .Select((block, h) => block.ChangesJ || block.StartsSymmetric ? 1 : ((h == 0 ? first : second) / 2) + 1)
            .Aggregate(1, (product, count) => product * count);
        Assert.Equal(components, graph.Components().Length);
        Assert.Equal(graph.Vertices, graph.Components().SelectMany(each => each).OrderBy(sector => sector.Index));
    }

    /// <summary>Every Kraus factor that leads out of a sector held leads into one that is held, on random models.</summary>
    [Fact]
    public void Nothing_leads_out_of_the_sectors_held()
    {
        int fewer = 0;
        foreach (RandomModel drawn in RandomModels.DrawCollective(Seed.Value, 50))
        {
            var system = CollectiveSystem.Of(drawn.Model, drawn.N);
            var whole = new SectorGraph(system.Spins);
            var held = new SectorGraph(system.Reach);
            HashSet<string> names = [.. held.Vertices.Select(Name)];
            fewer += held.Vertices.Length < whole.Vertices.Length ? 1 : 0;
            var operators = new SectorOperators(system, whole);
            foreach (Sector target in whole.Vertices.Where(sector => !names.Contains(Name(sector))))
            {
                SectorMap[] incoming = [.. operators.Incoming(target), .. operators.Tilted.SelectMany(each => each.Incoming(target))];
                Assert.DoesNotContain(incoming, map => names.Contains(Name(map.Source)) && map.Shifts.Any(IsFilled));
            }
        }

        Assert.True(fewer > 2, "the models must have sectors that are not reached");
    }

    [Fact]
    public void A_mixed_start_without_single_jumps_has_a_component_for_every_J()
    {
        CollectiveModel model = CollectiveModels.DrivenDecay(0.3, new PauliVector(0, 0, 0.5));
        ExactResult result = Verified.Solve(model, 6, [1]);
        Assert.Equal(["J.all = 3", "J.all = 2", "J.all = 1", "J.all = 0"], result.Components.Select(component => component.Name));
        Assert.Equal(1, result.Components.Sum(component => component.Weight), 1e-10);
        Assert.Contains("4 conserved components", result.Method, StringComparison.Ordinal);

        // P(J) of six spins up with probability 3/4, for J = 3: sum_k p^k (1-p)^(6-k).
        double weight = Enumerable.Range(0, 7).Sum(k => Math.Pow(0.75, k) * Math.Pow(0.25, 6 - k));
        Assert.Equal(weight, result.Components[0].Weight, 1e-11);
    }

    [Fact]
    public void Single_jumps_join_all_J()
    {
        CollectiveModel model = TestModels.OneBlock(
            "single",
            PauliVector.Zero,
            new PauliVector(0, 0, 1),
            TestModels.Channel(SpinOperator.Lower, TestModels.Constant(1), PauliVector.Zero));
        ExactResult result = Verified.Solve(model, 5, [1]);
        Assert.Equal("J.all = 0.5 .. 2.5", Assert.Single(result.Components).Name);
        Assert.DoesNotContain("conserved", result.Method, StringComparison.Ordinal);
    }

    private static string Name(Sector sector) => string.Join(' ', sector.TwiceJ);

    private static bool IsFilled(Shift shift) =>
        shift.Re.Any(element => Math.Abs(element) > 1e-14) || shift.Im.Any(element => Math.Abs(element) > 1e-14);
}
