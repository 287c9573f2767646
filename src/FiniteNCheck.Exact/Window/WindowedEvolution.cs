using System.Collections.Immutable;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Checkpoints;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Window;

/// <summary>
/// The evolution of the elements that matter, in a window of strips that follows the state. Elements outside are zero, and what that does to
/// the state is bounded: with <c>R</c> the part of the derivative that falls outside the window, <c>||rho(t) - window(t)||_1 &lt;= ||dropped||_1 + int ||R||_1 ds</c>,
/// because the exact evolution contracts the trace norm (Duhamel).
/// </summary>
/// <remarks>
/// The state lies in the active strips. The layout holds one more ring of elements around them, all zero, so that every element that feeds an active one
/// or is fed by one is there; the derivative on the ring is <c>R</c>. The integral takes the larger value of <c>||R||</c> at either end of each step.
/// </remarks>
internal sealed class WindowedEvolution : Evolution
{
    // Shares of the tolerance: for R, and for what is dropped when the window is cut.
    private const double LeakShare = 0.3;
    private const double DropShare = 0.09;
    private const double InitialShare = 0.01;
    private const double StepShare = 0.5;

    /// <summary>States of the window's size that a run holds, room to grow included.</summary>
    public const double VectorsHeld = (1.2 * ChebyshevPropagator.VectorsHeld) + 2;

    private const int SmallestMargin = 3;
    private const int FirstMargin = 7;
    private const int FirstSide = 1;

    // A margin wider than this part of the longest strip costs more than the shorter steps that do without it.
    private const double LargestMargin = 0.08;

    // What leaks within so short a step does so at an early order in the step, which shorter ones do not help against.
    private const int MostHalvings = 3;
    private const int StepsBetweenCuts = 8;

    private readonly SectorGraph graph;
    private readonly Representation representation;
    private readonly double tolerance;
    private readonly double end;
    private readonly int threads;
    private readonly double memory;
    private readonly TermCache terms;
    private readonly ImmutableArray<Displacement> stencil;
    private readonly bool[] movesJ;
    private readonly bool[] movesM;

    private StateLayout layout;
    private double[] state;
    private double[] before = [];
    private StripWindow window;
    private double leak;
    private double threshold;
    private double cutAt;
    private double dropped;
    private double leaked;
    private double longestStep = double.PositiveInfinity;
    private int margin = FirstMargin;
    private int side = FirstSide;
    private int halvings;
    private int stepsSinceCut;
    private long mostNumbers;

    /// <summary>Prepares the product state of a system.</summary>
    /// <param name="system">The system, in its final frame; every rate diagonal.</param>
    /// <param name="operators">What the generator is.</param>
    /// <param name="representation">How the state is held.</param>
    /// <param name="tolerance">Bound of the whole error at the end, in trace norm.</param>
    /// <param name="end">The end of the evolution.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="memory">Bytes that may be used.</param>
    public WindowedEvolution(
        CollectiveSystem system, SectorOperators operators, Representation representation, double tolerance, double end, int threads, double memory)
    {
        graph = operators.Graph;
        this.representation = representation;
        this.tolerance = tolerance;
        this.end = end;
        this.threads = threads;
        this.memory = memory;
        terms = new TermCache(operators, representation);
        stencil = Displacement.Of(graph, operators, representation);
        movesJ = [.. graph.Spins.Select((_, block) => stencil.Any(change => change.In(block).J != 0))];
        movesM = [.. graph.Spins.Select((_, block) => stencil.Any(change => change.In(block) is not { Row: 0, Column: 0 }))];

        double budget = InitialShare * tolerance;
        var initial = new InitialWindow(system, representation, LogThreshold(system, tolerance), threads, operators.Preparation);
        dropped = budget;
        layout = new StateLayout(graph, representation, initial.Strips(graph));
        Require(layout.Length);
        state = new InitialDensity(system).Write(layout, threads);
        threshold = budget / Math.Sqrt(SectorGraph.DensitySize(system.Spins));
        (layout, state, window) = Cut(Kept(budget), margin, side);
        leak = window.Leak(state);
        RoundingError = RoundingOfStart(system.Spins);
    }

    /// <summary>
    /// Logarithm of the threshold of the first window: what lies below it everywhere amounts to no more than the threshold times the number of elements.
    /// </summary>
    /// <param name="system">The system.</param>
    /// <param name="tolerance">Bound of the whole error, in trace norm.</param>
    public static double LogThreshold(CollectiveSystem system, double tolerance) =>
        Math.Log(InitialShare * tolerance / SectorGraph.DensitySize(system.Spins));

    /// <inheritdoc/>
    public override StateLayout Layout => layout;

    /// <inheritdoc/>
    public override double[] State => state;

    /// <summary>Whether the window stays as it is, whatever that does to the bound.</summary>
    public bool Frozen { get; init; }

    /// <inheritdoc/>
    public override double? WindowError => dropped + leaked;

    /// <inheritdoc/>
    public override long MostNumbers => mostNumbers;

    /// <inheritdoc/>
    public override void StepTowards(double time, CancellationToken cancellationToken)
    {
        if (!Frozen && RestsUntil(window.Generator, time, StepShare * tolerance / end, leak))
        {
            return;
        }

        if (before.Length < state.Length)
        {
            before = new double[state.Length];
        }

        Array.Copy(state, before, state.Length);
        double rest = time - Time;
        ChebyshevStep step = Propagator.Step(window.Generator, state, Math.Min(rest, longestStep), StepShare * tolerance / end, cancellationToken);
        double leakAfter = window.Leak(state);
        double worst = Math.Max(leak, leakAfter);
        double allowed = LeakShare * tolerance / end;
        if (worst > allowed && !Frozen)
        {
            Array.Copy(before, state, state.Length);
            Widen(step.Length, leak > allowed, sideways: window.LeakSideways() > leakAfter / 2);
            return;
        }

        IntegrationError += step.Error;
        RoundingError += step.Rounding;
        leaked += step.Length * worst;
        leak = leakAfter;
        MoveOn(step.Length, time);
        stepsSinceCut++;
        halvings = 0;
        longestStep *= worst < allowed / 100 ? 1.4 : 1;
        if (!Frozen && (stepsSinceCut >= StepsBetweenCuts || worst > allowed / 10))
        {
            bool calm = leak < allowed / 1000;
            if (calm && stepsSinceCut >= StepsBetweenCuts)
            {
                margin = Math.Max(SmallestMargin, margin / 2);
                side /= 2;
            }

            CutAnew();
        }
    }

    /// <inheritdoc/>
    public override void Write(CheckpointWriter writer)
    {
        base.Write(writer);
        new WindowAccount(threshold, cutAt, dropped, leaked, longestStep, leak, margin, side, halvings, stepsSinceCut, mostNumbers).Write(writer);
        window.Active.Write(writer);
        terms.Write(writer);
        writer.Write(state.AsSpan());
    }

    /// <inheritdoc/>
    protected override Action ReadState(CheckpointReader reader)
    {
        var account = WindowAccount.Read(reader);
        var kept = StripSet.Read(reader, graph, representation);
        (Sector Sector, int From, int To)[] ranges = terms.Read(reader);
        StripSet held = Held(kept);
        double[] saved = reader.Numbers((held.Elements * layout.Width) + (2 * StateLayout.Guard));
        return () =>
        {
            (threshold, cutAt, dropped, leaked, longestStep, leak, margin, side, halvings, stepsSinceCut, mostNumbers) = account;
            (layout, state) = (new StateLayout(graph, representation, held.Ordered()), saved);
            terms.Restore(ranges, threads);
            window = Prepare(layout, kept);
        };
    }

    // The step ran out of the window: make room, or go in smaller steps where there is as much as pays and they help. Room ends where all is held:
    // then nothing leaks.
    private void Widen(double step, bool fromTheStart, bool sideways)
    {
        int wider = (2 * (sideways ? side : margin)) + 1;
        double pays = Math.Max(FirstMargin, LargestMargin * layout.Strips.Max(strip => strip.Length));
        if (fromTheStart || halvings >= MostHalvings || (sideways ? 4 * wider : wider) <= pays)
        {
            (int more, int moreSide) = sideways ? (0, wider - side) : (wider - margin, 0);
            (margin, side) = (margin + more, side + moreSide);
            if (Time > cutAt)
            {
                CutAnew();
            }
            else
            {
                // What was cut just now has the old margin around it.
                (layout, state, window) = Cut(window.Active, more, moreSide);
                leak = window.Leak(state);
            }

            return;
        }

        longestStep = step / 2;
        halvings++;
        if (stepsSinceCut > 0)
        {
            CutAnew();
        }
    }

    private void CutAnew()
    {
        (layout, state, window) = Cut(Kept(DropShare * tolerance * (Time - cutAt) / end), margin, side);
        leak = window.Leak(state);
        cutAt = Time;
    }

    // The strips above the highest threshold that drops no more than a budget.
    private StripSet Kept(double budget)
    {
        threshold *= 8;
        while (true)
        {
            var kept = new StripSet();
            double lost = 0;
            foreach (Strip strip in layout.Strips)
            {
                lost += Keep(kept, strip);
            }

            if (lost <= budget)
            {
                dropped += lost;
                return kept;
            }

            threshold = threshold < 1e-300 ? 0 : threshold / 4;
        }
    }

    // Adds what lies between the first and the last element above the threshold; returns the sum of the moduli of the rest.
    private double Keep(StripSet kept, Strip strip)
    {
        ReadOnlySpan<double> values = state.AsSpan(strip.Offset, strip.Length * layout.Width);
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

        first /= layout.Width;
        last /= layout.Width;
        if (first < strip.Length)
        {
            kept.Add(strip with { Row = strip.Row + first, Column = strip.Column + first, Length = last - first + 1 });
        }

        double lost = 0;
        for (int i = 0; i < values.Length; i++)
        {
            lost += i / layout.Width < first || i / layout.Width > last ? Math.Abs(values[i]) : 0;
        }

        return strip.IsDiagonal ? lost : 2 * lost;
    }

    // A layout of the elements kept, a margin and a ring.
    private (StateLayout Layout, double[] State, StripWindow Window) Cut(StripSet kept, int around, int aside)
    {
        AddMargin(kept, around, aside);
        StripSet held = Held(kept);
        Require(held.Elements * layout.Width);
        var next = new StateLayout(graph, representation, held.Ordered());
        double[] moved = layout.CopyTo(state, next);

        // What the previous layout held outside the active strips was dropped already.
        Clear(moved, next, kept);
        mostNumbers = Math.Max(mostNumbers, next.Numbers);
        stepsSinceCut = 0;
        return (next, moved, Prepare(next, kept));
    }

    // The active strips and everything that feeds them or is fed by them.
    private StripSet Held(StripSet kept)
    {
        var held = new StripSet();
        foreach (Strip strip in kept.Strips)
        {
            held.Add(strip);
        }

        held.Spread(graph, stencil);
        return held;
    }

    private StripWindow Prepare(StateLayout next, StripSet kept)
    {
        terms.Prepare(next.Strips, threads);
        Propagator.Resize(next.Length);
        return new StripWindow(next, kept, terms, threads);
    }

    private static void Clear(double[] values, StateLayout layout, StripSet kept)
    {
        foreach (Strip strip in layout.Strips)
        {
            Span<double> all = values.AsSpan(strip.Offset, strip.Length * layout.Width);
            if (kept.OnDiagonalOf(strip) is { } own)
            {
                int from = (own.Row - strip.Row) * layout.Width;
                all[..from].Clear();
                all[(from + (own.Length * layout.Width))..].Clear();
            }
            else
            {
                all.Clear();
            }
        }
    }

    // Room for the state to move in J and M; coherences change their reach more slowly.
    private void AddMargin(StripSet kept, int around, int aside)
    {
        int blocks = graph.Spins.Length;
        for (int block = 0; block < blocks; block++)
        {
            foreach (int reach in Reaches(around))
            {
                kept.Spread(graph, movesJ[block] ? Both(block, (reach, 0, 0)) : []);
                kept.Spread(graph, movesM[block] ? Both(block, (0, reach, reach)) : []);
            }

            foreach (int reach in Reaches(representation == Representation.Populations ? 0 : aside))
            {
                kept.Spread(graph, movesM[block] ? Both(block, (0, reach, 0)) : []);
            }
        }

        IEnumerable<Displacement> Both(int block, (int J, int Row, int Column) change) =>
            [Displacement.InBlock(blocks, block, change), Displacement.InBlock(blocks, block, (-change.J, -change.Row, -change.Column))];

        // 1, 2, 4, ... and what is left: a spread by no more than was there before leaves no gaps.
        static IEnumerable<int> Reaches(int margin)
        {
            for (int reach = 1; margin > 0; reach *= 2)
            {
                yield return Math.Min(reach, margin);
                margin -= reach;
            }
        }
    }

    private void Require(double numbers)
    {
        double bytes = numbers * 8 * VectorsHeld;
        if (bytes > memory || numbers > RunEstimate.LongestArray / 1.2)
        {
            throw new InputException(
                $"the window that keeps the error below {Numeral.Exact(tolerance)} holds {Numeral.Of(numbers, 4)} real numbers at t = {Numeral.Of(Time, 4)} and needs {Numeral.Bytes(bytes)} of the {Numeral.Bytes(memory)} allowed. Ask for a larger tolerance, a smaller n or shorter times, or give more memory.");
        }
    }
}
