using FiniteNCheck.Numerics;
using FiniteNCheck.Theory.Corrections;

namespace FiniteNCheck.Verification.Ladders;

/// <summary>
/// The corrections that next-order theory predicts for the ladders of a study: <c>mu</c> and
/// <c>C1</c>, the coefficients of 1/n. All averages at one time come from one state, so the largest
/// of their coefficients sets the scale for all of them, and likewise for the covariance.
/// </summary>
internal sealed class Foresight
{
    // Averages of Pauli matrices are at most 1.
    private const double SizeOfMeans = 1;

    private readonly CorrectionResult corrections;

    private Foresight(CorrectionResult corrections) => this.corrections = corrections;

    /// <summary>Wraps corrections; <see langword="null"/> if there are none or some are not finite.</summary>
    /// <param name="corrections">The corrections at the times of the study, or <see langword="null"/>.</param>
    internal static Foresight? From(CorrectionResult? corrections) => corrections is not null
        && corrections.MeanCorrection.All(mu => mu.All(double.IsFinite))
        && (corrections.CovarianceCorrection?.All(c1 => c1.Cast<double>().All(double.IsFinite)) ?? true)
            ? new Foresight(corrections)
            : null;

    /// <summary>Whether corrections of the covariance are known; with too many blocks they are not computed.</summary>
    internal bool ForeseesCovariance => corrections.CovarianceCorrection is not null;

    /// <summary>
    /// What the reader of a ladder must know of an unstable mean field; <see langword="null"/> if its largest size copes.
    /// </summary>
    /// <param name="largest">The largest ladder value.</param>
    internal string? GrowthWarning(int largest) => corrections.GrowthWarning(largest);

    /// <summary>The predicted corrections of an average.</summary>
    /// <param name="time">Index of the time.</param>
    /// <param name="a">Index of the observable.</param>
    internal ForeseenCorrections Mean(int time, int a)
    {
        double[] mu = corrections.MeanCorrection[time];
        return new ForeseenCorrections(mu[a], SizeOfMeans, mu.Max(Math.Abs) / SizeOfMeans);
    }

    /// <summary>The predicted corrections of an element of the covariance; <see langword="null"/> if there are too many blocks.</summary>
    /// <param name="time">Index of the time.</param>
    /// <param name="a">Index of the first observable.</param>
    /// <param name="b">Index of the second observable.</param>
    internal ForeseenCorrections? Covariance(int time, int a, int b)
    {
        if (corrections.CovarianceCorrection is not { } all)
        {
            return null;
        }

        double size = Largest(corrections.Covariance[time]);
        return new ForeseenCorrections(all[time][a, b], size, Largest(all[time]) / size);
    }

    /// <summary>
    /// The size at which the first correction would equal the scale of the quantity, for any quantity of the state at a time;
    /// <see langword="null"/> if the corrections of covariances are not known.
    /// </summary>
    /// <param name="time">Index of the time.</param>
    internal double? Reach(int time) => corrections.CovarianceCorrection is { } all
        ? Math.Max(
            corrections.MeanCorrection[time].Max(Math.Abs) / SizeOfMeans, Largest(all[time]) / Largest(corrections.Covariance[time]))
        : null;

    private static double Largest(double[,] matrix) => matrix.Cast<double>().Max(Math.Abs);
}
