using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Theory.Levels;

/// <summary>
/// The limit N to infinity of a model of any local dimension: <see cref="LimitTheory"/> for two levels, and the same equations in the basis
/// of Gell-Mann for sites with levels.
/// </summary>
public static class SymmetricTheory
{
    /// <summary>Solves the mean-field flow (22) and the covariance equation (50) along it.</summary>
    /// <param name="model">The model; a requested fixed point is resolved first.</param>
    /// <param name="times">The output times, non-negative and strictly increasing; the last may be infinite.</param>
    /// <param name="drift">The drift to use.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">As for <see cref="LimitTheory.Solve"/>.</exception>
    public static TheoryResult Solve(
        SymmetricModel model, IReadOnlyList<double> times, Drift drift, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(drift);
        if (model is not LevelModel levels)
        {
            return LimitTheory.Solve((CollectiveModel)model, times, drift, cancellationToken);
        }

        LevelValidation.Check(levels);
        drift.Require(levels);
        return LimitRun.Solve(new LevelLimit(LevelStartResolution.Resolve(levels, cancellationToken)), times, drift, cancellationToken);
    }

    /// <summary>Replaces a requested mean-field fixed point by the product state there.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="InputException">The model is invalid, or the flow does not reach a fixed point.</exception>
    public static SymmetricModel ResolveInitialState(SymmetricModel model, CancellationToken cancellationToken = default) =>
        model is LevelModel levels
            ? LevelStartResolution.Resolve(LevelValidation.Check(levels), cancellationToken)
            : LimitTheory.ResolveInitialState((CollectiveModel)model, cancellationToken);

    /// <summary>The largest rate or frequency at the initial state, an inverse time; 0 if nothing moves.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Cancels the search for a requested fixed point.</param>
    /// <exception cref="InputException">The model is invalid, or the flow does not reach a fixed point.</exception>
    public static double RateAtStart(SymmetricModel model, CancellationToken cancellationToken = default)
    {
        if (model is not LevelModel levels)
        {
            return LimitTheory.RateAtStart((CollectiveModel)model, cancellationToken);
        }

        LevelModel resolved = LevelStartResolution.Resolve(LevelValidation.Check(levels), cancellationToken);
        return new LevelMeanField(resolved.At(0)).RateScale(LevelStartResolution.Averages(resolved));
    }
}
