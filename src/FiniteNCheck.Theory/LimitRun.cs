using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>Solves the limit of a model of any local dimension at a list of times.</summary>
internal static class LimitRun
{
    /// <summary>Integrates mean field and covariance.</summary>
    /// <param name="problem">The model.</param>
    /// <param name="times">The output times; the last may be infinite, for the stationary state that the mean field reaches.</param>
    /// <param name="drift">The drift to use.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="InputException">The limit is no mean field, or cannot be followed.</exception>
    public static TheoryResult Solve(
        LimitProblem problem, IReadOnlyList<double> times, Drift drift, CancellationToken cancellationToken)
    {
        if (times.Count > 0 && double.IsPositiveInfinity(times[^1]))
        {
            double[] finite = [.. times.SkipLast(1)];
            if (finite.Length > 0)
            {
                OutputTimes.Check(finite);
            }

            return AppendStationary(problem, finite, drift, cancellationToken);
        }

        OutputTimes.Check(times);
        LimitProblem growing = problem.OfGrowingBlocks();
        TheoryResult limit = SolveGrowing(growing, times, drift, cancellationToken);
        return growing.Model.Blocks.Length == problem.Model.Blocks.Length
            ? limit
            : FixedBlocks.Add(problem, limit, cancellationToken);
    }

    private static TheoryResult SolveGrowing(
        LimitProblem problem, IReadOnlyList<double> times, Drift drift, CancellationToken cancellationToken)
    {
        CovarianceSample[] samples = Integrate(problem, drift, times, LimitTheory.LocalTolerance, cancellationToken);
        CovarianceSample[] coarse = Integrate(problem, drift, times, LimitTheory.CoarseTolerance, cancellationToken);
        (CovarianceSample[] shown, CovarianceSample[] shownCoarse) =
            ([.. samples.Select(sample => Observed(problem, sample))], [.. coarse.Select(sample => Observed(problem, sample))]);
        return new TheoryResult
        {
            Moments = new MomentSeries(
                [.. times],
                [.. shown.Select(sample => sample.Averages.ToArray())],
                [.. shown.Select(sample => sample.Covariance.ToArray())]),
            Drift = drift,
            Symplectic = [.. samples.Select(sample => problem.ObservedProducts(problem.Symplectic(sample.Averages)).ToArray())],
            Propagator = [.. shown.Select(sample => sample.Propagator.ToArray())],
            Noise = [.. shown.Select(sample => sample.Noise.ToArray())],
            Stationary = new Lazy<StationaryCovariance>(() => FindStationaryCovariance(problem, drift, cancellationToken)),
            MeanError = Error(shown, shownCoarse, sample => sample.Averages.ToArray()),
            CovarianceError = Error(shown, shownCoarse, sample => sample.Covariance.ToColumnMajorArray()),
            PropagatorError = Error(shown, shownCoarse, sample => sample.Propagator.ToColumnMajorArray()),
            NoiseError = Error(shown, shownCoarse, sample => sample.Noise.ToColumnMajorArray()),
        };
    }

    // The fixed point that the flow reaches and the covariance there; NaN where there is none.
    private static TheoryResult AppendStationary(
        LimitProblem problem, double[] finite, Drift drift, CancellationToken cancellationToken)
    {
        SymmetricModel model = problem.Model;
        if (model.IsDriven || model.Blocks.Any(block => block.Size is not null))
        {
            throw new InputException(
                $"model '{model.Name}' {(model.IsDriven ? "depends on time" : "has blocks of fixed size")}: a stationary limit is that "
                + "of a model of growing blocks that does not depend on time. Ask for finite times.");
        }

        TheoryResult found = Solve(problem, finite.Length > 0 ? finite : [0], drift, cancellationToken);
        Vector<double>? point = found.Stationary!.Value.Point;
        int side = model.ObservableNames.Length;
        double[,] nothing = Matrix<double>.Build.Dense(side, side, double.NaN).ToArray();
        double[,] covariance = found.StationaryCovariance ?? nothing;
        double[,] symplectic = point is null ? nothing : problem.ObservedProducts(problem.Symplectic(point)).ToArray();
        int kept = finite.Length;
        return found with
        {
            Moments = new MomentSeries(
                [.. finite, double.PositiveInfinity],
                [
                    .. found.Moments.Mean.Take(kept),
                    point is null ? [.. Enumerable.Repeat(double.NaN, side)] : problem.Observed(point).ToArray(),
                ],
                [.. found.Moments.Covariance.Take(kept), covariance]),
            Symplectic = [.. found.Symplectic.Take(kept), symplectic],
            Propagator = [.. found.Propagator.Take(kept), new double[side, side]],
            Noise = [.. found.Noise.Take(kept), covariance],
        };
    }

    private static StationaryCovariance FindStationaryCovariance(LimitProblem problem, Drift drift, CancellationToken cancellationToken)
    {
        if (problem.Model.IsDriven)
        {
            return new StationaryCovariance(Covariance: null, "the model depends on time");
        }

        FluctuationCoefficients fluctuations = problem.CoefficientsOf(problem.Model);
        FixedPoint reached = fluctuations.MeanField.FixedPoint(problem.Start, cancellationToken);
        if (reached.Point is not { } point)
        {
            return new StationaryCovariance(Covariance: null, $"no stationary state: {reached.Reason}");
        }

        StationaryCovariance stationary = StationaryCovariance.At(fluctuations, point, drift);
        return stationary with
        {
            Point = point,
            Covariance = stationary.Covariance is { } covariance ? problem.ObservedProducts(covariance) : null,
        };
    }

    private static CovarianceSample[] Integrate(
        LimitProblem problem, Drift drift, IReadOnlyList<double> times, double tolerance, CancellationToken cancellationToken)
    {
        try
        {
            return CovarianceTrajectory.Integrate(problem, drift, times, tolerance, cancellationToken);
        }
        catch (IntegrationException exception)
        {
            throw new InputException(
                $"the mean field and its covariance cannot be followed up to t = {Numeral.Exact(times[^1])}: {exception.Message} "
                + "Rates or couplings of this size are out of reach; reduce them or the time.",
                exception);
        }
    }

    private static CovarianceSample Observed(LimitProblem problem, CovarianceSample sample) => new(
        problem.Observed(sample.Averages),
        problem.ObservedPropagator(sample.Propagator),
        problem.ObservedProducts(sample.Noise),
        problem.ObservedProducts(sample.Covariance));

    private static double Error(CovarianceSample[] samples, CovarianceSample[] coarse, Func<CovarianceSample, double[]> values) =>
        RunDifference.Largest(samples.SelectMany(values), coarse.SelectMany(values));
}
