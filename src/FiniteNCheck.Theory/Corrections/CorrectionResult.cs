using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Theory.Corrections;

/// <summary>
/// The expansion <c>&lt;m_a&gt;_n = m_a + mu_a/n + O(1/n^2)</c>, <c>Sigma_n = Sigma + C1/n + O(1/n^2)</c> at fixed times, in the
/// Pauli basis and in the order of <see cref="SymmetricModel.ObservableNames"/>; <c>n</c> is the ladder value, block h holds
/// <c>share_h n</c> spins.
/// </summary>
public sealed record CorrectionResult
{
    /// <summary>The times.</summary>
    public required ImmutableArray<double> Times { get; init; }

    /// <summary><c>Mean[t][a]</c>: the mean field <c>m</c> (22).</summary>
    public required ImmutableArray<double[]> Mean { get; init; }

    /// <summary><c>MeanCorrection[t][a]</c>: the coefficient <c>mu</c>.</summary>
    public required ImmutableArray<double[]> MeanCorrection { get; init; }

    /// <summary><c>Covariance[t][a, b]</c>: the limit <c>Sigma</c> (50) with the full drift; symmetric.</summary>
    public required ImmutableArray<double[,]> Covariance { get; init; }

    /// <summary>
    /// <c>CovarianceCorrection[t][a, b]</c>: the coefficient <c>C1</c>, symmetric; <see langword="null"/> if it was not requested.
    /// </summary>
    public required ImmutableArray<double[,]>? CovarianceCorrection { get; init; }

    /// <summary>The estimated error of every element of <see cref="MeanCorrection"/>.</summary>
    public required double MeanCorrectionError { get; init; }

    /// <summary>The estimated error of every element of <see cref="CovarianceCorrection"/>; 0 if there is none.</summary>
    public required double CovarianceCorrectionError { get; init; }

    /// <summary>
    /// The rate at which small deviations from the mean field grow at each time, an inverse time: the largest real part of an eigenvalue of
    /// its Jacobian, 0 where all are damped. Along such a direction <c>Sigma</c> grows with twice the rate, and its correction with four
    /// times.
    /// </summary>
    public ImmutableArray<double> GrowthRates { get; init; } = [];

    /// <summary>
    /// What happens at the last of the times at which the mean field is unstable, and from which n on the expansion is good there; two
    /// sentences. <see langword="null"/> if it is unstable at none, or good there at a size that is known.
    /// </summary>
    /// <param name="n">The ladder value of that size; 0 if there is none.</param>
    public string? GrowthWarning(int n = 0)
    {
        int last = GrowthRates.IsDefaultOrEmpty ? -1 : GrowthRates.ToList().FindLastIndex(rate => rate > 0);
        if (last < 0 || ValidFrom(last) <= n)
        {
            return null;
        }

        double needed = Math.Ceiling(ValidFrom(last));
        return $"At t = {Numeral.Exact(Times[last])} small deviations from the mean field grow at the rate "
            + $"{Numeral.Of(GrowthRates[last])}: covariances with up to twice that rate, and their coefficients of 1/n with up to four "
            + $"times. There the expansion is good {(double.IsFinite(needed) ? $"from n = {Numeral.Of(needed)} on" : "at no n")}, "
            + "and later from larger n on.";
    }

    /// <summary>
    /// The coefficients at the fixed point that the mean field reaches; <see langword="null"/> if the covariance was not corrected.
    /// </summary>
    public StationaryCorrection? Stationary { get => field ?? Reached?.Value; init; }

    /// <summary>The same, computed on first use: the search for a fixed point takes longer than the requested times.</summary>
    internal Lazy<StationaryCorrection>? Reached { get; init; }

    /// <summary>
    /// The ladder value above which the corrections are less than a tenth of the limits, both measured by their largest element.
    /// It is at least 1, and infinite if a vanishing limit has a correction. A rule of thumb: below it the expansion need not be
    /// meaningful.
    /// </summary>
    /// <param name="time">The index of the time.</param>
    public double ValidFrom(int time)
    {
        double means = ValidFrom(Mean[time], MeanCorrection[time], MeanCorrectionError);
        return CovarianceCorrection is { } corrections
            ? Math.Max(means, ValidFrom(Covariance[time].Cast<double>(), corrections[time].Cast<double>(), CovarianceCorrectionError))
            : means;
    }

    /// <summary><c>m + mu/n</c> and <c>Sigma + C1/n</c> at a ladder value.</summary>
    /// <param name="n">The ladder value, at least 1.</param>
    /// <exception cref="InvalidOperationException">The correction of the covariance was not requested.</exception>
    public MomentSeries At(int n)
    {
        ImmutableArray<double[,]> corrections =
            CovarianceCorrection ?? throw new InvalidOperationException("The covariance was not corrected.");
        return new MomentSeries(
            Times,
            [.. Mean.Zip(MeanCorrection, (m, mu) => m.Zip(mu, (value, correction) => value + (correction / n)).ToArray())],
            [.. Covariance.Zip(corrections, (sigma, c1) => Sum(sigma, c1, n))]);
    }

    // A correction that vanishes within its error counts as zero, for example by symmetry.
    private static double ValidFrom(IEnumerable<double> limit, IEnumerable<double> correction, double error)
    {
        double size = correction.Max(Math.Abs);
        return size <= Math.Max(error, 1e-12) ? 1 : Math.Max(1, 10 * size / limit.Max(Math.Abs));
    }

    private static double[,] Sum(double[,] limit, double[,] correction, int n)
    {
        double[,] sum = new double[limit.GetLength(0), limit.GetLength(1)];
        for (int i = 0; i < sum.GetLength(0); i++)
        {
            for (int k = 0; k < sum.GetLength(1); k++)
            {
                sum[i, k] = limit[i, k] + (correction[i, k] / n);
            }
        }

        return sum;
    }
}
