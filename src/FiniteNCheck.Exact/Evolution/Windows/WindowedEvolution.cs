using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution.Checkpoints;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Evolution.Windows;

/// <summary>
/// The evolution of the elements that matter, in a window of strips that follows the state. Elements outside are set to zero, and the error
/// this makes is bounded: with <c>R</c> the part of the derivative that falls outside the window,
/// <c>||rho(t) - window(t)||_1 &lt;= ||dropped||_1 + int ||R||_1 ds</c>, because the exact evolution contracts the trace norm (Duhamel).
/// </summary>
/// <remarks>
/// The state lies in the active strips. The layout stores one more ring of elements around them, all zero, so that every element that feeds
/// an active one or is fed by one is there; the derivative on the ring is <c>R</c>. The integral takes the larger value of <c>||R||</c> at
/// the two ends of each step.
/// </remarks>
internal sealed class WindowedEvolution : StateEvolution
{
    /// <summary>States of the window's size that a run holds in memory, room to grow included.</summary>
    public const double VectorsHeld = (1.2 * ChebyshevPropagator.VectorsHeld) + 2;

    // Shares of the tolerance: for R, for what is dropped when the window is cut, for the initial window, and for the integration.
    private const double LeakShare = 0.3;
    private const double DropShare = 0.09;
    private const double InitialShare = 0.01;
    private const double StepShare = 0.5;

    private const int MinMargin = 3;
    private const int FirstMargin = 7;
    private const int FirstSide = 1;

    // A margin wider than this share of the longest strip costs more than the shorter steps that do without it.
    private const double MaxMarginShare = 0.08;

    // What leaks within so short a step does so at low order in the step length, against which even shorter steps do not help.
    private const int MaxHalvings = 3;
    private const int StepsBetweenCuts = 8;

    private readonly SectorGraph graph;
    private readonly Representation representation;
    private readonly double tolerance;
    private readonly double end;
    private readonly int threads;
    private readonly double memory;
    private readonly TermCache terms;
    private readonly WindowStencil stencil;

    private WindowState control = new() { Margin = FirstMargin, Side = FirstSide };
    private DensityMatrix state;
    private double[] before = [];
    private StripWindow window;

    /// <summary>Prepares the initial state of a system, or another matrix.</summary>
    /// <param name="system">The system, in its final frame; every rate diagonal.</param>
    /// <param name="operators">The operators of the generator.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="tolerance">Bound of the whole error at the end, in trace norm.</param>
    /// <param name="end">The end of the evolution.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="memory">Memory that may be used, in bytes.</param>
    /// <param name="start">The matrix, of a trace norm of at most 1; <see langword="null"/> for the initial state.</param>
    public WindowedEvolution(
        CollectiveSystem system,
        SectorOperators operators,
        Representation representation,
        double tolerance,
        double end,
        int threads,
        double memory,
        StartMatrix? start = null)
    {
        graph = operators.Graph;
        this.representation = representation;
        this.tolerance = tolerance;
        this.end = end;
        this.threads = threads;
        this.memory = memory;
        terms = new TermCache(operators, representation);
        stencil = new WindowStencil(operators, representation);

        double budget = InitialShare * tolerance;
        start ??= InitialDensity.Of(system, graph.Vertices[0]);
        control.Dropped = budget;
        var layout = new StateLayout(
            graph,
            representation,
            InitialStrips.Of(start, system, graph, representation, LogThreshold(system, tolerance), threads, operators.Preparation));
        Require(layout.Length);
        state = start.Fill(layout, threads);
        control.Threshold = budget / Math.Sqrt(CountElements(system));
        window = MoveTo(SelectStrips(budget), control.Margin, control.Side);
        RoundingError = start.Rounding;
    }

    /// <inheritdoc/>
    public override DensityMatrix State => state;

    /// <summary>Whether the window stays as it is, whatever that does to the error bound.</summary>
    public bool Frozen { get; init; }

    /// <inheritdoc/>
    public override double? WindowError => control.Dropped + control.Leaked;

    /// <inheritdoc/>
    public override long MaxNumbers => control.MaxNumbers;

    // Error and leak allowed per unit of time.
    private double AllowedError => StepShare * tolerance / end;

    private double AllowedLeak => LeakShare * tolerance / end;

    /// <summary>
    /// Logarithm of the threshold of the initial window. The elements below it add up to at most the threshold times the number of
    /// elements.
    /// </summary>
    /// <param name="system">The system.</param>
    /// <param name="tolerance">Bound of the whole error, in trace norm.</param>
    public static double LogThreshold(CollectiveSystem system, double tolerance) =>
        Math.Log(InitialShare * tolerance / CountElements(system));

    private static double CountElements(CollectiveSystem system) => BlockReach.Product(system.Reach, block => block.Elements);

    /// <inheritdoc/>
    public override void StepTowards(double time, CancellationToken cancellationToken)
    {
        if (!Frozen && RestsUntil(window.Generator, time, AllowedError, control.Leak))
        {
            return;
        }

        double[] numbers = state.Numbers;
        if (before.Length < numbers.Length)
        {
            before = new double[numbers.Length];
        }

        Array.Copy(numbers, before, numbers.Length);
        double length = Math.Min(time - Time, control.MaxStep);
        ChebyshevStep step = Propagator.Step(window.Generator, numbers, length, AllowedError, cancellationToken);
        double leak = window.Leak(numbers);
        double worst = Math.Max(control.Leak, leak);
        if (worst > AllowedLeak && !Frozen)
        {
            // Undo the step and try again with more room or a shorter step.
            Array.Copy(before, numbers, numbers.Length);
            Widen(step.Length, control.Leak > AllowedLeak, sideways: window.LeakSideways() > leak / 2);
            return;
        }

        IntegrationError += step.Error;
        RoundingError += step.Rounding;
        control.Leaked += step.Length * worst;
        control.Leak = leak;
        Advance(step.Length, time);
        control.StepsSinceCut++;
        control.Halvings = 0;
        control.MaxStep *= worst < AllowedLeak / 100 ? 1.4 : 1;
        if (!Frozen && (control.StepsSinceCut >= StepsBetweenCuts || worst > AllowedLeak / 10))
        {
            bool calm = leak < AllowedLeak / 1000;
            if (calm && control.StepsSinceCut >= StepsBetweenCuts)
            {
                control.Margin = Math.Max(MinMargin, control.Margin / 2);
                control.Side /= 2;
            }

            Cut();
        }
    }

    /// <inheritdoc/>
    public override void Write(CheckpointWriter writer)
    {
        base.Write(writer);
        control.Write(writer);
        window.Active.Write(writer);
        SectorRangeList.Write(writer, terms.Ranges);
        writer.Write(state.Numbers.AsSpan());
    }

    /// <inheritdoc/>
    protected override Action ReadState(CheckpointReader reader)
    {
        var saved = WindowState.Read(reader);
        var active = StripSet.Read(reader, graph, representation);
        SectorRange[] ranges = SectorRangeList.Read(reader, graph);
        StripSet stored = stencil.WithRing(active);
        double[] numbers = reader.Numbers((stored.Elements * state.Layout.Width) + (2 * StateLayout.Guard));
        return () =>
        {
            control = saved;
            state = new DensityMatrix(new StateLayout(graph, representation, stored.Ordered()), numbers);
            terms.Restore(ranges, threads);
            window = Prepare(state.Layout, active);
        };
    }

    // Too much leaked during a step. Either the margin grows, or steps become shorter where a wider margin would cost more and shorter
    // steps help. Margins stop growing where everything is stored: then nothing leaks.
    private void Widen(double step, bool fromTheStart, bool sideways)
    {
        int wider = (2 * (sideways ? control.Side : control.Margin)) + 1;
        double maxMargin = Math.Max(FirstMargin, MaxMarginShare * state.Layout.Strips.Max(strip => strip.Length));
        if (fromTheStart || control.Halvings >= MaxHalvings || (sideways ? 4 * wider : wider) <= maxMargin)
        {
            (int moreMargin, int moreSide) = sideways ? (0, wider - control.Side) : (wider - control.Margin, 0);
            control.Margin += moreMargin;
            control.Side += moreSide;
            if (Time > control.CutAt)
            {
                Cut();
            }
            else
            {
                // The window was cut at this very time and has the old margin around it.
                long active = window.Active.Elements;
                window = MoveTo(window.Active, moreMargin, moreSide);
                if (window.Active.Elements == active)
                {
                    // No margin leads there: what leaks goes to the ring.
                    window = MoveTo(stencil.WithRing(window.Active), 0, 0);
                }
            }

            return;
        }

        control.MaxStep = step / 2;
        control.Halvings++;
        if (control.StepsSinceCut > 0)
        {
            Cut();
        }
    }

    private void Cut()
    {
        window = MoveTo(SelectStrips(DropShare * tolerance * (Time - control.CutAt) / end), control.Margin, control.Side);
        control.CutAt = Time;
    }

    // The strips above the highest threshold at which no more than a budget is dropped.
    private StripSet SelectStrips(double budget)
    {
        control.Threshold *= 8;
        while (true)
        {
            var kept = new StripSet();
            double lost = 0;
            foreach (Strip strip in state.Layout.Strips)
            {
                lost += SelectPart(kept, strip);
            }

            if (lost <= budget)
            {
                control.Dropped += lost;
                return kept;
            }

            control.Threshold = control.Threshold < 1e-300 ? 0 : control.Threshold / 4;
        }
    }

    // Adds the part from the first to the last element above the threshold. Returns the sum of the moduli of the rest, a bound of its trace
    // norm.
    private double SelectPart(StripSet kept, Strip strip)
    {
        int width = state.Layout.Width;
        double threshold = control.Threshold;
        ReadOnlySpan<double> values = state.NumbersOf(strip);
        int first = 0;
        while (first < values.Length && Math.Abs(values[first]) <= threshold)
        {
            first++;
        }

        int last = values.Length - 1;
        while (last > first && Math.Abs(values[last]) <= threshold)
        {
            last--;
        }

        first /= width;
        last /= width;
        if (first < strip.Length)
        {
            kept.Add(strip.Part(first, last - first + 1));
        }

        double lost = 0;
        for (int i = 0; i < values.Length; i++)
        {
            lost += i / width < first || i / width > last ? Math.Abs(values[i]) : 0;
        }

        return strip.IsDiagonal ? lost : 2 * lost;
    }

    // Moves the state to the strips kept, with a margin and a ring around them, and measures the leak there.
    private StripWindow MoveTo(StripSet kept, int margin, int side)
    {
        stencil.AddMargin(kept, margin, side);
        StripSet stored = stencil.WithRing(kept);
        Require(stored.Elements * state.Layout.Width);
        var layout = new StateLayout(graph, representation, stored.Ordered());
        DensityMatrix moved = state.CopyTo(layout);

        // What the previous layout stored outside the active strips is accounted for as dropped.
        Clear(moved, kept);
        control.MaxNumbers = Math.Max(control.MaxNumbers, layout.Numbers);
        control.StepsSinceCut = 0;
        StripWindow next = Prepare(layout, kept);
        state = moved;
        control.Leak = next.Leak(moved.Numbers);
        return next;
    }

    private StripWindow Prepare(StateLayout layout, StripSet active)
    {
        terms.Prepare(layout.Strips, threads);
        Propagator.Resize(layout.Length);
        return new StripWindow(layout, active, terms, threads);
    }

    // Sets everything outside the strips kept to zero.
    private static void Clear(DensityMatrix matrix, StripSet kept)
    {
        int width = matrix.Layout.Width;
        foreach (Strip strip in matrix.Layout.Strips)
        {
            Span<double> all = matrix.NumbersOf(strip);
            if (kept.OnDiagonalOf(strip) is { } own)
            {
                int from = (own.Row - strip.Row) * width;
                all[..from].Clear();
                all[(from + (own.Length * width))..].Clear();
            }
            else
            {
                all.Clear();
            }
        }
    }

    private void Require(double numbers)
    {
        double bytes = numbers * 8 * VectorsHeld;
        if (bytes > memory || numbers > Array.MaxLength / 1.2)
        {
            throw new InputException(
                $"the window that keeps the error below {Numeral.Exact(tolerance)} holds {Numeral.Of(numbers, 4)} real numbers "
                + $"at t = {Numeral.Of(Time, 4)} and needs {Numeral.Bytes(bytes)} of the {Numeral.Bytes(memory)} allowed. "
                + "Ask for a larger tolerance, a smaller n or shorter times, or give more memory.");
        }
    }
}
