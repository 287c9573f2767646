using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Stationary;

/// <summary>
/// Solves <c>(L - s) y = x</c> with what L leaves out between parts of a state: the strips of equal <c>M - M'</c>, which form lattices in
/// J and M, or whole sectors. Each part is factorised on its own; elements between parts are ignored.
/// </summary>
/// <remarks>Channels with tilted arguments are left out: their rates are full matrices.</remarks>
internal sealed class PartPreconditioner
{
    private readonly StateLayout layout;
    private readonly double shift;
    private readonly ParallelOptions options;
    private readonly Part[] parts;

    // For each number of a state its part and its row in that part.
    private readonly int[] partAt;
    private readonly int[] rowAt;

    private PartPreconditioner(
        StateLayout layout,
        SectorOperators operators,
        Func<Strip, string> partOf,
        double shift,
        int threads,
        CancellationToken cancellation)
    {
        this.layout = layout;
        this.shift = shift;
        options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        partAt = new int[layout.Length];
        rowAt = new int[layout.Length];
        Array.Fill(partAt, -1);
        IGrouping<string, Strip>[] groups = [.. layout.Strips.GroupBy(partOf, StringComparer.Ordinal)];
        int[][] places = [.. groups.Select(Place)];
        var images = new (BandOperator Drift, SectorMap[] Incoming)[layout.Graph.Vertices.Length];
        foreach (Sector sector in layout.Graph.Vertices)
        {
            images[sector.Index] = (operators.Drift(sector), operators.Incoming(sector));
        }

        parts = new Part[groups.Length];
        Parallel.For(0, groups.Length, options, k =>
        {
            var matrix = new SparseRows(places[k].Length);
            foreach (Strip strip in groups[k])
            {
                for (int i = 0; i < strip.Length; i++)
                {
                    AddElement(matrix, k, strip, i, images[strip.Sector.Index]);
                }
            }

            parts[k] = new Part(places[k], new EnvelopeLu(matrix, shift, cancellation));
        });
        options.CancellationToken = CancellationToken.None;
        Numbers = parts.Sum(part => part.Factors.Numbers);
    }

    /// <summary>The numbers that the factors hold.</summary>
    public long Numbers { get; }

    /// <summary>The shift s.</summary>
    public double Shift => shift;

    /// <summary>Factorises the strips of equal differences of M.</summary>
    /// <param name="layout">The layout of the state, in full.</param>
    /// <param name="operators">The operators of the generator.</param>
    /// <param name="shift">The shift s; positive.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="cancellation">Cancels the factorisation.</param>
    public static PartPreconditioner OfStrips(
        StateLayout layout, SectorOperators operators, double shift, int threads, CancellationToken cancellation) =>
        new(layout, operators, Differences, shift, threads, cancellation);

    /// <summary>Factorises whole sectors.</summary>
    /// <param name="layout">The layout of the state, in full.</param>
    /// <param name="operators">The operators of the generator.</param>
    /// <param name="shift">The shift s; positive.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="cancellation">Cancels the factorisation.</param>
    public static PartPreconditioner OfSectors(
        StateLayout layout, SectorOperators operators, double shift, int threads, CancellationToken cancellation) =>
        new(layout, operators, strip => $"{strip.Sector.Index}", shift, threads, cancellation);

    /// <summary>Writes the solution for a state; imaginary parts of diagonal elements are zero.</summary>
    /// <param name="x">The state.</param>
    /// <param name="y">Receives the solution; not the same array.</param>
    public void Solve(double[] x, double[] y)
    {
        Array.Clear(y);
        Parallel.For(0, parts.Length, options, k => parts[k].Factors.Solve(x, y, parts[k].Places));
    }

    private static string Differences(Strip strip) => string.Join(
        ',', strip.Sector.Spins.Select((_, h) => strip.Sector.Level(strip.Row, h) - strip.Sector.Level(strip.Column, h)));

    private int[] Place(IEnumerable<Strip> strips, int part)
    {
        List<int> places = [];
        foreach (Strip strip in strips)
        {
            for (int i = 0; i < strip.Length * layout.Width; i++)
            {
                // A diagonal element has no imaginary part.
                if (layout.IsComplex && strip.IsDiagonal && i % 2 == 1)
                {
                    continue;
                }

                int at = strip.Offset + i;
                (partAt[at], rowAt[at]) = (part, places.Count);
                places.Add(at);
            }
        }

        return [.. places];
    }

    // Everything that feeds one element: G rho + rho G+ from its own sector, K rho K+ from the sources.
    private void AddElement(SparseRows matrix, int part, Strip strip, int i, (BandOperator Drift, SectorMap[] Incoming) image)
    {
        (int row, int column) = (strip.Row + i, strip.Column + i);
        var target = new Target(matrix, part, strip.Offset + (i * layout.Width), strip.IsDiagonal);
        foreach ((int offset, Complex[] elements) in image.Drift.Bands)
        {
            Add(target, elements[row], strip.Sector, row - offset, column);
            Add(target, Complex.Conjugate(elements[column]), strip.Sector, row, column - offset);
        }

        foreach (SectorMap map in image.Incoming)
        {
            foreach (Shift left in map.Shifts)
            {
                int sourceRow = left.SourceOf(row);
                foreach (Shift right in map.Shifts)
                {
                    int sourceColumn = right.SourceOf(column);
                    if (sourceRow >= 0 && sourceColumn >= 0)
                    {
                        Add(target, At(left, row) * Complex.Conjugate(At(right, column)), map.Source, sourceRow, sourceColumn);
                    }
                }
            }
        }
    }

    private static Complex At(Shift shift, int state) => new(shift.Re[state], shift.IsReal ? 0 : shift.Im[state]);

    private void Add(Target target, Complex weight, Sector source, int row, int column)
    {
        if (weight == Complex.Zero || Math.Min(row, column) < 0 || Math.Max(row, column) >= source.Dimension)
        {
            return;
        }

        // Above the diagonal the conjugate of the element below is read.
        double sign = row < column ? -1 : 1;
        (row, column) = (Math.Max(row, column), Math.Min(row, column));
        if ((layout.IsDiagonal && row != column) || layout.StripThrough(source, row, column) is not { } strip)
        {
            return;
        }

        int at = strip.Offset + ((row - strip.Row) * layout.Width);
        if (partAt[at] != target.Part)
        {
            return;
        }

        target.Matrix.Add(rowAt[target.At], rowAt[at], weight.Real);
        if (!layout.IsComplex)
        {
            return;
        }

        if (row != column)
        {
            target.Matrix.Add(rowAt[target.At], rowAt[at + 1], -sign * weight.Imaginary);
        }

        if (!target.IsDiagonal)
        {
            target.Matrix.Add(rowAt[target.At + 1], rowAt[at], weight.Imaginary);
            if (row != column)
            {
                target.Matrix.Add(rowAt[target.At + 1], rowAt[at + 1], sign * weight.Real);
            }
        }
    }

    private sealed record Part(int[] Places, EnvelopeLu Factors);

    private readonly record struct Target(SparseRows Matrix, int Part, int At, bool IsDiagonal);
}
