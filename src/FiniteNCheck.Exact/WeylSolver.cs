using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>
/// Exact Weyl operators between Weyl operators, <c>G(r1, r, r2; t) = omega(W(r1) e^(tL)[W_t(r)] W(r2))</c> (36), at finite N.
/// </summary>
/// <remarks>
/// <para>By duality <c>G = tr(W_t(r) e^(tL*)[X])</c> with <c>X = W(r2) rho W(r1)</c>, a product over the spins: its Hermitian parts evolve
/// each on its own. X is Hermitian where <c>r2 = -r1</c>, and then an ordinary product state, turned by an angle of order
/// <c>N^(-1/2)</c>.</para>
/// <para>Errors: <c>||X||_1 = 1</c> and <c>||W|| = 1</c>, so the error of G is at most that of both parts in trace norm, plus
/// <c>sqrt(N_h) |r_h|</c> times that of the averages which W_t subtracts.</para>
/// </remarks>
public static class WeylSolver
{
    // Both parts of X, twice while they are put together, and the state.
    private const double FurtherStates = 6;

    /// <summary>Estimates what <see cref="Solve"/> needs.</summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times, non-negative and strictly increasing.</param>
    /// <param name="triple">The arguments.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <exception cref="InputException">The arguments are invalid.</exception>
    public static RunEstimate Estimate(
        CollectiveModel model, int n, IReadOnlyList<double> times, WeylTriple triple, ExactOptions? options = null) =>
        Plan(model, n, times, triple, options).Estimate;

    /// <summary>Computes G and its even part.</summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times, non-negative and strictly increasing.</param>
    /// <param name="triple">The arguments.</param>
    /// <param name="options">
    /// Accuracy, method, threads and memory; <see langword="null"/> for the defaults. Matrices are complex, in full or in a window.
    /// </param>
    /// <param name="progress">Receives the progress of all runs together.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">
    /// The arguments are invalid, a window is asked for and impossible, or the run cannot fit in memory.
    /// </exception>
    public static WeylSeries Solve(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        WeylTriple triple,
        ExactOptions? options = null,
        IProgress<ExactProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        StartRuns runs = Plan(model, n, times, triple, options);
        runs.Prepare(cancellationToken);
        var weyl = new WeylRuns(runs, progress, cancellationToken);
        Complex outer = weyl.Phase(triple.Left, triple.Right);

        // G(-r1, -r, -r2) = conj G(r2, r, r1).
        (Complex Value, double Error)[] values = weyl.Trace(weyl.Start(triple.Left, triple.Right), times, triple.Inner);
        (Complex Value, double Error)[] exchanged = IsSymmetric(triple)
            ? values
            : weyl.Trace(weyl.Start(triple.Right, triple.Left), times, triple.Inner);
        (double[] Mean, double Error)[] means = weyl.Means(times);
        var g = new Complex[times.Count];
        var even = new Complex[times.Count];
        double[] errors = new double[times.Count];
        for (int t = 0; t < times.Count; t++)
        {
            Complex phase = outer * weyl.Phase(triple.Inner, means[t].Mean);
            g[t] = phase * values[t].Value;
            even[t] = (g[t] + Complex.Conjugate(phase * exchanged[t].Value)) / 2;
            errors[t] = Math.Max(values[t].Error, exchanged[t].Error) + (weyl.Steepness(triple.Inner) * means[t].Error);
        }

        return new WeylSeries(triple, [.. times], [.. g], [.. even], [.. errors]);
    }

    private static StartRuns Plan(CollectiveModel model, int n, IReadOnlyList<double> times, WeylTriple triple, ExactOptions? options)
    {
        ArgumentNullException.ThrowIfNull(triple);
        triple.Check(model);
        int starts = (IsSymmetric(triple) ? 1 : 2) * (WeylRuns.IsKick(triple.Left, triple.Right) ? 1 : 2);
        return new StartRuns(model, n, times, options ?? new ExactOptions(), count: starts + 1, FurtherStates);
    }

    private static bool IsSymmetric(WeylTriple triple) => triple.Left.SequenceEqual(triple.Right);
}
