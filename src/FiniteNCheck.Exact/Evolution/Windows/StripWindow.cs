using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Generator.Kernels;

namespace FiniteNCheck.Exact.Evolution.Windows;

/// <summary>
/// A window for as long as it stays the same: the strips that the state lies in, the generator on them, and what leaves them for the ring
/// of elements around.
/// </summary>
internal sealed class StripWindow
{
    private readonly StripProgram ring;
    private readonly TraceNorm ringNorm;
    private readonly TraceNorm sidesNorm;
    private readonly double[] ringRates;

    /// <summary>Prepares a window.</summary>
    /// <param name="layout">The active strips and everything that feeds them or is fed by them.</param>
    /// <param name="active">The active strips.</param>
    /// <param name="terms">The terms of the generator, prepared for the whole layout.</param>
    /// <param name="threads">The number of threads.</param>
    public StripWindow(StateLayout layout, StripSet active, TermCache terms, int threads)
    {
        Active = active;
        List<Strip> inside = [];
        List<Strip> around = [];
        int ringNumbers = StateLayout.Guard;
        foreach (Strip strip in layout.Strips)
        {
            int from = strip.Length;
            int to = strip.Length;
            if (active.OnDiagonalOf(strip) is { } own)
            {
                from = own.Row - strip.Row;
                to = from + own.Length;
                inside.Add(own with { Offset = strip.Offset + (from * layout.Width) });
            }

            AddRing(strip, 0, from);
            AddRing(strip, to, strip.Length);
        }

        ringRates = new double[ringNumbers + StateLayout.Guard];
        Generator = new BandedGenerator(layout, inside, terms, threads);
        ring = new StripProgram(layout, around, terms.Get, threads);
        ringNorm = new TraceNorm(around, layout.Width, threads);
        HashSet<Sector> sectors = [.. inside.Select(strip => strip.Sector)];
        IEnumerable<Strip> sides = around.Where(strip => active.OnDiagonalOf(strip) is null && sectors.Contains(strip.Sector));
        sidesNorm = new TraceNorm(sides, layout.Width, threads);

        void AddRing(Strip strip, int from, int to)
        {
            if (from < to)
            {
                around.Add(strip.Part(from, to - from) with { Offset = ringNumbers });
                ringNumbers += (to - from) * layout.Width;
            }
        }
    }

    /// <summary>The strips that the state lies in.</summary>
    public StripSet Active { get; }

    /// <summary>The generator on the active strips.</summary>
    public BandedGenerator Generator { get; }

    /// <summary>Computes the trace norm of the derivative outside the active strips.</summary>
    /// <param name="numbers">The state, in the layout of the window.</param>
    public double Leak(double[] numbers)
    {
        ring.Run(new StripUpdate(numbers, ringRates));
        return ringNorm.Compute(ringRates);
    }

    /// <summary>
    /// The part of the last <see cref="Leak"/> on diagonals without an active strip, in sectors that have active strips: coherences that
    /// reach too far from the main diagonal.
    /// </summary>
    public double LeakSideways() => sidesNorm.Compute(ringRates);
}
