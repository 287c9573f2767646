using FiniteNCheck.Numerics;
using FiniteNCheck.Theory.Corrections;
using FiniteNCheck.Verification.Ladders;

namespace FiniteNCheck.Verification.Planning;

/// <summary>How far a ladder has to go, by what theory foresees of the corrections.</summary>
internal static class LadderNeed
{
    // The smallest size lies at twice the reach: there the terms of the expansion fall by half or more, each from the one before.
    private const double ReachOfSmallest = 2;

    // What is left out shall be well below the resolution: the readings of a ladder disagree by more than that alone.
    private const double ShareOfResolution = 0.1;

    /// <summary>
    /// The largest size that a ladder of the usual proportions needs at one time, not below 1: its smallest size lies at twice the reach,
    /// and the first term left out (<see cref="ForeseenCorrections.Remainder"/>) of its best degree is a tenth of the resolution.
    /// </summary>
    /// <param name="corrections">The coefficients of 1/n.</param>
    /// <param name="time">Index of the time.</param>
    /// <param name="resolution">The resolution of the study.</param>
    public static double At(CorrectionResult corrections, int time, double resolution)
    {
        if (Foresight.From(corrections) is not { } foresight)
        {
            return double.PositiveInfinity;
        }

        double need = Of(foresight.Mean(time, 0), ShareOfResolution * resolution);
        return foresight.Covariance(time, 0, 0) is { } covariance
            ? Math.Max(need, Of(covariance, ShareOfResolution * resolution * Math.Max(1, covariance.Size)))
            : need;
    }

    /// <summary>
    /// The size up to which every covariance can be read: beyond it the error bound of an exact state amounts to more of the smallest
    /// correction than <see cref="LadderReader.MaxErrorShare"/>. Sizes beyond it would be dropped. Infinite where nothing is corrected.
    /// </summary>
    /// <param name="corrections">The coefficients of 1/n.</param>
    /// <param name="maxShare">The share of the largest block.</param>
    /// <param name="tolerance">The error bound of a state, in trace norm.</param>
    public static double MaxReadable(CorrectionResult corrections, double maxShare, double tolerance)
    {
        double smallest = (corrections.CovarianceCorrection ?? [])
            .SelectMany(c1 => c1.Cast<double>())
            .Select(Math.Abs)
            .Where(size => size > Math.Max(corrections.CovarianceCorrectionError, 1e-12))
            .DefaultIfEmpty(double.PositiveInfinity)
            .Min();

        // The bound of a covariance is three times the number of spins times that of the state (docs/verdicts.md).
        return Math.Sqrt(LadderReader.MaxErrorShare * smallest / (3 * maxShare * tolerance));
    }

    private static double Of(ForeseenCorrections foreseen, double target)
    {
        double[] shares = [.. SizePattern.Shares];
        double settled = ReachOfSmallest * foreseen.Reach / shares[0];
        double resolved = Enumerable.Range(1, shares.Length - 2).Min(degree =>
            Math.Pow(foreseen.Remainder(shares.AsSpan()[(shares.Length - degree - 1)..]) / target, 1.0 / (degree + 1)));
        return Math.Max(1, Math.Max(settled, resolved));
    }
}
