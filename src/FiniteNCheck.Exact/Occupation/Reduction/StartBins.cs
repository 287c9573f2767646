using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Levels;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact.Occupation.Reduction;

/// <summary>Which bins an initial state populates, and which occupations of bins off the diagonal go together.</summary>
internal static class StartBins
{
    /// <summary>The bins that are populated.</summary>
    /// <param name="system">The system.</param>
    public static bool[] Populated(LevelSystem system) =>
        [.. system.Bins.All.Select(bin => system.Start.Products.IsEmpty ? IsInVector(system, bin) : IsInProduct(system.Start, bin))];

    /// <summary>
    /// Vectors of occupations off the diagonal, of which those that the state populates are whole combinations: one bin each, or for a state
    /// of fixed numbers of sites in the levels the cycles that keep these numbers.
    /// </summary>
    /// <param name="system">The system.</param>
    public static IEnumerable<int[]> Vectors(LevelSystem system)
    {
        OccupationBins bins = system.Bins;
        bool[] populated = Populated(system);
        bool isFixed = HasFixedCounts(system);
        foreach (Bin bin in bins.All.Where(bin => !bin.IsDiagonal && populated[bins.Index(bin.Block, bin.Row, bin.Column)]))
        {
            int[] path = [bins.Index(bin.Block, bin.Row, bin.Column)];
            if (!isFixed)
            {
                yield return Unit(path);
                continue;
            }

            yield return Unit([path[0], bin.Mirror]);
            for (int third = 0; third < bins.Dimensions[bin.Block]; third++)
            {
                int[] cycle = [path[0], bins.Index(bin.Block, bin.Column, third), bins.Index(bin.Block, third, bin.Row)];
                if (third != bin.Row && third != bin.Column && cycle.All(each => populated[each]))
                {
                    yield return Unit(cycle);
                }
            }
        }

        int[] Unit(int[] occupied)
        {
            int[] vector = new int[bins.Count];
            foreach (int each in occupied)
            {
                vector[each]++;
            }

            return vector;
        }
    }

    /// <summary>Whether the state has fixed numbers of sites in the levels of the final basis.</summary>
    /// <param name="system">The system.</param>
    private static bool HasFixedCounts(LevelSystem system) =>
        !system.Start.Counts.IsEmpty && system.Start.Overlaps.All(overlap => overlap.IsDiagonal);

    private static bool IsInProduct(LevelSystemStart start, Bin bin) =>
        start.Products.Any(component => component.States[bin.Block][bin.Row, bin.Column] != 0);

    private static bool IsInVector(LevelSystem system, Bin bin)
    {
        bool[] levels = [.. Enumerable.Range(0, system.Bins.Dimensions[bin.Block]).Select(level => HasLevel(system.Start, bin.Block, level))];
        return levels[bin.Row] && levels[bin.Column];
    }

    private static bool HasLevel(LevelSystemStart start, int block, int level)
    {
        if (start.Counts.IsEmpty)
        {
            return start.Terms.Any(term => term.Vectors[block][level] != 0);
        }

        ImmutableArray<int> counts = start.Counts[block];
        LocalOperator overlap = start.Overlaps[block];
        return counts.Index().Any(each => each.Item > 0 && overlap[level, each.Index] != Complex.Zero);
    }
}
