using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;

namespace FiniteNCheck.Exact.Readings;

/// <summary>A state at one time, with what is known of it already.</summary>
/// <param name="System">The system, in its final frame.</param>
/// <param name="State">The state.</param>
/// <param name="Mean">The averages of the model's blocks, in the model's frame: x, y, z of the first block, then of the next.</param>
/// <param name="Trace">The trace of the state.</param>
/// <param name="Error">Bound of the error of the state, in trace norm.</param>
/// <param name="Threads">The number of threads; no reading depends on it.</param>
internal sealed record Snapshot(CollectiveSystem System, DensityMatrix State, double[] Mean, double Trace, double Error, int Threads)
{
    /// <summary>Computes a part of a reading for every sector of which elements are stored.</summary>
    /// <typeparam name="T">What is computed.</typeparam>
    /// <param name="ofSector">Computes it; called from several threads.</param>
    /// <returns>The parts in the order of the sectors, whichever thread computed them.</returns>
    public T[] OfSectors<T>(Func<Sector, T> ofSector)
    {
        Sector[] sectors = [.. State.Layout.Graph.Vertices.Where(sector => State.Layout.StripsIn(sector).Length > 0)];
        var parts = new T[sectors.Length];
        Parallel.For(
            0, sectors.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads }, s => parts[s] = ofSector(sectors[s]));
        return parts;
    }
}
