using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution.Checkpoints;

namespace FiniteNCheck.Exact.Evolution.Windows;

/// <summary>
/// A set of matrix elements with at most one strip on each diagonal: a strip added to a diagonal is merged with the one there, gap
/// included.
/// </summary>
internal sealed class StripSet
{
    private readonly Dictionary<(int Sector, int Diagonal), Strip> strips = [];

    /// <summary>The number of elements.</summary>
    public long Elements => strips.Values.Sum(strip => (long)strip.Length);

    /// <summary>The strips, in no particular order.</summary>
    public IReadOnlyCollection<Strip> Strips => strips.Values;

    /// <summary>The strips sector by sector.</summary>
    public IEnumerable<Strip> Ordered() =>
        strips.OrderBy(pair => pair.Key.Sector).ThenBy(pair => pair.Key.Diagonal).Select(pair => pair.Value);

    /// <summary>The strip on the same diagonal as another one, or <see langword="null"/>.</summary>
    /// <param name="strip">The other strip.</param>
    public Strip? OnDiagonalOf(Strip strip) =>
        strips.TryGetValue(KeyOf(strip), out Strip found) ? found : null;

    /// <summary>Adds a strip or, where its row lies above its column, its mirror image.</summary>
    /// <param name="strip">The strip.</param>
    public void Add(Strip strip)
    {
        if (strip.Row < strip.Column)
        {
            strip = strip with { Row = strip.Column, Column = strip.Row };
        }

        (int, int) key = KeyOf(strip);
        if (strips.TryGetValue(key, out Strip present))
        {
            int from = Math.Min(strip.Row, present.Row);
            int to = Math.Max(strip.Row + strip.Length, present.Row + present.Length);
            strip = present with { Row = from, Column = from - (present.Row - present.Column), Length = to - from };
        }

        strips[key] = strip;
    }

    /// <summary>Writes the strips: sector, row, column and length of each.</summary>
    /// <param name="writer">The checkpoint.</param>
    public void Write(CheckpointWriter writer)
    {
        writer.Write((long)strips.Count);
        foreach (Strip strip in Ordered())
        {
            writer.Write((long)strip.Sector.Index);
            writer.Write((long)strip.Row);
            writer.Write((long)strip.Column);
            writer.Write((long)strip.Length);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The checkpoint.</param>
    /// <param name="graph">The sectors.</param>
    /// <param name="representation">How the state is held.</param>
    /// <exception cref="InvalidDataException">There are none, or one of them is not a strip of its sector.</exception>
    public static StripSet Read(CheckpointReader reader, SectorGraph graph, Representation representation)
    {
        int count = reader.Count(4);
        var set = new StripSet();
        for (int s = 0; s < count; s++)
        {
            Sector sector = graph.Vertices[(int)reader.Whole(0, graph.Vertices.Length - 1)];
            int row = (int)reader.Whole(0, sector.Dimension - 1);
            int column = (int)reader.Whole(representation == Representation.Populations ? row : 0, row);

            // Up to where the row or the column leaves the level of the outer blocks.
            int inner = sector.InnerDimension;
            set.Add(new Strip(sector, row, column, (int)reader.Whole(1, inner - Math.Max(row % inner, column % inner))));
        }

        return count > 0 ? set : throw CheckpointReader.Impossible("it holds no strip");
    }

    /// <summary>Adds the image of every strip under every displacement.</summary>
    /// <param name="graph">The sector graph.</param>
    /// <param name="displacements">The displacements.</param>
    public void Spread(SectorGraph graph, IEnumerable<Displacement> displacements)
    {
        Strip[] present = [.. strips.Values];
        foreach (Displacement displacement in displacements)
        {
            foreach (Strip strip in present)
            {
                if (displacement.Move(graph, strip) is { } moved)
                {
                    Add(moved);
                }
            }
        }
    }

    private static (int Sector, int Diagonal) KeyOf(Strip strip) =>
        (strip.Sector.Index, StateLayout.DiagonalOf(strip.Sector, strip.Row, strip.Column));
}
