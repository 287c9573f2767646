using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;

namespace FiniteNCheck.Verification;

/// <summary>The two sides that a study compares, as functions. <see cref="Default"/> is the real ones.</summary>
public sealed record StudySolvers
{
    /// <summary>The exact engine and the limit theory.</summary>
    public static StudySolvers Default { get; } = new();

    /// <summary>Replaces a requested mean-field fixed point by the product state at it.</summary>
    public Func<CollectiveModel, CancellationToken, CollectiveModel> ResolveInitialState { get; init; } = LimitTheory.ResolveInitialState;

    /// <summary>The theory for N to infinity: model, times, drift.</summary>
    public Func<CollectiveModel, IReadOnlyList<double>, Drift, CancellationToken, TheoryResult> Theory { get; init; } = LimitTheory.Solve;

    /// <summary>
    /// The coefficients of 1/n of the model: model, times. They make the reading of a ladder more careful; where there are none
    /// (<see langword="null"/>) it rests on the ladder alone.
    /// </summary>
    public Func<CollectiveModel, IReadOnlyList<double>, CancellationToken, CorrectionResult?> Corrections { get; init; } =
        (model, times, cancellationToken) => CorrectionTheory.Solve(model, times, depth: null, cancellationToken);

    /// <summary>What a size would take: model, n, times, options; the token ends a trial.</summary>
    public Func<CollectiveModel, int, IReadOnlyList<double>, ExactOptions, CancellationToken, ExactPlan> Plan { get; init; } = ExactSolver.Plan;

    /// <summary>The exact moments at one size: model, n, times, options, progress.</summary>
    public Func<CollectiveModel, int, IReadOnlyList<double>, ExactOptions, IProgress<ExactProgress>?, CancellationToken, ExactResult> Exact { get; init; } =
        ExactSolver.Solve;
}
