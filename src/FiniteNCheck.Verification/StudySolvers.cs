using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;

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

    /// <summary>The exact moments at one size: model, n, times, options, progress.</summary>
    public Func<CollectiveModel, int, IReadOnlyList<double>, ExactOptions, IProgress<ExactProgress>?, CancellationToken, ExactResult> Exact { get; init; } =
        ExactSolver.Solve;
}
