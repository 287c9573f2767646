using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.State;

namespace FiniteNCheck.Exact.Window;

/// <summary>
/// A window that stays as it is for a while: the strips that a state lies in, the generator on them, and what leaves them for the ring of elements
/// around.
/// </summary>
internal sealed class StripWindow
{
    private readonly StripProgram ring;
    private readonly TraceNorm ringNorm;
    private readonly TraceNorm sidesNorm;
    private readonly double[] ringRates;

    /// <summary>Prepares a window.</summary>
    /// <param name="layout">What is held: the active strips and everything that feeds them or is fed by them.</param>
    /// <param name="active">The active strips.</param>
    /// <param name="terms">The terms of the generator, ready for all that is held.</param>
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
        ring = new StripProgram(layout, around, terms.Of, threads);
        ringNorm = new TraceNorm(around, layout.Width, threads);
        HashSet<Sector> sectors = [.. inside.Select(strip => strip.Sector)];
        sidesNorm = new TraceNorm(around.Where(strip => active.OnDiagonalOf(strip) is null && sectors.Contains(strip.Sector)), layout.Width, threads);

        void AddRing(Strip strip, int from, int to)
        {
            if (from < to)
            {
                around.Add(strip with { Row = strip.Row + from, Column = strip.Column + from, Length = to - from, Offset = ringNumbers });
                ringNumbers += (to - from) * layout.Width;
            }
        }
    }

    /// <summary>The strips that the state lies in.</summary>
    public StripSet Active { get; }

    /// <summary>The generator on the active strips.</summary>
    public BandedGenerator Generator { get; }

    /// <summary>The norm of the part of the derivative that falls outside the active strips.</summary>
    /// <param name="state">The state.</param>
    public double Leak(double[] state)
    {
        ring.Run(new StripUpdate(state, ringRates, 1, 0, 0, null, 0));
        return ringNorm.Of(ringRates);
    }

    /// <summary>The part of the last <see cref="Leak"/> that falls on diagonals without an active strip, in sectors that have some: coherences too far from the main diagonal.</summary>
    public double LeakSideways() => sidesNorm.Of(ringRates);
}
