using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>Names the components of a sector graph and weighs them.</summary>
internal static class ComponentNames
{
    /// <summary>The components with the weights that a state gives them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="system">The reduced system.</param>
    /// <param name="state">The state.</param>
    public static ImmutableArray<SectorComponent> Of(CollectiveModel model, CollectiveSystem system, DensityMatrix state) =>
    [
        .. state.Layout.Graph.Components().Select(sectors => new SectorComponent(
            string.Join(", ", Enumerable.Range(0, system.Groups).Select(g => Name(model, system, sectors, g))),
            Weight(state, sectors))),
    ];

    /// <summary>What is conserved, in words: the component, or how many there are and the heaviest of them.</summary>
    /// <param name="components">The components.</param>
    public static string Summarise(ImmutableArray<SectorComponent> components) => components.Length == 1
        ? $"conserved {components[0].Name}"
        : $"{components.Length} conserved components, the heaviest {components.MaxBy(component => component.Weight)!.Name}";

    /// <summary>The probability to be in a component.</summary>
    /// <param name="state">The state.</param>
    /// <param name="sectors">The sectors of the component.</param>
    public static double Weight(DensityMatrix state, ImmutableArray<Sector> sectors) => sectors.Sum(sector => Weight(state, sector));

    private static string Name(CollectiveModel model, CollectiveSystem system, ImmutableArray<Sector> sectors, int group)
    {
        string blocks = string.Join('+', model.Blocks.Where((_, h) => system.Members[h].Group == group).Select(block => block.Name));
        (int lowest, int highest) = (sectors.Min(sector => sector.TwiceJ[group]), sectors.Max(sector => sector.TwiceJ[group]));
        string range = lowest == highest ? Text(lowest) : $"{Text(lowest)} .. {Text(highest)}";
        return $"J.{blocks} = {range}";

        static string Text(int twiceJ) => Numeral.Exact(twiceJ / 2.0);
    }

    private static double Weight(DensityMatrix state, Sector sector)
    {
        double weight = 0;
        foreach (Strip strip in state.Layout.StripsIn(sector))
        {
            for (int i = 0; strip.IsDiagonal && i < strip.Length; i++)
            {
                weight += state[strip, i].Real;
            }
        }

        return weight;
    }
}
