using System.Collections.Concurrent;
using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Calibration;

/// <summary>Caches the solvers of one study, and lets a wrong theory replace the right one.</summary>
internal sealed class SolvedOnce
{
    private readonly Study study;

    /// <summary>Wraps solvers.</summary>
    /// <param name="study">The study.</param>
    /// <param name="real">The solvers.</param>
    public SolvedOnce(Study study, StudySolvers real)
    {
        this.study = study;
        ConcurrentDictionary<int, ExactResult> exact = [];
        ConcurrentDictionary<(Drift Drift, string Times), TheoryResult> theory = [];
        Lazy<Theory.Corrections.CorrectionResult?> corrections = new(() =>
            real.Corrections(study.Model, study.Times, CancellationToken.None));
        ExactPlan small = real.Plan(study.Model, study.Ladder[0], study.Times, new ExactOptions(), CancellationToken.None);
        Solvers = real with
        {
            // The cost of larger sizes is irrelevant here, and estimating it may need trial runs.
            Plan = (_, _, _, _, _) => small,
            Exact = (model, n, times, options, progress, token) =>
                exact.GetOrAdd(n, _ => real.Exact(model, n, times, options, progress, token)),
            Theory = (model, times, drift, token) =>
                theory.GetOrAdd((drift, string.Join(' ', times)), _ => real.Theory(model, times, drift, token)),
            Corrections = (_, _, _) => corrections.Value,
        };
    }

    /// <summary>The right solvers.</summary>
    public StudySolvers Solvers { get; }

    /// <summary>The right solvers, with the theory replaced at the times of the study.</summary>
    /// <param name="planted">The replacement.</param>
    public StudySolvers WithTheory(TheoryResult planted) => Solvers with
    {
        Theory = (model, times, drift, token) => IsOfStudy(times) ? planted : Solvers.Theory(model, times, drift, token),
    };

    /// <summary>The right solvers, with one predicted number replaced.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="element">Index of its element, as findings count them: time by time.</param>
    /// <param name="value">The number.</param>
    public StudySolvers WithElement(Prediction prediction, int element, double value)
    {
        TheoryResult right = Solvers.Theory(study.Model, study.Times, Drift.Full, CancellationToken.None);
        return WithTheory(
            right with
            {
                Moments =
                    prediction == Prediction.MeanField
                        ? WithMean(right.Moments, element, value)
                        : WithCovariance(right.Moments, element, value),
            });
    }

    private static MomentSeries WithMean(MomentSeries moments, int element, double value)
    {
        int size = moments.Mean[0].Length;
        double[] mean = [.. moments.Mean[element / size]];
        mean[element % size] = value;
        return moments with { Mean = moments.Mean.SetItem(element / size, mean) };
    }

    private static MomentSeries WithCovariance(MomentSeries moments, int element, double value)
    {
        int size = moments.Mean[0].Length;
        ImmutableArray<(int A, int B)> places =
        [
            .. Enumerable.Range(0, size).SelectMany(a => Enumerable.Range(a, size - a).Select(b => (a, b))),
        ];
        int time = element / places.Length;
        (int a, int b) = places[element % places.Length];
        double[,] covariance = (double[,])moments.Covariance[time].Clone();
        covariance[a, b] = covariance[b, a] = value;
        return moments with { Covariance = moments.Covariance.SetItem(time, covariance) };
    }

    private bool IsOfStudy(IReadOnlyList<double> times) => times.SequenceEqual(study.Times);
}
