using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Stationary;

/// <summary>
/// L as a map of the numbers of matrices of trace zero, where the stationary state is no mode, or its transpose in the Euclidean product
/// of these numbers; and the exponential of either.
/// </summary>
/// <remarks>
/// The adjoint of L belongs to <c>tr(A B)</c>, in which an element below the diagonal counts twice, for its mirror image too. With W, which
/// doubles these, the transpose is <c>W L+ W^-1</c>. Its images are those of matrices modulo the identity.
/// </remarks>
/// <param name="generator">L, or its adjoint for the transpose; on all Hermitian matrices.</param>
/// <param name="isTranspose">Whether this is the transpose.</param>
/// <param name="cancellation">Cancels an exponential.</param>
internal sealed class TracelessMap(StationaryGenerator generator, bool isTranspose, CancellationToken cancellation)
{
    private readonly ChebyshevPropagator propagator = new();

    /// <summary>Applications of L by the propagator.</summary>
    public long Applications => propagator.Applications;

    /// <summary>What the next exponential depends on, beside its argument.</summary>
    public ChebyshevState State
    {
        get => propagator.State;
        set => propagator.State = value;
    }

    /// <summary>The time of <see cref="Advance"/>: about two flips of every spin; one where H turns faster than the rest decays.</summary>
    public double Step => (generator.System.OscillationBound > generator.System.DecayBound ? 1 : 2) / generator.RatePerSpin;

    /// <summary>Writes the image of a matrix.</summary>
    /// <param name="x">The matrix.</param>
    /// <param name="y">Receives the image; not the same array.</param>
    public void Apply(double[] x, double[] y)
    {
        if (!isTranspose)
        {
            generator.Apply(x, y);
            return;
        }

        double[] observable = [.. x];
        ScaleMirrored(observable, 0.5);
        generator.Apply(observable, y);
        ScaleMirrored(y, 2);
        Restrict(y);
    }

    /// <summary>Replaces a matrix by its image under the exponential of <see cref="Step"/> times the map.</summary>
    /// <param name="x">The matrix.</param>
    public void Advance(double[] x)
    {
        double length = Step;
        double reached = 0;
        ScaleMirrored(x, 0.5);
        while (reached < length)
        {
            double size = generator.System.Norm(x);
            if (!(size > 0))
            {
                return;
            }

            ChebyshevStep step = propagator.Step(generator.System, x, length - reached, 1e-14 * size, cancellation);
            reached = step.Length == length - reached ? length : reached + step.Length;
        }

        ScaleMirrored(x, 2);
        Restrict(x);
    }

    /// <summary>Makes the trace zero, and imaginary parts of diagonal elements.</summary>
    /// <param name="x">The matrix.</param>
    public void Restrict(double[] x)
    {
        generator.Clean(x);
        if (!isTranspose)
        {
            LinearCombination.AddScaled(x, -generator.Trace(x), generator.Mixed);
            return;
        }

        double mean = generator.Trace(x) / generator.Diagonal.Count;
        foreach (int at in generator.Diagonal)
        {
            x[at] -= mean;
        }
    }

    /// <summary>A space, with the images of its basis.</summary>
    /// <param name="basis">The basis; orthonormal.</param>
    public RitzSpace Space(IReadOnlyList<double[]> basis)
    {
        double[][] images = new double[basis.Count][];
        for (int k = 0; k < images.Length; k++)
        {
            images[k] = new double[generator.Layout.Length];
            Apply(basis[k], images[k]);
        }

        return new RitzSpace(basis, images);
    }

    /// <summary>The space of all matrices, for small systems.</summary>
    public RitzSpace Everything()
    {
        double[,] dense = generator.ToDense(Apply);
        int size = dense.GetLength(0);
        double[][] basis = new double[size][];
        double[][] images = new double[size][];
        for (int k = 0; k < size; k++)
        {
            (basis[k], images[k]) = (new double[size], new double[size]);
            basis[k][k] = 1;
            for (int row = 0; row < size; row++)
            {
                images[k][row] = dense[row, k];
            }
        }

        return new RitzSpace(basis, images);
    }

    private void ScaleMirrored(double[] x, double factor)
    {
        if (!isTranspose)
        {
            return;
        }

        foreach (Strip strip in generator.Layout.Strips.Where(strip => !strip.IsDiagonal))
        {
            foreach (ref double number in x.AsSpan(strip.Offset, strip.Length * generator.Layout.Width))
            {
                number *= factor;
            }
        }
    }
}
