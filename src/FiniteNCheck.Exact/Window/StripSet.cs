using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.State;

namespace FiniteNCheck.Exact.Window;

/// <summary>A set of matrix elements with at most one strip on every diagonal: what is added to a diagonal joins it, gaps included.</summary>
internal sealed class StripSet
{
    private readonly Dictionary<(int Sector, int Diagonal), Strip> strips = [];

    /// <summary>The number of elements.</summary>
    public long Elements => strips.Values.Sum(strip => (long)strip.Length);

    /// <summary>The strips, in no order.</summary>
    public IReadOnlyCollection<Strip> Strips => strips.Values;

    /// <summary>The strips sector by sector.</summary>
    public IEnumerable<Strip> Ordered() => strips.OrderBy(pair => pair.Key.Sector).ThenBy(pair => pair.Key.Diagonal).Select(pair => pair.Value);

    /// <summary>The strip on the diagonal of another one, or <see langword="null"/>.</summary>
    /// <param name="strip">The other strip.</param>
    public Strip? OnDiagonalOf(Strip strip) =>
        strips.TryGetValue((strip.Sector.Index, StateLayout.DiagonalOf(strip.Sector, strip.Row, strip.Column)), out Strip found) ? found : null;

    /// <summary>Adds a strip or, where its row lies above its column, its mirror image.</summary>
    /// <param name="strip">The strip.</param>
    public void Add(Strip strip)
    {
        if (strip.Row < strip.Column)
        {
            strip = strip with { Row = strip.Column, Column = strip.Row };
        }

        (int, int) key = (strip.Sector.Index, StateLayout.DiagonalOf(strip.Sector, strip.Row, strip.Column));
        if (strips.TryGetValue(key, out Strip present))
        {
            int from = Math.Min(strip.Row, present.Row);
            int to = Math.Max(strip.Row + strip.Length, present.Row + present.Length);
            strip = present with { Row = from, Column = from - (present.Row - present.Column), Length = to - from };
        }

        strips[key] = strip;
    }

    /// <summary>Adds everything that a displacement reaches from what is there.</summary>
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
}
