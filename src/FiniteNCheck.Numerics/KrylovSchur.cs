using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>
/// An orthonormal basis of the space of the eigenvalues of largest modulus of a real linear map, by Arnoldi's method with thick restarts
/// (Stewart 2001): the map is only applied. Spaces found before are locked, so that a new start finds further copies of an eigenvalue.
/// </summary>
/// <param name="apply">Replaces a vector by its image.</param>
/// <param name="capacity">The largest number of vectors of a search; at least 6.</param>
public sealed class KrylovSchur(Action<double[]> apply, int capacity)
{
    private readonly List<double[]> basis = [];
    private readonly List<double[]> locked = [];
    private double[,] h = new double[0, 0];
    private KrylovState? resumed;

    /// <summary>The locked basis; orthonormal.</summary>
    public IReadOnlyList<double[]> Locked => locked;

    /// <summary>How far the last search is.</summary>
    public KrylovState State { get; private set; } = Before;

    /// <summary>Called whenever <see cref="State"/> changes: where a search begins, after every application and at a restart.</summary>
    public Action? AfterStep { get; set; }

    /// <summary>Makes the next search go on from a state, whatever its start.</summary>
    /// <param name="state">The state, of a search with the same locked space and the same arguments.</param>
    public void Resume(KrylovState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Basis.Count > capacity + 1)
        {
            throw new ArgumentException($"A search with {capacity} vectors does not go on from {state.Basis.Count}.", nameof(state));
        }

        resumed = state;
    }

    /// <summary>Searches for the leading eigenvalues outside the locked space.</summary>
    /// <param name="start">The first vector; overwritten.</param>
    /// <param name="wanted">How many eigenvalues must converge, at least 1.</param>
    /// <param name="tolerance">The residual, relative to the modulus, at which an eigenvalue has converged.</param>
    /// <param name="maxRestarts">The largest number of restarts.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public void Search(double[] start, int wanted, double tolerance, int maxRestarts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        Begin(start);
        while (!State.IsDone)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int size = Extend(cancellationToken);
            (Complex[] values, Complex[][] vectors) = DenseSpectrum.Decompose(Leading(size, size));
            int[] order = [.. Enumerable.Range(0, size).OrderByDescending(k => values[k].Magnitude).ThenBy(k => k)];
            double left = basis.Count > size ? h[size, size - 1] : 0;
            double Residual(int k) => Math.Abs(left) * vectors[k][size - 1].Magnitude / Math.Max(values[k].Magnitude, 1e-300);
            int needed = Math.Min(wanted, size);
            double worst = order.Take(needed).Max(Residual);
            bool isDone = worst <= tolerance || left == 0 || State.Restarts == maxRestarts;
            int kept = isDone ? needed : Math.Min(size - 2, needed + ((size - needed) / 2));

            // Conjugate pairs stay together: they are neighbours in the order of moduli.
            if (kept < size && values[order[kept - 1]].Imaginary != 0 && IsPair(values[order[kept - 1]], values[order[kept]]))
            {
                kept++;
            }

            Truncate(size, [.. order.Take(kept).Select(k => vectors[k])], left);
            Settle(State with
            {
                Restarts = State.Restarts + 1,
                IsDone = isDone,
                Residual = worst,
                Moduli = [.. order.Select(k => values[k].Magnitude)],
            });
        }
    }

    /// <summary>Locks the space that the last search kept.</summary>
    public void Lock()
    {
        int size = Math.Max(basis.Count - 1, 0);
        locked.AddRange(basis.Take(size));
        basis.Clear();
    }

    private static KrylovState Before { get; } = new(0, 0, true, 1, [], new double[1, 0], []);

    private static bool IsPair(Complex one, Complex other) => (one - Complex.Conjugate(other)).Magnitude <= 1e-12 * one.Magnitude;

    private void Begin(double[] start)
    {
        basis.Clear();
        h = new double[capacity + 1, capacity];
        if (resumed is { } saved)
        {
            resumed = null;
            State = saved;
            basis.AddRange(saved.Basis);
            Copy(saved.Projected, h, saved.Projected.GetLength(0), saved.Projected.GetLength(1));
            return;
        }

        RemoveLocked(start);
        bool isNew = Normalise(start);
        basis.AddRange(isNew ? [start] : []);
        Settle(Before with { IsDone = !isNew });
    }

    // What changes later is copied.
    private void Settle(KrylovState state)
    {
        State = state with { Projected = Leading(Math.Max(basis.Count, 1), Math.Max(basis.Count - 1, 0)), Basis = [.. basis] };
        AfterStep?.Invoke();
    }

    private double[,] Leading(int rows, int columns)
    {
        double[,] part = new double[rows, columns];
        Copy(h, part, rows, columns);
        return part;
    }

    private static void Copy(double[,] from, double[,] to, int rows, int columns)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                to[row, column] = from[row, column];
            }
        }
    }

    // Returns the number of columns of h; one vector more is in the basis, unless the space is invariant.
    private int Extend(CancellationToken cancellationToken)
    {
        for (int column = basis.Count - 1; column < capacity; column++)
        {
            double[] image = [.. basis[column]];
            apply(image);
            double before = Gmres.Norm(image);
            for (int pass = 0; pass < 2; pass++)
            {
                RemoveLocked(image);
                for (int k = 0; k < basis.Count; k++)
                {
                    double part = LinearCombination.Dot(basis[k], image);
                    h[k, column] += part;
                    LinearCombination.AddScaled(image, -part, basis[k]);
                }
            }

            double length = Gmres.Norm(image);

            // What rounding leaves of a vector inside the space is no new direction.
            if (!(length > 1e-14 * before))
            {
                return column + 1;
            }

            h[column + 1, column] = length;
            Normalise(image);
            basis.Add(image);
            Settle(State with { Applications = State.Applications + 1 });
            cancellationToken.ThrowIfCancellationRequested();
        }

        return capacity;
    }

    // Keeps the span of eigenvectors: A V = V H + v b' stays true with V Q, Q' H Q and Q' b for an orthonormal basis Q of it.
    private void Truncate(int size, IReadOnlyList<Complex[]> kept, double left)
    {
        List<double[]> q = [];
        foreach (Complex[] vector in kept)
        {
            AddDirection(q, Array.ConvertAll(vector, element => element.Real));
            AddDirection(q, Array.ConvertAll(vector, element => element.Imaginary));
        }

        double[][] next = [.. q.Select(Combine)];
        double[,] small = new double[capacity + 1, capacity];
        for (int row = 0; row < q.Count; row++)
        {
            for (int column = 0; column < q.Count; column++)
            {
                for (int i = 0; i < size; i++)
                {
                    for (int j = 0; j < size; j++)
                    {
                        small[row, column] += q[row][i] * h[i, j] * q[column][j];
                    }
                }
            }

            small[q.Count, row] = left * q[row][size - 1];
        }

        double[] last = basis.Count > size ? basis[size] : new double[basis[0].Length];
        basis.Clear();
        basis.AddRange(next);
        basis.Add(last);
        h = small;

        double[] Combine(double[] coefficients)
        {
            double[] sum = new double[basis[0].Length];
            for (int i = 0; i < size; i++)
            {
                LinearCombination.AddScaled(sum, coefficients[i], basis[i]);
            }

            return sum;
        }
    }

    // A direction that is new only by rounding, such as the second of a conjugate pair, is left out.
    private static void AddDirection(List<double[]> q, double[] vector)
    {
        double before = Gmres.Norm(vector);
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (double[] other in q)
            {
                LinearCombination.AddScaled(vector, -LinearCombination.Dot(other, vector), other);
            }
        }

        if (before > 1e-12 && Gmres.Norm(vector) > 1e-9 * before && Normalise(vector))
        {
            q.Add(vector);
        }
    }

    private void RemoveLocked(double[] vector)
    {
        foreach (double[] other in locked)
        {
            LinearCombination.AddScaled(vector, -LinearCombination.Dot(other, vector), other);
        }
    }

    private static bool Normalise(double[] vector)
    {
        double length = Gmres.Norm(vector);
        if (!(length > 0))
        {
            return false;
        }

        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] /= length;
        }

        return true;
    }
}
