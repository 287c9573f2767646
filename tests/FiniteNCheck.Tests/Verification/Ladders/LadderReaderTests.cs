using System.Collections.Immutable;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Ladders;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Ladders;

[Trait("Kind", "Analytic")]
public class LadderReaderTests
{
    [Fact]
    public void A_point_whose_integration_error_is_not_far_below_the_finite_size_error_is_dropped_and_named()
    {
        // At n = 16 the finite-size error is 0.026; a fiftieth of that is too much.
        LadderReading reading = LadderReader.Read(Points.Of(Points.Sizes, Points.Series, n => n == 16 ? 5e-4 : 1e-12));

        LadderPoint dropped = Assert.Single(reading.Points, point => point.DroppedBecause is not null);
        Assert.Equal(16, dropped.N);
        Assert.Contains("integration error 0.0005 at n = 16", dropped.DroppedBecause, StringComparison.Ordinal);
        Assert.InRange(Math.Abs(reading.Limit!.Value - 0.7), 0, 1e-6);
    }

    [Fact]
    public void Where_the_integration_error_leaves_fewer_than_four_points_no_limit_is_read()
    {
        LadderReading reading = LadderReader.Read(Points.Of(Points.Sizes, Points.Series, n => n >= 12 ? 5e-3 : 1e-12));

        Assert.Null(reading.Limit);
        Assert.Contains("2 of 7 sizes can be used", reading.Reason, StringComparison.Ordinal);
        Assert.Contains("smaller tolerance", reading.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_sizes_that_have_left_the_metastable_state_are_dropped_and_named()
    {
        LadderReading reading = LadderReader.Read(Points.Of([6, 8, 12, 24, 32, 40, 48], Metastable(0.6), _ => 1e-12));

        ImmutableArray<int> dropped = [.. reading.Points.Where(point => point.DroppedBecause is not null).Select(point => point.N)];
        Assert.InRange(dropped.Length, 2, 3);
        Assert.Equal([6, 8], dropped.Take(2));
        Assert.All(
            reading.Points.Take(dropped.Length),
            point => Assert.Contains($"n = {point.N} ", point.DroppedBecause, StringComparison.Ordinal));
        Assert.InRange(Math.Abs(reading.Limit!.Value - 0.9), 0, reading.Limit.Uncertainty);
    }

    [Fact]
    public void Where_too_few_sizes_are_still_in_the_metastable_state_the_reason_says_which_are_needed()
    {
        LadderReading reading = LadderReader.Read(Points.Of([6, 8, 12, 16, 24], Metastable(0.8), _ => 1e-12));

        Assert.Null(reading.Limit);
        Assert.Matches("at least 4 sizes above n = 8, or a shorter t", reading.Reason);
    }

    [Fact]
    public void Points_dropped_before_are_not_used()
    {
        ImmutableArray<LadderPoint> points = Points.Of(Points.Series);
        ImmutableArray<LadderPoint> spoilt = points.SetItem(0, points[0] with { Value = 17, DroppedBecause = "spoilt" });

        LadderReading reading = LadderReader.Read(spoilt);

        Assert.Equal("spoilt", reading.Points[0].DroppedBecause);
        Assert.InRange(Math.Abs(reading.Limit!.Value - 0.7), 0, 1e-6);
    }

    [Fact]
    public void Corrections_that_vanish_faster_than_any_power_are_not_taken_for_a_departure()
    {
        LadderReading reading = LadderReader.Read(Points.Of(n => 0.7 + Math.Exp(-n / 4)));

        Assert.Null(reading.Reason);
        Assert.InRange(Math.Abs(reading.Limit!.Value - 0.7), 0, reading.Limit.Uncertainty);
    }

    [Fact]
    public void A_ladder_without_points_has_a_reason() =>
        Assert.NotNull(LadderReader.Read([]).Reason);

    /// <summary>An order parameter that escapes at the rate <c>60 exp(-c n)</c>.</summary>
    private static Func<double, double> Metastable(double c) => n => (0.9 + (0.3 / n)) * Math.Exp(-60 * Math.Exp(-c * n));
}
