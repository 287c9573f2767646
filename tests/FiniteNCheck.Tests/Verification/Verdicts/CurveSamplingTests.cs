using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Verdicts;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Verdicts;

/// <summary>Curves for reports: between two points a straight line is the function, to a pixel.</summary>
[Trait("Kind", "Analytic")]
public sealed class CurveSamplingTests
{
    private const double End = 50;

    /// <summary>
    /// The spin of the issue, which precesses at the frequency 4; at 7.54 every one of the 61 points, and every midpoint, is the same.
    /// </summary>
    [Theory]
    [InlineData(4)]
    [InlineData(1)]
    [InlineData(2 * Math.PI * 60 / End)]
    [InlineData(11.3)]
    public void An_oscillation_is_drawn_as_it_is(double frequency) => AssertDrawn(frequency);

    [Fact]
    [Trait("Speed", "Slow")]
    public void So_is_one_of_120_periods() => AssertDrawn(2 * Math.PI * 120 / End);

    private static void AssertDrawn(double frequency)
    {
        StudyFinding finding = StudyRunner.Run(Spin(frequency / 2));
        PredictedCurve curve = finding.Predictions[0].Curve;

        Assert.InRange(curve.Times.Length, 61, CurveSampling.MaxPoints);
        Assert.Equal((0, End), (curve.Times[0], curve.Times[^1]));

        // A pixel of the range from -1 to 1, and one for what the trial places do not see: near an
        // inflection the deviation is largest elsewhere, by a factor of 1.7.
        AssertIs(curve, time => Math.Cos(frequency * time), 2 * 2 * CurveSampling.Pixel);
    }

    [Fact]
    public void What_hardly_bends_keeps_the_points_that_it_has() =>
        Assert.Equal(61, Sampled(time => Math.Exp(-time / 20)).Times.Length);

    [Fact]
    public void Points_stand_where_the_curve_bends()
    {
        PredictedCurve curve = Sampled(time => 1 / (1 + Math.Exp(-40 * (time - 20))));
        Assert.InRange(curve.Times.Length, 62, 120);
        Assert.All(curve.Times.Except(PredictedCurve.TimesUpTo(End)), time => Assert.InRange(time, 19, 21));
        AssertIs(curve, time => 1 / (1 + Math.Exp(-40 * (time - 20))), 2 * CurveSampling.Pixel);
    }

    [Fact]
    public void Their_number_is_bounded() =>
        Assert.InRange(Sampled(time => Math.Sin(1e5 * time)).Times.Length, 61, CurveSampling.MaxPoints);

    [Fact]
    public void A_constant_needs_no_more() => Assert.Equal(61, Sampled(_ => 0.3 + 1e-16).Times.Length);

    private static PredictedCurve Sampled(Func<double, double> function)
    {
        ImmutableArray<double> times = PredictedCurve.TimesUpTo(End);
        ImmutableArray<ImmutableArray<double>> Solve(ImmutableArray<double> at) =>
            [.. at.Select(time => ImmutableArray.Create(function(time)))];
        return CurveSampling.Refine(new PredictedCurve(times, Solve(times)), Solve);
    }

    private static void AssertIs(PredictedCurve curve, Func<double, double> function, double tolerance)
    {
        int a = curve.Values[0].Length - 1;
        for (int i = 0; i + 1 < curve.Times.Length; i++)
        {
            for (int k = 0; k <= 20; k++)
            {
                double part = k / 20.0;
                double time = curve.Times[i] + (part * (curve.Times[i + 1] - curve.Times[i]));
                double line = curve.Values[i][a] + (part * (curve.Values[i + 1][a] - curve.Values[i][a]));
                Assert.Equal(function(time), line, tolerance);
            }
        }
    }

    private static Study Spin(double field) => new()
    {
        Name = "precession",
        Model = new CollectiveModel
        {
            Name = "spin",
            Blocks = [new Block("all", 1)],
            Fields = [new PauliVector(field, 0, 0)],
            Jumps = [],
            Initial = new ProductState([new PauliVector(0, 0, 1)]),
        },
        Ladder = [2, 3, 4, 5],
        Times = [End],
        Predictions = [new ExpectedPrediction(Prediction.MeanField, Verdict.Confirmed)],
    };
}
