using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Stationary;

/// <summary>Searches for the eigenvalues of L of largest real part among matrices of trace zero.</summary>
/// <param name="generator">The generator, on all Hermitian matrices.</param>
/// <param name="report">Receives how far the search is, and what it does.</param>
/// <param name="cancellation">Cancels the search.</param>
internal sealed class SlowModeSearch(StationaryGenerator generator, Action<double, string> report, CancellationToken cancellation)
{
    // The residual of exp(h L), relative to its eigenvalue. That of L exceeds it by the width of the spectrum at most.
    private const double Tolerance = 1e-12;

    // Enough to see whether a mode is slower than those found.
    private const double ToleranceOfCheck = 1e-4;

    private const int MaxRestarts = 300;
    private const int MaxSearches = 20;

    // The start must have a part of every mode; which one it is does not matter.
    private const int Seed = 20_260_729;

    private readonly ChebyshevPropagator propagator = new();
    private int searches;

    /// <summary>Applications of L by the propagator.</summary>
    public long Applications => propagator.Applications;

    /// <summary>The residual aimed at: far below any rate, far above what rounding leaves.</summary>
    public double Target => Math.Max(1e-9 * generator.RatePerSpin, 10 * generator.Rounding);

    /// <summary>The method, in words.</summary>
    public string Method => $"Arnoldi on exp(hL) from {searches} random starts, eigenvalues of L in the space found";

    /// <summary>The vectors of a search.</summary>
    /// <param name="modes">The modes wanted.</param>
    public static int Capacity(int modes) => Math.Max(20, (2 * modes) + 14);

    /// <summary>Whether a mode cannot be told from a stationary state: its eigenvalue is not above its residual or rounding.</summary>
    /// <param name="mode">The eigenvalue with its residual.</param>
    public bool IsZero((Complex Value, double Residual) mode) =>
        mode.Value.Magnitude <= 10 * Math.Max(generator.Rounding, mode.Residual);

    /// <summary>All eigenvalues, by full matrices.</summary>
    public (Complex Value, double Residual)[] FindAll()
    {
        double[,] dense = generator.ToDense();
        int size = dense.GetLength(0);
        double[][] basis = [.. Enumerable.Range(0, size).Select(k => Unit(size, k))];
        double[][] images = [.. Enumerable.Range(0, size).Select(k => Enumerable.Range(0, size).Select(row => dense[row, k]).ToArray())];
        return RayleighRitz.Solve(basis, images);
    }

    /// <summary>The slowest modes; stationary ones found among them too.</summary>
    /// <param name="modes">How many that decay.</param>
    public (Complex Value, double Residual)[] Find(int modes)
    {
        double length = Step;
        var krylov = new KrylovSchur(Advance, Capacity(modes));
        var random = new Random(Seed);
        (Complex Value, double Residual)[] found = [];
        int decaying = 0;
        do
        {
            searches++;
            krylov.Search(Start(random), modes + 1 - decaying, Tolerance, MaxRestarts, Tell, cancellation);
            krylov.Lock();
            found = Ritz(krylov.Locked);
            decaying = found.Count(mode => !IsZero(mode));
        }
        while (decaying < modes && searches < MaxSearches && krylov.Moduli.Count > 0);

        // A further copy of an eigenvalue shows only in another start. Where one is slower than the last mode wanted it joins the others.
        while (searches < MaxSearches && found.Length > 0)
        {
            searches++;
            double last = Math.Exp(length * found.Where(mode => !IsZero(mode)).Take(modes).LastOrDefault().Value.Real);
            krylov.Search(Start(random), 1, ToleranceOfCheck, MaxRestarts, Tell, cancellation);
            if (krylov.Moduli.Count == 0 || krylov.Moduli[0] <= last * (1 + (10 * ToleranceOfCheck * (1 - last))))
            {
                break;
            }

            krylov.Search(Start(random), 1, Tolerance, MaxRestarts, Tell, cancellation);
            krylov.Lock();
            found = Ritz(krylov.Locked);
        }

        return found;

        void Advance(double[] x)
        {
            double reached = 0;
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

            generator.Clean(x);
            LinearCombination.AddScaled(x, -generator.Trace(x), generator.Mixed);
        }

        void Tell(int restart, double residual) => report(
            Math.Clamp(Math.Log(Math.Max(residual, Tolerance)) / Math.Log(Tolerance), 0, 1),
            $"start {searches}, {restart} restarts, residual {Numeral.Of(residual, 2)}");
    }

    // About two flips of every spin; one where H turns faster than the rest decays.
    private double Step => (generator.System.OscillationBound > generator.System.DecayBound ? 1 : 2) / generator.RatePerSpin;

    private double[] Start(Random random)
    {
        double[] x = new double[generator.Layout.Length];
        foreach (var strip in generator.Layout.Strips)
        {
            for (int i = 0; i < strip.Length * generator.Layout.Width; i++)
            {
                x[strip.Offset + i] = (2 * random.NextDouble()) - 1;
            }
        }

        generator.Clean(x);
        LinearCombination.AddScaled(x, -generator.Trace(x), generator.Mixed);
        return x;
    }

    private (Complex Value, double Residual)[] Ritz(IReadOnlyList<double[]> basis)
    {
        double[][] images = new double[basis.Count][];
        for (int k = 0; k < images.Length; k++)
        {
            images[k] = new double[generator.Layout.Length];
            generator.Apply(basis[k], images[k]);
        }

        return RayleighRitz.Solve(basis, images);
    }

    private static double[] Unit(int size, int k)
    {
        double[] unit = new double[size];
        unit[k] = 1;
        return unit;
    }
}
