using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>
/// Exact Weyl operators at two later times between Weyl operators at time 0, the function
/// <c>omega(W(r1) e^(t1 L)[W_t1(ra) e^((t2-t1)L)[W_t2(rb)] W_t1(rc)] W(r2))</c> of <see cref="NestedWeyl"/>, at finite N.
/// </summary>
/// <remarks>
/// <para>By duality <c>X = W(r2) rho W(r1)</c> evolves to t1, becomes <c>W_t1(rc) X W_t1(ra)</c>, evolves on to t2 and is traced with
/// <c>W_t2(rb)</c>. Both Hermitian parts of a matrix evolve each on its own.</para>
/// <para>Errors: no step increases the trace norm of an error, so those of all parts add up, with <c>sqrt(N_h) |r_h|</c> times those of the
/// averages that the operators subtract at t1 and t2.</para>
/// </remarks>
public static class NestedWeylSolver
{
    // Both parts at t1, and both of the matrix that they become there, twice while they are put together.
    private const double FurtherStates = 8;

    /// <summary>Estimates what <see cref="Solve"/> needs.</summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">The times t2, strictly increasing, none before t1.</param>
    /// <param name="arguments">The arguments of the operators, and t1.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <exception cref="InputException">The arguments are invalid.</exception>
    public static RunEstimate Estimate(
        CollectiveModel model, int n, IReadOnlyList<double> times, NestedWeyl arguments, ExactOptions? options = null) =>
        Plan(model, n, times, arguments, options).Estimate;

    /// <summary>Computes the function and its even part.</summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">The times t2, strictly increasing, none before t1.</param>
    /// <param name="arguments">The arguments of the operators, and t1.</param>
    /// <param name="options">
    /// Accuracy, method, threads and memory; <see langword="null"/> for the defaults. Matrices are complex, in full or in a window.
    /// </param>
    /// <param name="progress">Receives the progress of all runs together.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">
    /// The arguments are invalid, a window is asked for and impossible, or the run cannot fit in memory.
    /// </exception>
    public static NestedWeylSeries Solve(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        NestedWeyl arguments,
        ExactOptions? options = null,
        IProgress<ExactProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        StartRuns runs = Plan(model, n, times, arguments, options);
        runs.Prepare(cancellationToken);
        var weyl = new WeylRuns(runs, progress, cancellationToken);
        Complex outer = weyl.Phase(arguments.Left, arguments.Right);
        (Complex Value, double Error)[] values = Evolve(weyl, arguments, times);
        (Complex Value, double Error)[] exchanged = IsSymmetric(arguments) ? values : Evolve(weyl, arguments.Exchanged, times);
        double[] all = AllTimes(arguments, times);
        (double[] Mean, double Error)[] means = weyl.Means(all);
        WeylTriple inner = arguments.Inner;
        var value = new Complex[times.Count];
        var even = new Complex[times.Count];
        double[] errors = new double[times.Count];
        for (int t = 0; t < times.Count; t++)
        {
            (double[] mean, double error) = means[all.Length - times.Count + t];
            Complex phase = outer * weyl.Phase(inner.Left, means[0].Mean) * weyl.Phase(inner.Right, means[0].Mean)
                * weyl.Phase(inner.Inner, mean);
            value[t] = phase * values[t].Value;
            even[t] = (value[t] + Complex.Conjugate(phase * exchanged[t].Value)) / 2;
            errors[t] = Math.Max(values[t].Error, exchanged[t].Error)
                + ((weyl.Steepness(inner.Left) + weyl.Steepness(inner.Right)) * means[0].Error)
                + (weyl.Steepness(inner.Inner) * error);
        }

        return new NestedWeylSeries(arguments, [.. times], [.. value], [.. even], [.. errors]);
    }

    // Without the phases of the operators.
    private static (Complex Value, double Error)[] Evolve(WeylRuns weyl, NestedWeyl arguments, IReadOnlyList<double> times)
    {
        WeylTriple inner = arguments.Inner;
        (var parts, double error) = weyl.Start(arguments.Left, arguments.Right);
        (var later, double further) = weyl.Turn([.. parts], arguments.Time, inner.Left, inner.Right);
        return weyl.Trace((later, error + further), [.. times.Select(time => time - arguments.Time)], inner.Inner);
    }

    private static StartRuns Plan(
        CollectiveModel model, int n, IReadOnlyList<double> times, NestedWeyl arguments, ExactOptions? options)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(arguments);
        arguments.Check(model, times);

        // Two parts, for the function and for its even part, and the averages.
        int count = (IsSymmetric(arguments) ? 2 : 4) + 1;
        return new StartRuns(model, n, AllTimes(arguments, times), options ?? new ExactOptions(), count, FurtherStates);
    }

    private static bool IsSymmetric(NestedWeyl arguments) =>
        arguments.Left.SequenceEqual(arguments.Right) && arguments.Inner.Left.SequenceEqual(arguments.Inner.Right);

    private static double[] AllTimes(NestedWeyl arguments, IReadOnlyList<double> times) => [.. times.Prepend(arguments.Time).Distinct()];
}
