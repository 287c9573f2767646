using System.Buffers;
using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// Applies <c>d rho/dt = G rho + rho G+ + sum_K K rho K+</c> to full matrices, real or complex, matrix-free. Each row of each target sector is
/// gathered from the rows it needs: <c>(K rho) row</c> first, then the columns through <c>K+</c>. Packed rows are computed up to the diagonal.
/// </summary>
internal sealed class DensityGenerator : IOdeSystem
{
    private readonly StateLayout layout;
    private readonly SectorOperators operators;
    private readonly Shift[][] drift;
    private readonly DenseRows[] denseDrift;
    private readonly DenseRows[][] rates;
    private readonly WorkShare work;
    private readonly TraceNorm norm;
    private readonly double[] between;

    /// <summary>Prepares the generator.</summary>
    /// <param name="layout">The layout of the state; real or complex.</param>
    /// <param name="operators">What the generator is.</param>
    /// <param name="threads">The number of threads.</param>
    public DensityGenerator(StateLayout layout, SectorOperators operators, int threads)
    {
        this.layout = layout;
        this.operators = operators;
        drift = [.. operators.Drift.Select(g => g.Bands.Select(band => JumpFactors.Band(g.Dimension, band.Key, band.Value)).ToArray())];
        denseDrift = [.. operators.DenseDrift.Select(matrix => new DenseRows(matrix))];
        rates = [.. operators.Tilted.Select(channel => channel.Rates.Select(matrix => new DenseRows(matrix)).ToArray())];
        between = operators.IsBanded ? [] : new double[layout.Length];
        work = new WorkShare(layout.Graph, RowCost, threads);
        norm = new TraceNorm(layout, threads);
        if (!layout.IsComplex)
        {
            RequireReal();
        }
    }

    /// <inheritdoc/>
    public int Length => layout.Length;

    /// <inheritdoc/>
    public double Norm(double[] v) => norm.Of(v);

    /// <inheritdoc/>
    public void Evaluate(double t, double[] y, double[] derivative)
    {
        work.Run((sector, from, to) =>
        {
            double[] scratch = ArrayPool<double>.Shared.Rent(2 * sector.Dimension * MostSourceStretch);
            for (int r = from; r < to; r++)
            {
                Row row = OwnRow(derivative, sector, r);
                row.Clear();
                AddDrift(row, y, sector, r);
                AddJumps(row, y, operators.Incoming[sector.Index], r, scratch);
                CopyToHalos(row, derivative, sector, r);
            }

            ArrayPool<double>.Shared.Return(scratch);
        });
        for (int channel = 0; channel < operators.Tilted.Length; channel++)
        {
            AddTilted(channel, y, derivative);
        }
    }

    // A source sector has at most three times the states of its target (J = 0 fed by J = 1).
    private const int MostSourceStretch = 3;

    private void AddTilted(int channel, double[] y, double[] derivative)
    {
        // between = Gamma rho Gamma, row by row: t = (Gamma rho)_r, then t Gamma.
        work.Run((sector, from, to) =>
        {
            double[] scratch = ArrayPool<double>.Shared.Rent(2 * sector.Dimension);
            DenseRows rate = rates[channel][sector.Index];
            for (int r = from; r < to; r++)
            {
                Row half = Scratch(scratch, sector.Dimension);
                half.Clear();
                for (int k = 0; k < sector.Dimension; k++)
                {
                    half.Add(rate[r, k], RowOf(y, sector, k));
                }

                Row full = RowOf(between, sector, r);
                full.Clear();
                rate.AddRowTimes(full, half);
            }

            ArrayPool<double>.Shared.Return(scratch);
        });
        SectorMap[][] incoming = operators.Tilted[channel].Incoming;
        work.Run((sector, from, to) =>
        {
            double[] scratch = ArrayPool<double>.Shared.Rent(2 * sector.Dimension * MostSourceStretch);
            for (int r = from; r < to; r++)
            {
                AddJumps(RowOf(derivative, sector, r), between, incoming[sector.Index], r, scratch);
            }

            ArrayPool<double>.Shared.Return(scratch);
        });
    }

    // (G rho + rho G+)_r: rows of rho through G, then columns through G+.
    private void AddDrift(Row row, double[] y, Sector sector, int r)
    {
        Row own = RowOf(y, sector, r);
        if (!operators.IsBanded)
        {
            DenseRows g = denseDrift[sector.Index];
            for (int k = 0; k < sector.Dimension; k++)
            {
                row.Add(g[r, k], RowOf(y, sector, k));
            }

            g.AddRowTimesAdjoint(row, own);
            return;
        }

        foreach (Shift band in drift[sector.Index])
        {
            int source = band.SourceOf(r);
            if (source >= 0)
            {
                row.Add(Element(band, r), RowOf(y, sector, source));
            }

            row.AddRight(Complex.One, band, own);
        }
    }

    // (K rho K+)_r for every factor that leads here.
    private void AddJumps(Row row, double[] y, SectorMap[] incoming, int r, double[] scratch)
    {
        foreach (SectorMap map in incoming)
        {
            Row left = LeftRow(map, y, r, scratch, out Complex factor);
            if (factor == Complex.Zero)
            {
                continue;
            }

            foreach (Shift shift in map.Shifts)
            {
                row.AddRight(factor, shift, left);
            }
        }
    }

    // The row (K rho)_r as a factor times a row: one shift needs no arithmetic, more are summed in scratch.
    private Row LeftRow(SectorMap map, double[] y, int r, double[] scratch, out Complex factor)
    {
        if (map.Shifts.Length == 1)
        {
            int source = map.Shifts[0].SourceOf(r);
            factor = source < 0 ? Complex.Zero : Element(map.Shifts[0], r);
            return source < 0 ? default : RowOf(y, map.Source, source);
        }

        // Packed rows differ in length; the shortest one reaches as far as the columns that K+ asks for.
        factor = Complex.Zero;
        int length = int.MaxValue;
        foreach (Shift shift in map.Shifts)
        {
            int source = shift.SourceOf(r);
            length = source < 0 ? length : Math.Min(length, layout.RowLength(map.Source, source));
        }

        if (length == int.MaxValue)
        {
            return default;
        }

        Row sum = Scratch(scratch, length);
        sum.Clear();
        factor = Complex.One;
        foreach (Shift shift in map.Shifts)
        {
            int source = shift.SourceOf(r);
            if (source >= 0)
            {
                sum.Add(Element(shift, r), RowOf(y, map.Source, source));
            }
        }

        return sum;
    }

    // All that a state holds of a row.
    private Row RowOf(double[] state, Sector sector, int r) => RowOf(state, layout.Offset(sector, r), layout.RowLength(sector, r));

    // The part of a row that is computed.
    private Row OwnRow(double[] state, Sector sector, int r) => RowOf(state, layout.Offset(sector, r), layout.OwnLength(sector, r));

    private Row RowOf(double[] state, int at, int length) =>
        new(state.AsSpan(at, length), layout.IsComplex ? state.AsSpan(layout.PlaneSize + at, length) : default);

    // Row r ends the halos of the rows just above it: their columns r are the conjugates of its last elements before the diagonal.
    private void CopyToHalos(Row row, double[] state, Sector sector, int r)
    {
        if (!layout.IsPacked)
        {
            return;
        }

        // Columns past the last are there only to keep rows regular.
        for (int beyond = sector.Dimension; beyond < layout.RowLength(sector, r); beyond++)
        {
            int at = layout.Offset(sector, r) + beyond;
            state[at] = 0;
            if (layout.IsComplex)
            {
                state[layout.PlaneSize + at] = 0;
            }
        }

        for (int above = Math.Max(0, r - StateLayout.Halo); above < r; above++)
        {
            int at = layout.Offset(sector, above) + r;
            state[at] = row.Re[above];
            if (layout.IsComplex)
            {
                state[layout.PlaneSize + at] = -row.Im[above];
            }
        }
    }

    private Row Scratch(double[] scratch, int length) =>
        new(scratch.AsSpan(0, length), layout.IsComplex ? scratch.AsSpan(length, length) : default);

    private static Complex Element(Shift shift, int target) => new(shift.Re[target], shift.IsReal ? 0 : shift.Im[target]);

    private double RowCost(Sector sector, int r)
    {
        double sparse = (2 * drift[sector.Index].Length) + operators.Incoming[sector.Index].Sum(map => (2 * map.Shifts.Length) - 1);
        double dense = operators.IsBanded ? 0 : sector.Dimension * 2.0 * (1 + operators.Tilted.Length);
        return layout.OwnLength(sector, r) * (1 + sparse + dense) * (layout.IsComplex ? 3 : 1);
    }

    private void RequireReal()
    {
        bool real = drift.SelectMany(bands => bands)
            .Concat(operators.Incoming.Concat(operators.Tilted.SelectMany(channel => channel.Incoming)).SelectMany(maps => maps).SelectMany(map => map.Shifts))
            .All(shift => shift.IsReal);
        if (!real || denseDrift.Concat(rates.SelectMany(ofChannel => ofChannel)).Any(matrix => !matrix.IsReal))
        {
            throw new InvalidOperationException("A real representation was chosen for a generator with complex elements.");
        }
    }
}
