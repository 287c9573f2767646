using FiniteNCheck.Numerics;
using FiniteNCheck.Theory.Corrections;

namespace FiniteNCheck.Verification.Ladders;

/// <summary>
/// What the theory of the next order says of the ladders of a study: <c>mu</c> and <c>C1</c>, the coefficients of 1/n. All averages at one time come
/// from one state, so that the largest of their coefficients is the scale of all, and likewise for the covariance.
/// </summary>
internal sealed class Foresight
{
    // Averages of Pauli matrices are at most 1.
    private const double SizeOfMeans = 1;

    private readonly CorrectionResult corrections;

    private Foresight(CorrectionResult corrections) => this.corrections = corrections;

    /// <summary>Takes corrections, or nothing where some are no numbers.</summary>
    /// <param name="corrections">The corrections at the times of the study, or <see langword="null"/>.</param>
    internal static Foresight? Of(CorrectionResult? corrections) => corrections is not null
        && corrections.MeanCorrection.All(mu => mu.All(double.IsFinite))
        && (corrections.CovarianceCorrection?.All(c1 => c1.Cast<double>().All(double.IsFinite)) ?? true)
            ? new Foresight(corrections)
            : null;

    /// <summary>Whether anything is foreseen of the covariance: not where there are too many blocks.</summary>
    internal bool ForeseesCovariance => corrections.CovarianceCorrection is not null;

    /// <summary>What is foreseen of an average.</summary>
    /// <param name="time">Index of the time.</param>
    /// <param name="a">Index of the observable.</param>
    internal ForeseenCorrections Mean(int time, int a)
    {
        double[] mu = corrections.MeanCorrection[time];
        return new ForeseenCorrections(mu[a], SizeOfMeans, mu.Max(Math.Abs) / SizeOfMeans);
    }

    /// <summary>What is foreseen of an element of the covariance; <see langword="null"/> where there are too many blocks to say.</summary>
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

    private static double Largest(double[,] matrix) => matrix.Cast<double>().Max(Math.Abs);
}
