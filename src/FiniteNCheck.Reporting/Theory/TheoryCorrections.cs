using System.Collections.Immutable;
using FiniteNCheck.Model;
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
