using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// The rate equations of the populations <c>p_r = rho_rr</c> where diagonals evolve among themselves:
/// <c>dp_r/dt = 2 Re G_rr p_r + sum_K |K_rs|^2 p_s</c>.
/// </summary>
internal sealed class PopulationGenerator : IOdeSystem
{
    private readonly StateLayout layout;
    private readonly double[][] loss;
    private readonly (Sector Source, Shift Rates)[][] gain;
    private readonly WorkShare work;
    private readonly TraceNorm norm;

    /// <summary>Prepares the generator.</summary>
    /// <param name="layout">The layout of the state; diagonal.</param>
    /// <param name="operators">What the generator is.</param>
    /// <param name="threads">The number of threads.</param>
    public PopulationGenerator(StateLayout layout, SectorOperators operators, int threads)
    {
        this.layout = layout;
        loss = [.. operators.Drift.Select(g => Array.ConvertAll(g.Bands[0], element => 2 * element.Real))];
        gain = [.. operators.Incoming.Select(maps => maps.SelectMany(map => map.Shifts.Select(shift => (map.Source, Squared(shift)))).ToArray())];
        work = new WorkShare(layout.Graph, (sector, _) => 1 + gain[sector.Index].Length, threads);
        norm = new TraceNorm(layout, threads);
    }

    /// <inheritdoc/>
    public int Length => layout.Length;

    /// <inheritdoc/>
    public double Norm(double[] v) => norm.Of(v);

    /// <inheritdoc/>
    public void Evaluate(double t, double[] y, double[] derivative) => work.Run((sector, from, to) =>
    {
        int offset = layout.Offset(sector);
        Span<double> target = derivative.AsSpan(offset, sector.Dimension);
        target[from..to].Clear();
        RowKernels.AddWeighted(target[from..to], 1, loss[sector.Index].AsSpan(from), y.AsSpan(offset + from, to - from));
        foreach ((Sector source, Shift rates) in gain[sector.Index])
        {
            AddGain(target, from, to, rates, y.AsSpan(layout.Offset(source), source.Dimension));
        }
    });

    // The part of every run of the shift that falls into the rows of this piece.
    private static void AddGain(Span<double> target, int from, int to, Shift rates, ReadOnlySpan<double> populations)
    {
        for (int run = 0; run < rates.Count; run++)
        {
            int start = (run * rates.TargetStride) + rates.TargetStart;
            int first = Math.Max(from, start);
            int last = Math.Min(to, start + rates.Length);
            if (first < last)
            {
                int source = (run * rates.SourceStride) + rates.SourceStart + (first - start);
                RowKernels.AddWeighted(target[first..last], 1, rates.Re.AsSpan(first), populations[source..]);
            }
        }
    }

    private static Shift Squared(Shift shift) => shift with
    {
        Re = [.. shift.Re.Select((re, r) => (re * re) + (shift.IsReal ? 0 : shift.Im[r] * shift.Im[r]))],
        Im = [],
    };
}
