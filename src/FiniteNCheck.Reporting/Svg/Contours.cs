using System.Collections.Immutable;

namespace FiniteNCheck.Reporting.Svg;

/// <summary>Lines of equal value on a grid, by marching squares with linear interpolation.</summary>
internal static class Contours
{
    /// <summary>The lines, in the coordinates of the grid; squares with a corner without a value have none.</summary>
    /// <param name="field">The values.</param>
    /// <param name="level">The level.</param>
    public static ImmutableArray<ImmutableArray<(double X, double Y)>> Trace(GridField field, double level)
    {
        var segments = new List<((double X, double Y) From, (double X, double Y) To)>();
        for (int i = 0; i + 1 < field.X.Length; i++)
        {
            for (int k = 0; k + 1 < field.Y.Length; k++)
            {
                segments.AddRange(InSquare(field, level, i, k));
            }
        }

        return Join(segments);
    }

    private static IEnumerable<((double X, double Y) From, (double X, double Y) To)> InSquare(GridField field, double level, int i, int k)
    {
        // Corners in order around the square.
        (int I, int K)[] corners = [(i, k), (i + 1, k), (i + 1, k + 1), (i, k + 1)];
        if (corners.Any(corner => !double.IsFinite(field[corner.I, corner.K])))
        {
            return [];
        }

        var crossings = new List<(double X, double Y)>();
        for (int c = 0; c < corners.Length; c++)
        {
            ((int i1, int k1), (int i2, int k2)) = (corners[c], corners[(c + 1) % corners.Length]);
            (double first, double second) = (field[i1, k1], field[i2, k2]);
            if (first >= level != second >= level)
            {
                double share = (level - first) / (second - first);
                crossings.Add((field.X[i1] + (share * (field.X[i2] - field.X[i1])), field.Y[k1] + (share * (field.Y[k2] - field.Y[k1]))));
            }
        }

        // Four crossings are a saddle: either pairing is as good.
        return crossings.Chunk(2).Select(pair => (pair[0], pair[1]));
    }

    private static ImmutableArray<ImmutableArray<(double X, double Y)>> Join(
        List<((double X, double Y) From, (double X, double Y) To)> segments)
    {
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<(double X, double Y)>>();
        while (segments.Count > 0)
        {
            var line = new LinkedList<(double X, double Y)>([segments[^1].From, segments[^1].To]);
            segments.RemoveAt(segments.Count - 1);
            while (Take(segments, line.Last!.Value) is { } next)
            {
                line.AddLast(next);
            }

            while (Take(segments, line.First!.Value) is { } next)
            {
                line.AddFirst(next);
            }

            lines.Add([.. line]);
        }

        return lines.ToImmutable();
    }

    /// <summary>
    /// Removes the segment that ends at a point; its other end, or <see langword="null"/> where there is none. Shared
    /// ends are the same bits.
    /// </summary>
    private static (double X, double Y)? Take(List<((double X, double Y) From, (double X, double Y) To)> segments, (double X, double Y) end)
    {
        const double Same = 1e-12;
        bool Meets((double X, double Y) point) => Math.Abs(point.X - end.X) < Same && Math.Abs(point.Y - end.Y) < Same;
        int index = segments.FindIndex(segment => Meets(segment.From) || Meets(segment.To));
        if (index < 0)
        {
            return null;
        }

        ((double X, double Y) from, (double X, double Y) to) = segments[index];
        segments.RemoveAt(index);
        return Meets(from) ? to : from;
    }
}
