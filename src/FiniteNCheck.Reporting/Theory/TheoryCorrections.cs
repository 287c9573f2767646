using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Theory.Corrections;

namespace FiniteNCheck.Reporting.Theory;

/// <summary>The coefficients of 1/n that a prediction is shown with.</summary>
/// <param name="Result">The coefficients, those of the covariance among them.</param>
/// <param name="N">The ladder value at which limit and correction are added up, or <see langword="null"/>.</param>
public sealed record TheoryCorrections(CorrectionResult Result, int? N)
{
    /// <summary>The coefficients of the covariance.</summary>
    public ImmutableArray<double[,]> Covariance =>
        Result.CovarianceCorrection ?? throw new InvalidOperationException("The covariance was not corrected.");

    /// <summary>Limit plus correction at <see cref="N"/>.</summary>
    public MomentSeries? AtN => N is { } n ? Result.At(n) : null;

    /// <summary>The coefficients of some observables; what is said of their size then is about these.</summary>
    /// <param name="observables">Which.</param>
    internal TheoryCorrections For(ObservableSelection observables) => this with
    {
        Result = Result with
        {
            Mean = [.. Result.Mean.Select(observables.Of)],
            MeanCorrection = [.. Result.MeanCorrection.Select(observables.Of)],
            Covariance = observables.Of(Result.Covariance),
            CovarianceCorrection = observables.Of(Covariance),
            Stationary = Result.Stationary is { } rest
                ? rest with
                {
                    Mean = rest.Mean is { } mean ? observables.Of(mean) : null,
                    Covariance = rest.Covariance is { } covariance ? observables.Of(covariance) : null,
                }
                : null,
        },
    };

    /// <summary>Where the expansion fails or is asked for too early.</summary>
    public ImmutableArray<string> Notes => [.. Warnings()];

    /// <summary>
    /// The ladder value from which the corrections are below a tenth of the limit, whole; <see langword="null"/>
    /// where there is none.
    /// </summary>
    /// <param name="time">Index into the times.</param>
    public double? ValidFrom(int time) => Result.ValidFrom(time) is var from && double.IsFinite(from) ? Math.Ceiling(from) : null;

    private IEnumerable<string> Warnings()
    {
        if (Result.GrowthWarning() is { } growing)
        {
            yield return growing;
        }

        double needed = Enumerable.Range(0, Result.Times.Length).Max(Result.ValidFrom);
        if (N < needed)
        {
            yield return $"n = {N} is below validFrom at some time: a correction there exceeds a tenth of what it corrects, and the "
                + "terms left out need not be small.";
        }
    }
}
