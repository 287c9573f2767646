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

        // A packed row holds its columns up to the diagonal and the halo: d (d + 1 + 2 halo)/2 numbers per sector.
        double plane = ExactSolver.CanPack(system) ? (density + ((1 + (2 * StateLayout.Halo)) * diagonal)) / 2 : density;
        double state = representation switch
        {
            Representation.Populations => diagonal,
            Representation.Real => plane,
            _ => 2 * plane,
        };

        // Per state of a sector: bands of G (up to 5 per group and pair) and three Kraus factors of three shifts per channel, complex.
        double operators = diagonal * 16 * ((5.0 * system.Groups * system.Groups) + (9.0 * system.Jumps.Length));
        int tilted = system.Jumps.Count(jump => !FrameChoice.IsDiagonal(jump));

        // Each full matrix is held as complex numbers and again by rows with its adjoint; one more state lies between rate and jump.
        double dense = tilted == 0 ? 0 : (density * 48 * (tilted + 1)) + (8 * state);
        double bytes = (8 * state * DormandPrince853.VectorsHeld) + operators + dense;
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

    private static string Size(double bytes) => bytes switch
    {
        >= 1e15 => $"{bytes / 1e12:G3} TB",
        >= 1e12 => $"{bytes / 1e12:F1} TB",
        >= 1e9 => $"{bytes / 1e9:F1} GB",
        _ => $"{bytes / 1e6:F1} MB",
    };
}
