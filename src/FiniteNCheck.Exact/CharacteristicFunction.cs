using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>
/// Exact expectation values of the Weyl operators <c>W(r) = exp(i r.F)</c>, by which the fluctuations are tested for Gaussianity (6).
/// </summary>
/// <param name="Times">The times.</param>
/// <param name="Values"><c>Values[t][k]</c>: <c>&lt;exp(i r_k . F)&gt;</c>; 1 at <c>r = 0</c>, modulus at most 1.</param>
/// <param name="Errors">
/// Error bound of every value, one per time: that of the state in trace norm, plus that of the averages which <c>F</c> subtracts.
/// </param>
public sealed record CharacteristicFunction(
    ImmutableArray<double> Times, ImmutableArray<ImmutableArray<Complex>> Values, ImmutableArray<double> Errors)
{
    /// <summary>
    /// Evolves a model exactly and evaluates the characteristic function of its fluctuations. Blocks are not merged: each has its own
    /// <c>r_h</c>.
    /// </summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Output times, non-negative and strictly increasing.</param>
    /// <param name="arguments">
    /// The vectors <c>r</c>, each with one <c>r_h</c> per block: <c>r.F = sum_h sqrt(N_h) r_h . (m_h - &lt;m_h&gt;)</c> (27), Pauli basis.
    /// </param>
    /// <param name="options">Accuracy and threads; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The arguments are invalid, or the run cannot fit in memory.</exception>
    public static CharacteristicFunction Solve(
        CollectiveModel model,
        int n,
        IReadOnlyList<double> times,
        IReadOnlyList<ImmutableArray<PauliVector>> arguments,
        ExactOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(arguments);
        foreach (ImmutableArray<PauliVector> argument in arguments)
        {
            if (argument.Length != model.Blocks.Length || !argument.All(each => each.IsFinite))
            {
                throw new InputException(
                    $"an argument has {argument.Length} vectors: expected {model.Blocks.Length} finite ones, "
                    + $"one per block of model '{model.Name}'.");
            }
        }

        options = (options ?? new ExactOptions()) with { MergeBlocks = false };
        ExactPlan plan = ExactSolver.Plan(model, n, times, options, cancellationToken);
        StateEvolution evolution = plan.Start(cancellationToken);
        CollectiveSystem system = plan.Problem!.System;
        var values = ImmutableArray.CreateBuilder<ImmutableArray<Complex>>(times.Count);
        var errors = ImmutableArray.CreateBuilder<double>(times.Count);
        foreach (double time in times)
        {
            while (evolution.Time < time)
            {
                evolution.StepTowards(time, cancellationToken);
            }

            values.Add(Evaluate(system, evolution, arguments, options.ThreadCount, cancellationToken));

            // |d<W>| <= ||d rho||_1, and the phase changes by sqrt(N_h) |r_h| times the error of an average.
            double phase = arguments.Max(argument => argument.Select((r, h) => Math.Sqrt(system.Members[h].Spins) * r.Norm).Sum());
            errors.Add((1 + phase) * evolution.Error);
        }

        return new CharacteristicFunction([.. times], values.MoveToImmutable(), errors.MoveToImmutable());
    }

    private static ImmutableArray<Complex> Evaluate(
        CollectiveSystem system,
        StateEvolution evolution,
        IReadOnlyList<ImmutableArray<PauliVector>> arguments,
        int threads,
        CancellationToken cancellationToken)
    {
        double[] mean = Moments.Measure(system, evolution.State, threads).Mean();
        var values = new Complex[arguments.Count];
        Parallel.For(
            0,
            arguments.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            k => values[k] = WeylExpectation.Evaluate(system, evolution.State, mean, arguments[k]));
        return [.. values];
    }
}
