using FiniteNCheck.Exact.Evolution.Checkpoints;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Stationary;

/// <summary>
/// How far a search for the slowest modes is: its searches by Arnoldi's method, one after the other. A search that goes on repeats what is
/// between them, a few applications of L, and takes up every one where it was: at its end, or after its last exponential of L.
/// </summary>
/// <param name="length">The numbers of a matrix.</param>
internal sealed class ModeCourse(int length) : ICheckpointed
{
    private List<(KrylovState Search, ChebyshevState Propagator)> searches = [];
    private int begun;

    /// <summary>Called where the search can be saved.</summary>
    public Action? AfterStep { get; set; }

    /// <inheritdoc/>
    public long Done => searches.Sum(each => 1L + each.Search.Applications + each.Search.Restarts);

    /// <inheritdoc/>
    public string Reached => $"step {searches.Sum(each => (long)each.Search.Applications)}";

    /// <inheritdoc/>
    public string Beginning => "its first step";

    /// <summary>Makes the next search go on where the one that was saved was.</summary>
    /// <param name="krylov">The search.</param>
    /// <param name="map">Its map.</param>
    /// <param name="tell">Called after every step.</param>
    public void Follow(KrylovSchur krylov, TracelessMap map, Action tell)
    {
        int index = begun++;
        if (index < searches.Count)
        {
            krylov.Resume(searches[index].Search);
            map.State = searches[index].Propagator;
        }

        krylov.AfterStep = () =>
        {
            searches.RemoveRange(index, searches.Count - index);
            searches.Add((krylov.State, map.State));
            AfterStep?.Invoke();
            tell();
        };
    }

    /// <inheritdoc/>
    public void Write(CheckpointWriter writer)
    {
        writer.Write((long)searches.Count);
        foreach ((KrylovState search, ChebyshevState propagator) in searches)
        {
            writer.Write((long)search.Applications);
            writer.Write((long)search.Restarts);
            writer.Write(search.IsDone ? 1L : 0);
            writer.Write(search.Residual);
            writer.Write([.. search.Moduli]);
            writer.Write((long)search.Basis.Count);
            foreach (double[] vector in search.Basis)
            {
                writer.Write(vector.AsSpan());
            }

            writer.Write([.. search.Projected.Cast<double>()]);
            writer.Write(propagator);
        }
    }

    /// <inheritdoc/>
    public void Read(CheckpointReader reader)
    {
        List<(KrylovState Search, ChebyshevState Propagator)> read = [];
        for (int left = reader.Count(1); left > 0; left--)
        {
            read.Add((ReadSearch(reader, isLast: left == 1), reader.PropagatorState()));
        }

        reader.Finish();
        searches = read;
    }

    // Only the last one may go on, and it has a vector to go on from.
    private KrylovState ReadSearch(CheckpointReader reader, bool isLast)
    {
        int applications = (int)reader.Whole(0, int.MaxValue);
        int restarts = (int)reader.Whole(0, int.MaxValue);
        bool isDone = reader.Whole(isLast ? 0 : 1, 1) == 1;
        double residual = reader.Number(0, double.MaxValue);
        double[] moduli = new double[reader.Count(1)];
        for (int k = 0; k < moduli.Length; k++)
        {
            moduli[k] = reader.Number(0, double.MaxValue);
        }

        double[][] basis = new double[reader.Count(length)][];
        if (basis.Length == 0 && !isDone)
        {
            throw CheckpointReader.Impossible("it holds a search that goes on from nothing");
        }

        for (int k = 0; k < basis.Length; k++)
        {
            basis[k] = reader.Numbers(length);
        }

        int columns = Math.Max(basis.Length - 1, 0);
        double[] numbers = reader.Numbers((columns + 1L) * columns);
        double[,] projected = new double[columns + 1, columns];
        Buffer.BlockCopy(numbers, 0, projected, 0, sizeof(double) * numbers.Length);
        return new KrylovState(applications, restarts, isDone, residual, moduli, projected, basis);
    }
}
