using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Stationary;

/// <summary>
/// Searches for the eigenvalues of L of largest real part among matrices of trace zero, and for their left eigenvectors.
/// </summary>
/// <param name="generator">The generator, on all Hermitian matrices.</param>
/// <param name="tolerance">
/// The residual of <c>exp(h L)</c>, relative to its eigenvalue. That of L exceeds it by the width of the spectrum at most.
/// </param>
/// <param name="course">How far the search is.</param>
/// <param name="report">Receives how far the search is, and what it does.</param>
/// <param name="cancellation">Cancels the search.</param>
internal sealed class SlowModeSearch(
    StationaryGenerator generator, double tolerance, ModeCourse course, Action<double, string> report, CancellationToken cancellation)
{
    /// <summary>The tolerance of all results.</summary>
    public const double Tolerance = 1e-12;

    // Enough to see whether a mode is slower than those found.
    private const double ToleranceOfCheck = 1e-4;

    private const int MaxRestarts = 300;
    private const int MaxSearches = 20;

    // The start must have a part of every mode; which one it is does not matter.
    private const int Seed = 20_260_729;

    private readonly TracelessMap map = new(generator, isTranspose: false, cancellation);
    private int searches;
    private long leftApplications;
    private double told;

    /// <summary>The generator.</summary>
    public StationaryGenerator Generator => generator;

    /// <summary>Applications of L by the propagator, and of its adjoint.</summary>
    public long Applications => map.Applications + leftApplications;

    /// <summary>The residual aimed at: far below any rate, far above what rounding leaves.</summary>
    public double Target => Math.Max(1e-9 * generator.RatePerSpin, 10 * generator.Rounding);

    /// <summary>The method, in words.</summary>
    public string Method => $"Arnoldi on exp(hL) from {searches} random starts, eigenvalues of L in the space found";

    /// <summary>The vectors of a search.</summary>
    /// <param name="modes">The modes wanted.</param>
    public static int Capacity(int modes) => Math.Max(20, (2 * modes) + 14);

    /// <summary>Whether a mode cannot be told from a stationary state: its eigenvalue is not above its residual or rounding.</summary>
    /// <param name="mode">The eigenvalue with its residual.</param>
    public bool IsZero(RitzPair mode) => mode.Value.Magnitude <= 10 * Math.Max(generator.Rounding, mode.Residual);

    /// <summary>All eigenvalues, by full matrices.</summary>
    public RitzSpace FindAll() => map.Everything();

    /// <summary>The slowest modes; stationary ones found among them too.</summary>
    /// <param name="modes">How many that decay.</param>
    public RitzSpace Find(int modes)
    {
        var krylov = new KrylovSchur(map.Advance, Capacity(modes));
        var random = new Random(Seed);
        RitzSpace found;
        int decaying = 0;
        do
        {
            searches++;
            Search(modes + 1 - decaying, tolerance);
            krylov.Lock();
            found = map.Space([.. krylov.Locked]);
            decaying = found.Pairs.Count(mode => !IsZero(mode));
        }
        while (decaying < modes && searches < MaxSearches && krylov.State.Moduli.Count > 0);

        // A further copy of an eigenvalue shows only in another start. Where one is slower than the last mode wanted it joins the others.
        while (searches < MaxSearches && found.Pairs.Length > 0)
        {
            searches++;
            double last = Math.Exp(map.Step * found.Pairs.Where(mode => !IsZero(mode)).Take(modes).LastOrDefault().Value.Real);
            Search(1, ToleranceOfCheck);
            if (krylov.State.Moduli.Count == 0 || krylov.State.Moduli[0] <= last * (1 + (10 * ToleranceOfCheck * (1 - last))))
            {
                break;
            }

            Search(1, tolerance);
            krylov.Lock();
            found = map.Space([.. krylov.Locked]);
        }

        return found;

        void Search(int wanted, double residual)
        {
            double[] start = Start(random);
            course.Follow(krylov, map, () => Tell($"start {searches}", 0, krylov.State));
            krylov.Search(start, wanted, residual, MaxRestarts, cancellation);
        }
    }

    /// <summary>All left eigenvectors, by full matrices.</summary>
    /// <param name="adjoint">The adjoint generator.</param>
    public RitzSpace FindAllLeft(StationaryGenerator adjoint) =>
        new TracelessMap(adjoint, isTranspose: true, cancellation).Everything();

    /// <summary>
    /// Left eigenvectors of the slowest modes found. The search starts from right ones: what a start leaves of a left space that holds
    /// copies of an eigenvalue is then the vector that pairs with them best.
    /// </summary>
    /// <param name="adjoint">The adjoint generator.</param>
    /// <param name="found">The space of the right eigenvectors.</param>
    /// <param name="modes">How many of its modes are wanted, from the first on.</param>
    public RitzSpace FindLeft(StationaryGenerator adjoint, RitzSpace found, int modes)
    {
        var transpose = new TracelessMap(adjoint, isTranspose: true, cancellation);
        var krylov = new KrylovSchur(transpose.Advance, Capacity(modes));
        RitzSpace left = Extended([.. found.Basis.Select(_ => 1.0)], modes);
        int searchesLeft = MaxSearches;
        foreach (RitzPair mode in found.Pairs.Take(modes))
        {
            while (searchesLeft-- > 0 && IsMissing(mode))
            {
                left = Extended([.. mode.Coefficients.Select(each => each.Real + each.Imaginary)], 2);
            }
        }

        leftApplications = transpose.Applications + adjoint.Applications;
        return left;

        bool IsMissing(RitzPair mode) =>
            new EigenvalueErrors(found, left, 0).ConditionOf(mode).LeftResidual > Math.Max(Target, mode.Residual);

        RitzSpace Extended(double[] coefficients, int wanted)
        {
            double[] start = new double[found.Basis[0].Length];
            for (int k = 0; k < coefficients.Length; k++)
            {
                LinearCombination.AddScaled(start, coefficients[k], found.Basis[k]);
            }

            transpose.Restrict(start);
            course.Follow(krylov, transpose, () => Tell("left vectors", 0.5, krylov.State));
            krylov.Search(start, wanted, tolerance, MaxRestarts, cancellation);
            krylov.Lock();
            return transpose.Space([.. krylov.Locked]);
        }
    }

    // Either kind of vectors is half of it. Another start begins anew, and what is done stays done.
    private void Tell(string what, double from, KrylovState state)
    {
        double fraction = Math.Log(Math.Max(state.Residual, tolerance)) / Math.Log(tolerance);
        told = Math.Max(told, from + (Math.Clamp(fraction, 0, 1) / 2));
        report(
            told,
            $"{what}, {state.Applications} exponentials, {state.Restarts} restarts, residual {Numeral.Of(state.Residual, 2)}");
    }

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

        map.Restrict(x);
        return x;
    }
}
