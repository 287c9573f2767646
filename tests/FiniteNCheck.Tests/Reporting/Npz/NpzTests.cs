using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Exact;
using FiniteNCheck.Reporting.Npz;
using FiniteNCheck.Reporting.Theory;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Tests.Cli;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Reporting.Npz;

/// <summary>Arrays for NumPy, read back bit for bit.</summary>
public sealed class NpzTests
{
    private static readonly double[] Times = [0.5, 2];

    [Fact]
    [Trait("Kind", "Unit")]
    public void Exact_numbers_read_back_as_the_same_bits()
    {
        ExactReport report = SampleReports.Exact;
        Dictionary<string, NpyData> arrays = NpyData.ReadAll(ExactNpz.Render(report));
        Assert.Equal(
            ["n", "spins", "observables", "times", "mean", "covariance", "errorBound", "meanError", "covarianceError"],
            arrays.Keys);
        Assert.Empty(arrays["n"].Shape);
        Assert.Equal([3], arrays["n"].Integers);
        Assert.Equal([3, 3], arrays["spins"].Integers);
        Assert.Equal(report.Model.ObservableNames, arrays["observables"].Texts);
        AssertReals(arrays["times"], Times, 2);
        AssertReals(arrays["mean"], report.Result.Moments.Mean.SelectMany(values => values), 2, 6);
        AssertReals(arrays["covariance"], report.Result.Moments.Covariance.SelectMany(Elements), 2, 6, 6);
        AssertReals(arrays["errorBound"], [double.NaN, double.NaN], 2);
        AssertReals(arrays["meanError"], [3e-13, 3e-13], 2);
        AssertReals(arrays["covarianceError"], [report.Result.CovarianceError(0), report.Result.CovarianceError(1)], 2);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Complex_numbers_read_back_as_the_same_bits()
    {
        TwoTimeSeries twoTime = Samples.TwoTime(Times);
        WeylSeries weyl = Samples.Weyl(Times, new WeylTriple([1], [2], [3]));
        foreach (byte[] archive in new[]
        {
            ExactNpz.Render(SampleReports.Exact with { TwoTime = twoTime, Weyl = weyl }),
            TheoryNpz.Render(SampleReports.Theory with { TwoTime = twoTime, Weyl = weyl }),
        })
        {
            Dictionary<string, NpyData> arrays = NpyData.ReadAll(archive);
            Assert.Equal(["twoTime", "twoTimeError", "weyl", "weylEven", "weylError"], arrays.Keys.TakeLast(5));
            Assert.Equal([2, 6, 6], arrays["twoTime"].Shape);
            Assert.Equal(twoTime.Values.SelectMany(matrix => matrix.Cast<Complex>()), arrays["twoTime"].ComplexNumbers);
            Assert.Equal(weyl.Values, arrays["weyl"].ComplexNumbers);
            Assert.Equal(weyl.Even, arrays["weylEven"].ComplexNumbers);
            AssertReals(arrays["weylError"], weyl.Errors, 2);
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void The_error_bound_of_a_window_is_the_whole_error()
    {
        ExactResult result = Samples.Exact(3, Times);
        result = result with { Checks = [.. result.Checks.Select(checks => checks with { WindowError = 1e-7 })] };
        double bound = Assert.Single(
            NpyData.ReadAll(ExactNpz.Render(SampleReports.Exact with { Result = result }))["errorBound"].Reals.Distinct());
        Assert.Equal(3e-13 + 1e-7, bound);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Predictions_read_back_as_the_same_bits()
    {
        TheoryResult result = SampleReports.Theory.Result;
        Dictionary<string, NpyData> arrays = NpyData.ReadAll(TheoryNpz.Render(SampleReports.Theory));
        Assert.Equal(
            [
                "observables",
                "times",
                "mean",
                "covariance",
                "symplectic",
                "stationaryCovariance",
                "propagator",
                "noise",
                "meanError",
                "covarianceError",
            ],
            arrays.Keys);
        AssertReals(arrays["mean"], result.Moments.Mean.SelectMany(values => values), 2, 6);
        AssertReals(arrays["covariance"], result.Moments.Covariance.SelectMany(Elements), 2, 6, 6);
        AssertReals(arrays["symplectic"], result.Symplectic.SelectMany(Elements), 2, 6, 6);
        AssertReals(arrays["stationaryCovariance"], Elements(result.StationaryCovariance!), 6, 6);
        AssertReals(arrays["propagator"], result.Propagator.SelectMany(Elements), 2, 6, 6);
        AssertReals(arrays["noise"], result.Noise.SelectMany(Elements), 2, 6, 6);
        AssertReals(arrays["meanError"], [1e-12]);
        AssertReals(arrays["covarianceError"], [1e-11]);
        Assert.All(
            NpyData.ReadAll(TheoryNpz.Render(SampleReports.TheoryWithoutRest))["stationaryCovariance"].Reals,
            value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Every_number_of_a_verification_reads_back_as_the_same_bits()
    {
        VerifyReport report = SampleReports.Verify;
        Dictionary<string, NpyData> arrays = NpyData.ReadAll(VerifyNpz.Render(report));
        string[] folders = ["tilted-channels", "a_b-c-50-x-", "a_b-c-50-x--2"];
        foreach ((StudyFinding study, string folder) in report.Studies.Zip(folders))
        {
            Assert.Equal(study.Ladder.Select(n => (long)n), arrays[$"{folder}/n"].Integers);
            Assert.Equal(study.Spins.Select(spins => (long)spins), arrays[$"{folder}/spins"].Integers);
            Assert.All(study.Predictions, prediction => AssertElements(arrays, $"{folder}/{prediction.Prediction}", prediction));
        }

        Assert.Equal(report.Studies.Sum(study => 2 + (15 * study.Predictions.Length)), arrays.Count);
    }

    [Fact]
    [Trait("Kind", "Determinism")]
    public void The_same_report_gives_the_same_bytes() =>
        Assert.Equal(VerifyNpz.Render(SampleReports.Verify), VerifyNpz.Render(SampleReports.Verify));

    [Fact]
    [Trait("Kind", "Unit")]
    public void Values_that_do_not_fill_the_shape_are_an_error_with_a_name()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => NpyArray.OfReals("mean", [1, 2, 3], 2, 2));
        Assert.Contains("'mean' has 3 values, and its shape (2, 2) holds 4.", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertElements(Dictionary<string, NpyData> arrays, string folder, PredictionFinding prediction)
    {
        string[] observables = arrays[$"{folder}/observables"].Texts;
        double[] times = arrays[$"{folder}/times"].Reals;
        Assert.Equal(prediction.Elements.Length, observables.Length * times.Length);
        foreach (ElementFinding element in prediction.Elements)
        {
            int place = (Array.IndexOf(observables, element.Observable) * times.Length) + Array.IndexOf(times, element.Time);
            (string Name, double? Value)[] numbers =
            [
                ("limit", element.Limit), ("limitUncertainty", element.LimitUncertainty), ("firstOrderLimit", element.FirstOrderLimit),
                ("secondOrderLimit", element.SecondOrderLimit), ("order", element.Order), ("orderUncertainty", element.OrderUncertainty),
                ("predicted", element.Prediction), ("predictionError", element.PredictionError), ("distance", element.Distance),
            ];
            Assert.All(numbers, number => AssertBits(number.Value ?? double.NaN, arrays[$"{folder}/{number.Name}"].Reals[place]));
            Assert.Equal(element.Verdict.ToString().ToLowerInvariant(), arrays[$"{folder}/verdict"].Texts[place]);
            for (int size = 0; size < element.Ladder.Length; size++)
            {
                int point = (place * element.Ladder.Length) + size;
                AssertBits(element.Ladder[size].Value, arrays[$"{folder}/exact"].Reals[point]);
                AssertBits(element.Ladder[size].IntegrationError, arrays[$"{folder}/integrationError"].Reals[point]);
                Assert.Equal(element.Ladder[size].DroppedBecause is null, arrays[$"{folder}/used"].Flags[point]);
            }
        }
    }

    private static IEnumerable<double> Elements(double[,] matrix) =>
        from a in Enumerable.Range(0, matrix.GetLength(0))
        from b in Enumerable.Range(0, matrix.GetLength(1))
        select matrix[a, b];

    private static void AssertReals(NpyData array, IEnumerable<double> expected, params int[] shape)
    {
        Assert.Equal(shape, array.Shape);
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), array.Reals.Select(BitConverter.DoubleToInt64Bits));
    }

    private static void AssertBits(double expected, double obtained) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(obtained));
}
