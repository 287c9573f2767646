using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution.Checkpoints;
using FiniteNCheck.Exact.Generator;

namespace FiniteNCheck.Exact.Evolution.Windows;

/// <summary>
/// Ranges of states in a checkpoint: those for which terms are cached. The bound of the decay rates, and with it every step, depends on
/// them.
/// </summary>
internal static class SectorRangeList
{
    /// <summary>Writes sector, first state and the state after the last of each range.</summary>
    /// <param name="writer">The checkpoint.</param>
    /// <param name="ranges">The ranges.</param>
    public static void Write(CheckpointWriter writer, IReadOnlyCollection<SectorRange> ranges)
    {
        writer.Write((long)ranges.Count);
        foreach (SectorRange range in ranges)
        {
            writer.Write((long)range.Sector.Index);
            writer.Write((long)range.From);
            writer.Write((long)range.To);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The checkpoint.</param>
    /// <param name="graph">The sectors.</param>
    /// <exception cref="InvalidDataException">It names states that do not exist.</exception>
    public static SectorRange[] Read(CheckpointReader reader, SectorGraph graph)
    {
        var ranges = new SectorRange[reader.Count(3)];
        for (int i = 0; i < ranges.Length; i++)
        {
            Sector sector = graph.Vertices[(int)reader.Whole(0, graph.Vertices.Length - 1)];
            int from = (int)reader.Whole(0, sector.Dimension - 1);
            ranges[i] = new SectorRange(sector, from, (int)reader.Whole(from + 1, sector.Dimension));
        }

        return ranges;
    }
}
