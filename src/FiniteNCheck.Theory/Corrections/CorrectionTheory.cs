using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory.Corrections;

/// <summary>
/// The coefficients of 1/n of averages and covariances at fixed times, for an initial product state (<c>docs/theory-corrections.md</c>).
/// </summary>
public static class CorrectionTheory
{
    /// <summary>The largest number of blocks for which the covariance is corrected. The cost grows as their fourth power.</summary>
    public const int MaxBlocksWithCovariance = 16;

    /// <summary>The largest number of blocks for which the covariance is corrected unless it is asked for.</summary>
    public const int MaxBlocksByDefault = 8;

    // As for the limit itself, the coarser of the two runs dominates their difference, so the reported error is an overestimate.
    private const double CoarseTolerance = 3e-12;

    /// <summary>Integrates the mean field and its corrections together.</summary>
    /// <param name="model">The model; a <see cref="MeanFieldFixedPoint"/> start is resolved first.</param>
    /// <param name="times">The output times, non-negative and strictly increasing.</param>
    /// <param name="depth">
    /// The corrections to compute; <see langword="null"/> includes those of the covariance if there are at most
    /// <see cref="MaxBlocksByDefault"/> blocks.
    /// </param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">
    /// The model or the list of times is invalid, the requested initial state does not exist, there are too many blocks for the
    /// covariance, or the integration cannot reach the last time.
    /// </exception>
    public static CorrectionResult Solve(
        CollectiveModel model,
        IReadOnlyList<double> times,
        CorrectionDepth? depth = null,
        CancellationToken cancellationToken = default)
    {
        OutputTimes.Check(times);
        CollectiveModel resolved = LimitTheory.ResolveInitialState(model, cancellationToken);
        if (resolved.Blocks.Any(block => block.Size is not null) || resolved.Couplings.Any(pair => pair.Scale != 1))
        {
            throw new InputException(
                $"model '{resolved.Name}' has blocks of fixed size or couplings divided by another power of n than 1: its coefficients of "
                + "1/n are not known. Ask for the limit alone.");
        }

        CorrectionDepth chosen =
            depth ?? (resolved.Blocks.Length <= MaxBlocksByDefault ? CorrectionDepth.Covariance : CorrectionDepth.Mean);
        if (chosen == CorrectionDepth.Covariance && resolved.Blocks.Length > MaxBlocksWithCovariance)
        {
            throw new InputException(
                $"the model has {resolved.Blocks.Length} blocks: the 1/n correction of the covariance is computed for at most "
                + $"{MaxBlocksWithCovariance}. Ask for that of the means, or merge equal blocks.");
        }

        double[][] fine = Integrate(resolved, times, chosen, LimitTheory.LocalTolerance, cancellationToken);
        double[][] coarse = Integrate(resolved, times, chosen, CoarseTolerance, cancellationToken);
        return Result(resolved, times, chosen, fine, coarse) with
        {
            Reached = chosen == CorrectionDepth.Covariance && !resolved.IsDriven
                ? new Lazy<StationaryCorrection>(() => StationaryCorrection.Reached(resolved, cancellationToken))
                : null,
        };
    }

    private static CorrectionResult Result(
        CollectiveModel model, IReadOnlyList<double> times, CorrectionDepth depth, double[][] fine, double[][] coarse)
    {
        var moments = new CorrectionMoments(model);
        ImmutableArray<double[]> mu = [.. fine.Select(moments.MeanCorrection)];
        bool whole = depth == CorrectionDepth.Covariance;
        ImmutableArray<double[,]>? c1 = whole ? [.. fine.Select(moments.CovarianceCorrection)] : null;
        return new CorrectionResult
        {
            Times = [.. times],
            Mean = [.. fine.Select(moments.Mean)],
            MeanCorrection = mu,
            Covariance = [.. fine.Select(moments.Covariance)],
            CovarianceCorrection = c1,
            MeanCorrectionError = RunDifference.Largest(mu.SelectMany(each => each), coarse.SelectMany(moments.MeanCorrection)),
            GrowthRates = [.. fine.Select((state, t) => GrowthRate(new MeanField(model.At(times[t])), moments.Mean(state)))],
            CovarianceCorrectionError = c1 is { } found
                ? RunDifference.Largest(
                    found.SelectMany(each => each.Cast<double>()),
                    coarse.SelectMany(state => moments.CovarianceCorrection(state).Cast<double>()))
                : 0,
        };
    }

    private static double GrowthRate(MeanField meanField, double[] mean)
    {
        Vector<double> m = Vector<double>.Build.Dense(mean);
        double abscissa = Stability.SpectralAbscissa(meanField.Jacobian(m));
        return abscissa > Stability.MarginalRate(meanField.RateScale(m)) ? abscissa : 0;
    }

    private static double[][] Integrate(
        CollectiveModel model,
        IReadOnlyList<double> times,
        CorrectionDepth depth,
        double tolerance,
        CancellationToken cancellationToken)
    {
        Vector<double> start = InitialStateResolution.Averages(model);
        double[] state = new double[CorrectionState.Length(start.Count, depth)];
        start.AsArray().CopyTo(state, 0);
        try
        {
            return ModelIntegration.Run(
                model, each => new CorrectionFlow((CollectiveModel)each, depth), state, times, tolerance, cancellationToken);
        }
        catch (IntegrationException exception)
        {
            throw new InputException(
                $"the 1/n corrections cannot be followed up to t = {Numeral.Exact(times[^1])}: {exception.Message} "
                + "Rates or couplings of this size are out of reach; reduce them or the time.",
                exception);
        }
    }
}
