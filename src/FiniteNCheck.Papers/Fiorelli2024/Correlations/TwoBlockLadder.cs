using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Ladders;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>
/// A number made of the exact covariance of two blocks that hold one pattern, at a ladder of sizes: started in the
/// product state at the retrieval fixed point, before finite N leaves it.
/// </summary>
/// <param name="name">What the number is called.</param>
/// <param name="quantity">The number, from covariance and averages.</param>
internal sealed class TwoBlockLadder(string name, Func<Matrix<double>, Vector<double>, double> quantity)
{
    /// <summary>
    /// What an error of the covariance grows to in the number: quadratures divide by 2|m|, and eigenvalues and
    /// determinants multiply by elements of order one.
    /// </summary>
    private const double Amplification = 100;

    private static readonly int[] QuickSizes = [12, 16, 20, 24, 32, 40];
    private static readonly int[] FullSizes = [16, 20, 24, 32, 40, 48, 64];
    private static readonly double[] Times = [0.5, 1];

    /// <summary>The points: temperature and transverse field.</summary>
    public static ImmutableArray<(double Temperature, double Field)> Places { get; } = [(0.5, 0.3), (0.5, 0.35), (0.4, 0.4)];

    /// <summary>The number that a moment series predicts, at each of its times.</summary>
    /// <param name="moments">The moments.</param>
    public double[] Of(MomentSeries moments) =>
    [
        .. moments.Mean.Zip(moments.Covariance, (mean, covariance) =>
            quantity(Matrix<double>.Build.DenseOfArray(covariance), Vector<double>.Build.Dense(mean))),
    ];

    /// <summary>The number in the limit, by the covariance equation with a drift.</summary>
    /// <param name="drift">Which drift.</param>
    public Func<CollectiveModel, double[], double[]> Limit(Drift drift) =>
        (model, times) => Of(LimitTheory.Solve(model, times, drift).Moments);

    /// <summary>Compares limits read off the ladders with a prediction.</summary>
    /// <param name="run">The run.</param>
    /// <param name="prediction">The predicted numbers of a model at times.</param>
    public Finding Against(ClaimRun run, Func<CollectiveModel, double[], double[]> prediction)
    {
        ElementFinding[] findings = [.. Read(run, prediction)];
        ElementFinding[] refuted = [.. findings.Where(each => each.Verdict == Verdict.Refuted)];
        Verdict verdict = findings.Select(each => each.Verdict).Combine(LowerBoundJudge.MinPoints);
        ElementFinding worst = findings.MaxBy(each => each.Verdict == Verdict.Inconclusive ? double.PositiveInfinity : each.Distance)!;
        string reason = verdict switch
        {
            Verdict.Refuted => $"{name}: refuted in {refuted.Length} of {findings.Length} limits, at most by "
                + $"{Numeral.Distance(worst.Distance)} uncertainties ({worst.Observable}, t = {worst.Time}: "
                + $"limit {Numeral.WithUncertainty(worst.Limit, worst.LimitUncertainty)}, "
                + $"predicted {Numeral.Of(worst.Prediction, 4)}).",
            Verdict.Confirmed =>
                $"{name}: all {findings.Length} limits agree, the farthest {Numeral.Distance(worst.Distance)} "
                    + $"uncertainties off ({worst.Observable}, t = {worst.Time}: limit "
                    + $"{Numeral.WithUncertainty(worst.Limit, worst.LimitUncertainty)}, predicted "
                    + $"{Numeral.Of(worst.Prediction, 4)}).",
            _ => $"{name}: {worst.Observable}, t = {worst.Time}: {worst.Reason}",
        };
        return new Finding(verdict, reason, [Evidence(findings)]);
    }

    /// <summary>Compares limits read off the ladders with a lower bound.</summary>
    /// <param name="run">The run.</param>
    /// <param name="bound">The bound.</param>
    public Finding AtLeast(ClaimRun run, double bound)
    {
        ElementFinding[] findings = [.. Read(run, (_, times) => [.. times.Select(_ => bound)])];
        Finding finding = LowerBoundJudge.Judge(
            $"limit of {name}",
            findings.Select(each => new BoundedValue($"{each.Observable}, t = {each.Time}", each.Limit, each.LimitUncertainty)),
            bound);
        return finding with { Evidence = [Evidence(findings), .. finding.Evidence] };
    }

    private IEnumerable<ElementFinding> Read(ClaimRun run, Func<CollectiveModel, double[], double[]> prediction)
    {
        foreach ((double temperature, double field) in Places)
        {
            ModelPoint point = ModelPoints.Retrieval(temperature, field);
            Exact.ExactResult[] results = [.. run.Effort.Choose(QuickSizes, FullSizes).Select(n => run.Exact(point.Model, n, Times))];
            double[][] values = [.. results.Select(result => Of(result.Moments))];
            double[] predicted = prediction(point.Model, Times);
            for (int t = 0; t < Times.Length; t++)
            {
                LadderReading reading = LadderReader.Read([
                    .. results.Select(
                        (result, i) =>
                            new LadderPoint(
                                result.N,
                                result.Spins.Sum(),
                                values[i][t],
                                Amplification * result.CovarianceError(t),
                                null)),
                ]);
                yield return ElementJudge.Judge(
                    $"T = {Numeral.Exact(temperature)}, Omega = {Numeral.Exact(field)}",
                    Times[t],
                    reading,
                    predicted[t],
                    0);
            }
        }
    }

    private Evidence Evidence(ElementFinding[] findings) =>
        LadderEvidence.Tabulate($"{name}: exact at growing N, and the limit", findings, "point");
}
