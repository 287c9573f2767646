using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.Window;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact;

/// <summary>What a run will take, known before anything is allocated.</summary>
/// <param name="StateSize">Real numbers of one state; in a window of the largest along the run, which has held at most four times as many.</param>
/// <param name="Bytes">Bytes of the whole run.</param>
/// <param name="Available">Bytes that it may use.</param>
/// <param name="Seconds">Time of the evolution, roughly: within a factor of four or so.</param>
/// <param name="IsAtLeast">Whether state, memory and time may come out larger: the run is too long to be tried out at a small size, rounding comes near to the tolerance, or a window holds density matrices of several blocks.</param>
public sealed record RunEstimate(double StateSize, double Bytes, long Available, double Seconds, bool IsAtLeast = false)
{
    /// <summary>Seconds from which on a run has to be asked for: a day.</summary>
    public const double LongRun = 86_400;

    // Of one thread: per number and term of one application, per multiplication and addition of dense matrices, and per state or strip and term when
    // the generator is prepared. In a window each number is prepared, and now and then prepared again.
    private const double SecondsPerTerm = 0.9e-9;
    private const double SecondsPerTermInWindow = 1.1e-9;
    private const double SecondsPerProduct = 0.3e-9;
    private const double SecondsPerPreparedState = 5e-6;
    private const double SecondsPerPreparedStrip = 0.3e-6;
    private const double SecondsPerPreparedNumber = 1e-6;

    // The start of a run: mostly compilation.
    private const double SecondsToStart = 0.2;

    // What the weights and places of a window take per number.
    private const double BytesOfPlaces = 60;

    // Where rounding takes this share of the tolerance, a window widens more than its state does.
    private const double RoundingShare = 0.03;

    // About 300 years: nobody waits for that, whatever the machine.
    private const double LongestRun = 1e10;

    /// <summary>One array of doubles cannot hold more elements than this.</summary>
    internal const double LongestArray = 0x7FFFFFC7;

    /// <summary>Whether the run fits.</summary>
    public bool Fits => Bytes <= Available && StateSize <= LongestArray;

    internal static RunEstimate OfFull(CollectiveSystem system, Representation representation, double end, ExactOptions options)
    {
        double density = SectorGraph.DensitySize(system.Spins);
        double diagonal = SectorGraph.DiagonalSize(system.Spins);

        // Half of every Hermitian matrix, its diagonal included.
        double plane = (density + diagonal) / 2;
        double state = representation switch
        {
            Representation.Populations => diagonal,
            Representation.Real => plane,
            _ => 2 * plane,
        };

        double[] shifts = [.. system.Jumps.Select(jump => (double)ShiftsOf(jump.Operator))];
        double bands = BandsOf(system);
        double terms = TermsOf(system);
        double strips = SectorGraph.DensitySize(system.Spins.SkipLast(1)) * SectorGraph.DiagonalSize(system.Spins.TakeLast(1));
        double weights = diagonal * (bands + shifts.Sum(count => 3 * count)) * (representation == Representation.Complex ? 4 : 1);
        double operators = (strips * ((12 * terms) + 100)) + (8 * weights);
        int tilted = system.Jumps.Count(jump => !FrameChoice.IsDiagonal(jump));

        // Full matrices of the decay, of each rate and of the rotations of each block, and two more states: the image and what lies between rate and jump.
        double rotations = system.Spins.Sum(count => SectorGraph.DensitySize([count]));
        double dense = tilted == 0 ? 0 : (16 * density * (tilted + 1)) + (16 * rotations * tilted) + (16 * state);
        double bytes = (8 * state * ChebyshevPropagator.VectorsHeld) + operators + dense;

        // Two products of a channel's rate and one of the decay per application; rates and decay themselves are a dozen more.
        double products = (tilted == 0 ? 0 : (2 * tilted) + 1) * (representation == Representation.Complex ? 4 : 1) * SectorGraph.CubesOfDimensions(system.Spins);
        double perApplication = (SecondsPerTerm * terms * state) + (SecondsPerProduct * products);
        double work = ((ApplicationsOf(system, end) + (tilted == 0 ? 0 : 12)) * perApplication)
            + (terms * ((SecondsPerPreparedState * diagonal) + (SecondsPerPreparedStrip * strips)));
        double seconds = SecondsToStart + (work / options.ThreadCount);
        return new RunEstimate(state, bytes, MemoryOf(options), seconds);
    }

    internal static RunEstimate OfWindow(CollectiveSystem system, Representation representation, double limit, Trial trial, ExactOptions options)
    {
        double elements = InitialWindow.Count(system, representation, WindowedEvolution.LogThreshold(system, options.Tolerance), options.ThreadCount);
        double start = elements * (representation == Representation.Complex ? 2 : 1);
        double numbers = Math.Min(limit, Math.Max(start, trial.Numbers(system, options.Tolerance)));

        // The vectors of the propagator with room to grow, the states before a step and, while the window changes, after it; weights and places.
        double bytes = numbers * ((8 * WindowedEvolution.VectorsHeld) + BytesOfPlaces);
        double perApplication = SecondsPerTermInWindow * TermsOf(system) * numbers;
        double work = (ApplicationsOf(system, trial.MovesUntil) * perApplication) + (SecondsPerPreparedNumber * numbers);

        // A window also widens for what rounding puts at its edge, where that is no longer far below what may leak.
        // Several blocks are few spins each at the size of a trial, and positivity, checked at each time of output, costs more than the evolution may.
        bool severalBlocks = system.Groups > 1 && representation != Representation.Populations;
        bool isAtLeast = numbers < limit && (severalBlocks || trial.IsCutShort || trial.Rounding > RoundingShare * options.Tolerance);
        return new RunEstimate(numbers, bytes, MemoryOf(options), SecondsToStart + (work / options.ThreadCount), isAtLeast);
    }

    /// <summary>What rounding amounts to by the end of a run, roughly: the last digit for each unit of time and of the width of the spectrum.</summary>
    internal static double RoundingOf(CollectiveSystem system, double end) => 4.4e-16 * ApplicationsOf(system, end);

    internal static long MemoryOf(ExactOptions options) => options.MemoryLimit ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    internal void Require(CollectiveModel model, int n, bool allowLong)
    {
        if (!Fits)
        {
            throw new InputException(
                $"n is {n}: the density matrix of model '{model.Name}' takes {Numeral.Of(StateSize, 4)} real numbers, and evolving it needs {Size(Bytes)} of the {Size(Available)} here. Use a smaller n, fewer or mergeable blocks, or a machine with more memory.");
        }

        if (!(Seconds <= LongestRun))
        {
            throw new InputException(
                $"n is {n}: evolving model '{model.Name}' to the last of the times takes some {Numeral.Duration(Seconds)}. Use smaller rates, fields and couplings, or earlier times.");
        }

        if (Seconds > LongRun && !allowLong)
        {
            throw new InputException(
                $"n is {n}: evolving model '{model.Name}' to the last of the times takes {(IsAtLeast ? "at least" : "roughly")} {Numeral.Duration(Seconds)}; runs of more than a day have to be asked for. Use a smaller n, smaller rates or earlier times, a larger tolerance, or start it all the same with --long (in the library, AllowLong).");
        }
    }

    // About one per unit of time and of the width of the spectrum: the largest exit rate in one direction, the spread of H in the other.
    private static double ApplicationsOf(CollectiveSystem system, double end)
    {
        double fields = Enumerable.Range(0, system.Groups).Sum(g => 2 * system.Spins[g] * system.Fields[g].Norm);
        double couplings = 0;
        for (int row = 0; row < 3 * system.Groups; row++)
        {
            for (int column = 0; column < 3 * system.Groups; column++)
            {
                couplings += Math.Abs(system.Coupling[row, column]) * system.Spins[row / 3] * system.Spins[column / 3];
            }
        }

        return 20 + (end * (LargestExitRate(system) + fields + couplings));
    }

    // Over polarisations of the blocks, all alike or in turns: rates are monotonic or nearly so, and the largest lie at the ends.
    private static double LargestExitRate(CollectiveSystem system) =>
        (from sign in new[] { 1, -1 } from quarter in Enumerable.Range(-4, 9) select ExitRate(system, g => quarter / 4.0 * (g % 2 == 0 ? 1 : sign))).Max();

    private static double ExitRate(CollectiveSystem system, Func<int, double> z) => system.Jumps.Sum(jump =>
    {
        bool diagonal = FrameChoice.IsDiagonal(jump);
        double argument = jump.Argument.Select((r, g) => z(g) * (diagonal ? r.Z : r.Norm)).Sum();
        double rate = jump.Rate.Value(argument);
        SpinOperator decay = jump.Operator.Adjoint() * jump.Operator;
        double up = diagonal ? (1 + z(jump.Block)) / 2 : 0.5;
        return system.Spins[jump.Block] * rate * rate * ((up * decay.UpUp.Real) + ((1 - up) * decay.DownDown.Real));
    });

    private static double BandsOf(CollectiveSystem system) => 1 + (2 * system.Groups) + (4 * PairsThatMove(system));

    // Terms of one sector: products of the shifts of three Kraus factors per channel, the bands of G from either side.
    private static double TermsOf(CollectiveSystem system) =>
        (2 * BandsOf(system)) + system.Jumps.Sum(jump => 3 * ShiftsOf(jump.Operator) * ShiftsOf(jump.Operator));

    // Couplings of two z components are diagonal; any other pair of components has at most four bands.
    private static int PairsThatMove(CollectiveSystem system)
    {
        int pairs = 0;
        for (int row = 0; row < system.Coupling.GetLength(0); row++)
        {
            for (int column = 0; column <= row; column++)
            {
                bool diagonal = row % 3 == (int)PauliAxis.Z && column % 3 == (int)PauliAxis.Z;
                pairs += system.Coupling[row, column] == 0 || diagonal ? 0 : 1;
            }
        }

        return pairs;
    }

    private static int ShiftsOf(SpinOperator j) =>
        new[] { j.UpUp != 0 || j.DownDown != 0, j.UpDown != 0, j.DownUp != 0 }.Count(present => present);

    /// <summary>A number of bytes for people.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string Size(double bytes) => Numeral.Bytes(bytes);
}
