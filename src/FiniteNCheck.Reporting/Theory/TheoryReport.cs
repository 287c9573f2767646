using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Reporting.Theory;

/// <summary>The input of the exporters of a prediction.</summary>
/// <param name="Model">The model, its initial state resolved to a <see cref="ProductState"/>.</param>
/// <param name="Result">The result.</param>
/// <param name="Provenance">Where the numbers come from.</param>
/// <param name="Corrections">The coefficients of 1/n, or <see langword="null"/> where the limit alone was asked for.</param>
public sealed record TheoryReport(SymmetricModel Model, TheoryResult Result, Provenance Provenance, TheoryCorrections? Corrections = null)
{
    /// <summary>The two-time functions, or <see langword="null"/> where they were not asked for.</summary>
    public TwoTimeSeries? TwoTime { get; init; }

    /// <summary>The Weyl operators between Weyl operators, or <see langword="null"/> where they were not asked for.</summary>
    public WeylSeries? Weyl { get; init; }

    /// <summary>The observables that are shown; all of the model unless restricted by <see cref="For"/>.</summary>
    public ObservableSelection Observables { get => field ?? ObservableSelection.All(Model); private init; }

    /// <summary>The report of some of the observables.</summary>
    /// <param name="observables">Which.</param>
    public TheoryReport For(ObservableSelection observables)
    {
        ArgumentNullException.ThrowIfNull(observables);
        return this with
        {
            Observables = observables,
            Result = Result with
            {
                Moments = observables.Of(Result.Moments),
                Symplectic = observables.Of(Result.Symplectic),
                Propagator = observables.Of(Result.Propagator),
                Noise = observables.Of(Result.Noise),
                StationaryCovariance = Result.StationaryCovariance is { } stationary ? observables.Of(stationary) : null,
            },
            Corrections = Corrections?.For(observables),
            TwoTime = observables.Of(TwoTime),
        };
    }

    /// <summary>The drift as files and command lines write it: <c>full</c> or <c>printed</c>.</summary>
    public string DriftName => Result.Drift.Name;

    /// <summary>How the numbers were obtained.</summary>
    public string Method => $"mean-field flow (22) and covariance equation (50), drift {Result.Drift.Origin}";

    /// <summary>What the reader must know: Assumption 1 not satisfied, an expansion evaluated where it need not hold.</summary>
    public ImmutableArray<string> Notes => [.. ModelNotes.Collect(Model), .. Corrections?.Notes ?? []];
}
