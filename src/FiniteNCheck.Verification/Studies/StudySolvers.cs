using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Theory.Levels;

namespace FiniteNCheck.Verification;

/// <summary>The two sides that a study compares, as functions. Tests replace them; <see cref="Default"/> are the real ones.</summary>
public sealed record StudySolvers
{
    /// <summary>The exact engine and the limit theory.</summary>
    public static StudySolvers Default { get; } = new();

    /// <summary>Replaces a requested mean-field fixed point by the product state at it.</summary>
    public Func<SymmetricModel, CancellationToken, SymmetricModel> ResolveInitialState { get; init; } =
        SymmetricTheory.ResolveInitialState;

    /// <summary>The theory for N to infinity: model, times, drift.</summary>
    public Func<SymmetricModel, IReadOnlyList<double>, Drift, CancellationToken, TheoryResult> Theory { get; init; } =
        SymmetricTheory.Solve;

    /// <summary>
    /// The coefficients of 1/n: model, times. They make the reading of a ladder more cautious; without
    /// them (<see langword="null"/>) it rests on the ladder alone.
    /// </summary>
    public Func<SymmetricModel, IReadOnlyList<double>, CancellationToken, CorrectionResult?> Corrections { get; init; } =
        (model, times, cancellationToken) =>
            double.IsPositiveInfinity(times[^1]) || model is not CollectiveModel pauli
                ? null
                : CorrectionTheory.Solve(pauli, times, depth: null, cancellationToken);

    /// <summary>The cost of a size: model, n, times, options; the token cancels a trial run.</summary>
    public Func<SymmetricModel, int, IReadOnlyList<double>, ExactOptions, CancellationToken, ExactPlan> Plan { get; init; } =
        ExactSolver.Plan;

    /// <summary>The exact moments at one size: model, n, times, options, progress.</summary>
    public Func<
        SymmetricModel, int, IReadOnlyList<double>, ExactOptions, IProgress<ExactProgress>?, CancellationToken, ExactResult> Exact
    { get; init; } = ExactSolver.Solve;
}
