using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.Window;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact;

/// <summary>What a run will take, known before anything is allocated.</summary>
/// <param name="StateSize">Real numbers of one state.</param>
/// <param name="Bytes">Bytes of the whole run.</param>
/// <param name="Available">Bytes that it may use.</param>
/// <param name="Seconds">Time of the evolution, roughly: within a factor of three or so.</param>
public sealed record RunEstimate(double StateSize, double Bytes, long Available, double Seconds)
{
    // Seconds per number and application of the generator, shared among the threads.
    private const double SecondsPerNumber = 8e-9;

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

        // Terms of one sector: products of the shifts of three Kraus factors per channel, the bands of G from either side.
        double[] shifts = [.. system.Jumps.Select(jump => (double)ShiftsOf(jump.Operator))];
        double bands = 1 + (2 * system.Groups) + (4 * PairsThatMove(system));
        double terms = (2 * bands) + shifts.Sum(count => 3 * count * count);
        double strips = SectorGraph.DensitySize(system.Spins.SkipLast(1)) * SectorGraph.DiagonalSize(system.Spins.TakeLast(1));
        double weights = diagonal * (bands + shifts.Sum(count => 3 * count)) * (representation == Representation.Complex ? 4 : 1);
        double operators = (strips * ((12 * terms) + 100)) + (8 * weights);
        int tilted = system.Jumps.Count(jump => !FrameChoice.IsDiagonal(jump));

        // Full matrices of the decay and of each rate, and two more states: the image and what lies between rate and jump.
        double dense = tilted == 0 ? 0 : (density * 16 * (tilted + 1)) + (16 * state);
        double bytes = (8 * state * ChebyshevPropagator.VectorsHeld) + operators + dense;
        double seconds = SecondsPerNumber * Applications(system, end) * (state + (tilted * density * Math.Sqrt(diagonal) / 10)) / options.ThreadCount;
        return new RunEstimate(state, bytes, MemoryOf(options), seconds);
    }

    internal static RunEstimate OfWindow(CollectiveSystem system, Representation representation, double limit, double end, ExactOptions options)
    {
        // States spread and move; twice the numbers of the start have covered both phases and their boundary.
        const double Growth = 2;
        var start = new InitialWindow(system, representation, WindowedEvolution.LogThreshold(system, options.Tolerance), options.ThreadCount);
        double numbers = Math.Min(limit, Growth * start.Elements * (representation == Representation.Complex ? 2 : 1));

        // The vectors of the propagator with room to grow, the states before a step and, while the window changes, after it; weights and places.
        double bytes = numbers * 8 * WindowedEvolution.VectorsHeld;
        return new RunEstimate(numbers, bytes, MemoryOf(options), SecondsPerNumber * Applications(system, end) * numbers / options.ThreadCount);
    }

    internal static long MemoryOf(ExactOptions options) => options.MemoryLimit ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    internal void Require(CollectiveModel model, int n)
    {
        if (Fits)
        {
            return;
        }

        throw new InputException(
            $"n is {n}: the density matrix of model '{model.Name}' takes {StateSize:G4} real numbers, and evolving it needs {Size(Bytes)} of the {Size(Available)} here. Use a smaller n, fewer or mergeable blocks, or a machine with more memory.");
    }

    // About one per unit of the exit rate and of time, here at the initial averages.
    private static double Applications(CollectiveSystem system, double end) => 50 + (end * system.Jumps.Sum(jump =>
    {
        double argument = jump.Argument.Select((r, g) => r.Dot(system.Bloch[g])).Sum();
        double rate = jump.Rate.Value(argument);
        SpinOperator decay = jump.Operator.Adjoint() * jump.Operator;
        return system.Spins[jump.Block] * rate * rate * (decay.UpUp + decay.DownDown).Real / 2;
    }));

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
    public static string Size(double bytes) => bytes switch
    {
        >= 1e15 => $"{bytes / 1e12:G3} TB",
        >= 1e12 => $"{bytes / 1e12:F1} TB",
        >= 1e9 => $"{bytes / 1e9:F1} GB",
        _ => $"{bytes / 1e6:F1} MB",
    };
}
