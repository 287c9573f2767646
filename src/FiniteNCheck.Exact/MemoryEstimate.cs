using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact;

/// <summary>What a run will hold in memory, known before anything is allocated.</summary>
/// <param name="StateSize">Real numbers of one state.</param>
/// <param name="Bytes">Bytes of the whole run.</param>
/// <param name="Available">Bytes that it may use.</param>
public sealed record MemoryEstimate(double StateSize, double Bytes, long Available)
{
    // One array of doubles cannot hold more elements than this.
    private const double LongestArray = 0x7FFFFFC7;

    internal static MemoryEstimate Of(CollectiveSystem system, Representation representation, ExactOptions options)
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
        double bands = 1 + (2 * system.Groups) + (8 * system.Groups * system.Groups * system.Coupling.Cast<double>().Count(c => c != 0));
        double terms = (2 * bands) + shifts.Sum(count => 3 * count * count);
        double strips = SectorGraph.DensitySize(system.Spins.SkipLast(1)) * SectorGraph.DiagonalSize(system.Spins.TakeLast(1));
        double weights = diagonal * (bands + shifts.Sum(count => 3 * count)) * (representation == Representation.Complex ? 4 : 1);
        double operators = (strips * ((4 * terms) + 100)) + (8 * weights);
        int tilted = system.Jumps.Count(jump => !FrameChoice.IsDiagonal(jump));

        // Full matrices of the decay and of each rate, and two more states: the image and what lies between rate and jump.
        double dense = tilted == 0 ? 0 : (density * 16 * (tilted + 1)) + (16 * state);
        double bytes = (8 * state * ChebyshevPropagator.VectorsHeld) + operators + dense;
        return new MemoryEstimate(state, bytes, options.MemoryLimit ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
    }

    internal void Require(CollectiveModel model, int n)
    {
        if (Bytes <= Available && StateSize <= LongestArray)
        {
            return;
        }

        throw new InputException(
            $"n is {n}: the density matrix of model '{model.Name}' has {StateSize:G4} real numbers, and evolving it needs {Size(Bytes)} of the {Size(Available)} here. Use a smaller n, fewer or mergeable blocks, or a machine with more memory.");
    }

    private static int ShiftsOf(SpinOperator j) =>
        new[] { j.UpUp != 0 || j.DownDown != 0, j.UpDown != 0, j.DownUp != 0 }.Count(present => present);

    private static string Size(double bytes) => bytes switch
    {
        >= 1e15 => $"{bytes / 1e12:G3} TB",
        >= 1e12 => $"{bytes / 1e12:F1} TB",
        >= 1e9 => $"{bytes / 1e9:F1} GB",
        _ => $"{bytes / 1e6:F1} MB",
    };
}
