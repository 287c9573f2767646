using System.Collections.Concurrent;
using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Calibration;

/// <summary>The solvers of one study, each result computed once, with theories that can be put in the right one's place.</summary>
internal sealed class SolvedOnce
{
    private readonly ConcurrentDictionary<int, ExactResult> exact = [];
    private readonly ConcurrentDictionary<(Drift Drift, int Times, double Last), TheoryResult> theory = [];

    public SolvedOnce(StudySolvers real) => Solvers = real with
    {
        Exact = (model, n, times, options, progress, token) => exact.GetOrAdd(n, _ => real.Exact(model, n, times, options, progress, token)),
        Theory = (model, times, drift, token) => theory.GetOrAdd((drift, times.Count, times[^1]), _ => real.Theory(model, times, drift, token)),
    };

    /// <summary>The right ones.</summary>
    public StudySolvers Solvers { get; }

    /// <summary>The right ones, but for what theory says at the times of the study.</summary>
    /// <param name="planted">What it says instead.</param>
    public StudySolvers WithTheory(TheoryResult planted) => Solvers with
    {
        Theory = (model, times, drift, token) => times.SequenceEqual(planted.Moments.Times) ? planted : Solvers.Theory(model, times, drift, token),
    };

    /// <summary>The right ones, but for one predicted number.</summary>
    /// <param name="kind">The prediction.</param>
    /// <param name="element">Index of its element, as findings count them.</param>
    /// <param name="value">The number.</param>
    public StudySolvers WithElement(PredictionKind kind, int element, double value) => Solvers with
    {
        Theory = (model, times, drift, token) =>
        {
            TheoryResult right = Solvers.Theory(model, times, drift, token);
            int size = model.ObservableNames.Length;
            ImmutableArray<(int A, int B)> places = kind == PredictionKind.MeanField
                ? [.. Enumerable.Range(0, size).Select(a => (a, a))]
                : [.. Enumerable.Range(0, size).SelectMany(a => Enumerable.Range(a, size - a).Select(b => (a, b)))];
            int time = element / places.Length;
            (int a, int b) = places[element % places.Length];
            if (time >= times.Count)
            {
                return right;
            }

            MomentSeries moments = right.Moments;
            if (kind == PredictionKind.MeanField)
            {
                double[] mean = [.. moments.Mean[time]];
                mean[a] = value;
                return right with { Moments = moments with { Mean = moments.Mean.SetItem(time, mean) } };
            }

            double[,] covariance = (double[,])moments.Covariance[time].Clone();
            covariance[a, b] = covariance[b, a] = value;
            return right with { Moments = moments with { Covariance = moments.Covariance.SetItem(time, covariance) } };
        },
    };
}
