using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>The mean field and Gaussian fluctuations of a model in the limit N to infinity.</summary>
public static class LimitTheory
{
    /// <summary>The local error allowed per step of the integrator.</summary>
    public const double LocalTolerance = 1e-13;

    /// <summary>
    /// The local error per step of a second run, whose distance from the first is reported as the error. The coarser run dominates the
    /// difference, so the reported error is an overestimate.
    /// </summary>
    public const double CoarseTolerance = 3e-12;

    /// <summary>
    /// Solves the mean-field flow (22) and the covariance equation (50) along it: <c>Sigma(t) = X_t Sigma(0) X_t^T + Y_t</c> (35).
    /// </summary>
    /// <param name="model">The model; a <see cref="MeanFieldFixedPoint"/> start is resolved first.</param>
    /// <param name="times">
    /// The output times, non-negative and strictly increasing; the last may be infinite, for the stationary state that the mean field
    /// reaches from the start, with NaN where there is none.
    /// </param>
    /// <param name="drift">The drift to use.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">
    /// The model or the list of times is invalid, the requested initial state does not exist, or the limit is no mean field: the start does
    /// not cluster, or blocks of fixed size or couplings of another power of n stand against it. The message says which.
    /// </exception>
    public static TheoryResult Solve(
        CollectiveModel model,
        IReadOnlyList<double> times,
        Drift drift,
        CancellationToken cancellationToken = default)
    {
        ModelValidation.Check(model);
        ArgumentNullException.ThrowIfNull(times);
        if (times.Count > 0 && double.IsPositiveInfinity(times[^1]))
        {
            double[] finite = [.. times.SkipLast(1)];
            if (finite.Length > 0)
            {
                OutputTimes.Check(finite);
            }

            return AppendStationary(model, finite, drift, cancellationToken);
        }

        OutputTimes.Check(times);
        ArgumentNullException.ThrowIfNull(drift);
        drift.Require(model);
        CollectiveModel resolved = Resolve(model, cancellationToken);
        InitialStateResolution.Averages(resolved);
        CollectiveModel growing = LimitModel.OfGrowingBlocks(resolved);
        TheoryResult limit = SolveGrowing(growing, times, drift, cancellationToken);
        return growing.Blocks.Length == resolved.Blocks.Length ? limit : FixedBlocks.Add(resolved, limit, cancellationToken);
    }

    private static TheoryResult SolveGrowing(
        CollectiveModel model, IReadOnlyList<double> times, Drift drift, CancellationToken cancellationToken)
    {
        Vector<double> start = InitialStateResolution.Averages(model);
        CovarianceSample[] samples = Integrate(model, drift, start, times, LocalTolerance, cancellationToken);
        CovarianceSample[] coarse = Integrate(model, drift, start, times, CoarseTolerance, cancellationToken);
        return new TheoryResult
        {
            Moments = new MomentSeries(
                [.. times],
                [.. samples.Select(sample => sample.Averages.ToArray())],
                [.. samples.Select(sample => sample.Covariance.ToArray())]),
            Drift = drift,
            Symplectic = [.. samples.Select(sample => Fluctuations.Symplectic(sample.Averages).ToArray())],
            Propagator = [.. samples.Select(sample => sample.Propagator.ToArray())],
            Noise = [.. samples.Select(sample => sample.Noise.ToArray())],
            Stationary = new Lazy<StationaryCovariance>(() => FindStationaryCovariance(model, start, drift, cancellationToken)),
            MeanError = Error(samples, coarse, sample => sample.Averages.ToArray()),
            CovarianceError = Error(samples, coarse, sample => sample.Covariance.ToColumnMajorArray()),
            PropagatorError = Error(samples, coarse, sample => sample.Propagator.ToColumnMajorArray()),
            NoiseError = Error(samples, coarse, sample => sample.Noise.ToColumnMajorArray()),
        };
    }

    // The fixed point that the flow reaches and the covariance there; NaN where there is none.
    private static TheoryResult AppendStationary(
        CollectiveModel model, double[] finite, Drift drift, CancellationToken cancellationToken)
    {
        if (model.IsDriven || model.Blocks.Any(block => block.Size is not null))
        {
            throw new InputException(
                $"model '{model.Name}' {(model.IsDriven ? "depends on time" : "has blocks of fixed size")}: a stationary limit is that "
                + "of a model of growing blocks that does not depend on time. Ask for finite times.");
        }

        TheoryResult found = Solve(model, finite.Length > 0 ? finite : [0], drift, cancellationToken);
        Vector<double>? point = found.Stationary!.Value.Point;
        int side = model.ObservableNames.Length;
        double[,] nothing = Matrix<double>.Build.Dense(side, side, double.NaN).ToArray();
        double[,] covariance = found.StationaryCovariance ?? nothing;
        int kept = finite.Length;
        return found with
        {
            Moments = new MomentSeries(
                [.. finite, double.PositiveInfinity],
                [.. found.Moments.Mean.Take(kept), point?.ToArray() ?? [.. Enumerable.Repeat(double.NaN, side)]],
                [.. found.Moments.Covariance.Take(kept), covariance]),
            Symplectic = [.. found.Symplectic.Take(kept), point is null ? nothing : Fluctuations.Symplectic(point).ToArray()],
            Propagator = [.. found.Propagator.Take(kept), new double[side, side]],
            Noise = [.. found.Noise.Take(kept), covariance],
        };
    }

    private static StationaryCovariance FindStationaryCovariance(
        CollectiveModel model, Vector<double> start, Drift drift, CancellationToken cancellationToken)
    {
        if (model.IsDriven)
        {
            return new StationaryCovariance(Covariance: null, "the model depends on time");
        }

        var fluctuations = new Fluctuations(model);
        FixedPoint reached = fluctuations.MeanField.FixedPoint(start, cancellationToken);
        return reached.Point is { } point
            ? StationaryCovariance.At(fluctuations, point, drift) with { Point = point }
            : new StationaryCovariance(Covariance: null, $"no stationary state: {reached.Reason}");
    }

    /// <summary>
    /// Replaces a requested mean-field fixed point by the product state there. A model with a product state is returned unchanged.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="InputException">
    /// The model is invalid, or the flow does not reach a fixed point with the requested overlap.
    /// </exception>
    public static CollectiveModel ResolveInitialState(CollectiveModel model, CancellationToken cancellationToken = default) =>
        Resolve(ModelValidation.Check(model), cancellationToken);

    /// <summary>The largest rate or frequency at the initial state, an inverse time; 0 if nothing moves.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Cancels the search for a requested fixed point.</param>
    /// <exception cref="InputException">
    /// The model is invalid, or the flow does not reach a fixed point with the requested overlap.
    /// </exception>
    public static double RateAtStart(CollectiveModel model, CancellationToken cancellationToken = default)
    {
        CollectiveModel resolved = ResolveInitialState(model, cancellationToken);
        return new MeanField(resolved.At(0)).RateScale(InitialStateResolution.Averages(resolved));
    }

    private static CollectiveModel Resolve(CollectiveModel model, CancellationToken cancellationToken) =>
        model.Initial is MeanFieldFixedPoint request
            ? InitialStateResolution.Resolve(model, request, cancellationToken)
            : InitialStateResolution.Simplify(model);

    private static CovarianceSample[] Integrate(
        CollectiveModel model,
        Drift drift,
        Vector<double> start,
        IReadOnlyList<double> times,
        double tolerance,
        CancellationToken cancellationToken)
    {
        try
        {
            return CovarianceTrajectory.Integrate(
                model, static each => new Fluctuations(each), drift, start, times, tolerance, cancellationToken);
        }
        catch (IntegrationException exception)
        {
            throw new InputException(
                $"the mean field and its covariance cannot be followed up to t = {Numeral.Exact(times[^1])}: {exception.Message} "
                + "Rates or couplings of this size are out of reach; reduce them or the time.",
                exception);
        }
    }

    private static double Error(CovarianceSample[] samples, CovarianceSample[] coarse, Func<CovarianceSample, double[]> values) =>
        RunDifference.Largest(samples.SelectMany(values), coarse.SelectMany(values));
}
