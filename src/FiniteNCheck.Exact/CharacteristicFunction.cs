using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact;

/// <summary>Exact expectation values of the Weyl operators <c>W(r) = exp(i r.F)</c>, with which the fluctuations are tested for being Gaussian (6).</summary>
/// <param name="Times">The times.</param>
/// <param name="Values"><c>Values[t][k]</c>: <c>&lt;exp(i r_k . F)&gt;</c>; 1 at <c>r = 0</c>, modulus at most 1.</param>
/// <param name="Errors">One per time: a bound of the error of every value, that of the state in trace norm, plus what it adds to the averages that <c>F</c> subtracts.</param>
public sealed record CharacteristicFunction(ImmutableArray<double> Times, ImmutableArray<ImmutableArray<Complex>> Values, ImmutableArray<double> Errors)
{
    /// <summary>Evolves a model exactly and evaluates the characteristic function of its fluctuations. Blocks are not merged: each has its own <c>r_h</c>.</summary>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Times of output, non-negative and strictly increasing.</param>
    /// <param name="arguments">
    /// The vectors <c>r</c>, each with one <c>r_h</c> per block: <c>r.F = sum_h sqrt(N_h) r_h . (m_h - &lt;m_h&gt;)</c> (27), Pauli basis.
    /// </param>
    /// <param name="options">Accuracy and threads; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the run with an <see cref="OperationCanceledException"/>.</param>
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
                throw new InputException($"an argument has {argument.Length} vectors: expected {model.Blocks.Length} finite ones, one per block of model '{model.Name}'.");
            }
        }

        return ExactSolver.Characteristic(model, n, times, arguments, (options ?? new ExactOptions()) with { MergeBlocks = false }, cancellationToken);
    }
}
