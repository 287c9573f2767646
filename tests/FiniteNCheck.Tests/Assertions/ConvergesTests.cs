using FiniteNCheck.Model;
using FiniteNCheck.Verification.Ladders;
using FiniteNCheck.Xunit;
using Xunit;
using Xunit.Sdk;

namespace FiniteNCheck.Tests.Assertions;

/// <summary>The assertion passes for numbers with known limit and order, and fails for every false statement about them.</summary>
[Trait("Kind", "Analytic")]
public class ConvergesTests
{
    // Limits under an exponent that is no whole number are known to a few per cent on these sizes.
    private const double Resolution = 0.05;

    private static readonly int[] Sizes = [6, 8, 12, 16, 24, 32, 48];

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_and_the_limit_are_found(double order)
    {
        LadderReading reading = FiniteNAssert.Converges(Sizes, Values(order), order, limit: 0.7, resolution: Resolution);

        Assert.InRange(reading.Order!.Value, order - 0.05, order + 0.05);
        FiniteNAssert.Converges(Sizes, Values(order), order, resolution: Resolution);
    }

    [Theory]
    [InlineData(1, 2, "is below the claimed 2")]
    [InlineData(1, 1.5, "is below the claimed 1.5")]
    [InlineData(0.5, 1, "is below the claimed 1")]
    [InlineData(2, 1, "is above 1")]
    [InlineData(1, 0.5, "is above 0.5")]
    public void A_wrong_order_fails(double order, double asserted, string reason)
    {
        Assert.Contains(reason, Fails(Values(order), asserted, limit: null), StringComparison.Ordinal);
        Assert.Contains(reason, Fails(Values(order), asserted, limit: 0.7), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(-1e-5)]
    public void A_wrong_limit_fails(double miss) =>
        Assert.Contains("uncertainties from the limit", Fails(Values(1), order: 1, limit: 0.7 + miss), StringComparison.Ordinal);

    [Fact]
    public void One_wrong_value_fails()
    {
        double[] values = Values(1);
        values[^1] += 1e-3;

        Fails(values, order: 1, limit: 0.7);
    }

    [Fact]
    public void The_message_shows_what_was_expected_what_is_observed_and_the_ladder()
    {
        string[] lines = Fails(Values(1), order: 2, limit: 0.7).Split(Environment.NewLine);

        Assert.StartsWith("FiniteNAssert.Converges() Failure: the prediction lies ", lines[0], StringComparison.Ordinal);
        Assert.Equal("Expected: order 2, limit 0.7", lines[1]);
        Assert.Matches(@"^Observed: order 1\.0\d\d \+- 0\.0\d\d, limit 0\.\d+ \+- \d(\.\d)?e-\d+$", lines[2]);
        Assert.Equal(["N", "value"], lines[3].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(Sizes.Zip(Values(1), (n, value) => $"{n,10}  {Numeral.Exact(value)}"), lines[4..]);
    }

    [Fact]
    public void Values_that_do_not_depend_on_the_size_have_no_order() =>
        Assert.Contains("no order to observe", Fails([.. Sizes.Select(_ => 0.7)], order: 1, limit: 0.7), StringComparison.Ordinal);

    [Fact]
    public void Diverging_values_fail() =>
        Assert.Contains("do not settle", Fails([.. Sizes.Select(n => 0.3 * n)], order: 1, limit: null), StringComparison.Ordinal);

    [Fact]
    public void Errors_as_large_as_the_differences_decide_nothing()
    {
        double[] values = Values(1);

        FiniteNAssert.Converges(Sizes, values, order: 1, limit: 0.7, valueError: 1e-7);
        Assert.Contains("not used: ", Fails(values, order: 1, limit: 0.7, valueError: 1e-2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_with_too_large_an_uncertainty_fails()
    {
        Assert.Contains("is asked for", Fails(Values(0.5), order: 0.5, limit: null, resolution: 0.01), StringComparison.Ordinal);
        Assert.Contains("is asked for", Fails(Values(0.5), order: 0.5, limit: 0.7, resolution: 0.01), StringComparison.Ordinal);
    }

    [Fact]
    public void Three_sizes_are_too_few()
    {
        XunitException failure = Assert.Throws<XunitException>(
            () => FiniteNAssert.Converges([8, 16, 32], [1.125, 1.0625, 1.03125], order: 1));
        Assert.Contains("at least 4 usable sizes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Invalid_arguments_are_not_failed_assertions()
    {
        Assert.Throws<ArgumentException>(() => FiniteNAssert.Converges(Sizes, [1], order: 1));
        Assert.Throws<ArgumentException>(() => FiniteNAssert.Converges([.. Sizes.Reverse()], Values(1), order: 1));
        Assert.Throws<ArgumentException>(() => FiniteNAssert.Converges(Sizes, [.. Sizes.Select(_ => double.NaN)], order: 1));
        Assert.Throws<ArgumentException>(() => FiniteNAssert.Converges(Sizes, Values(1), order: 1, valueError: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiniteNAssert.Converges(Sizes, Values(1), order: 0.3));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiniteNAssert.Converges(Sizes, Values(1), order: double.NaN));
    }

    /// <summary><c>0.7 + 0.4 N^-p (1 + 0.3/N)</c>.</summary>
    private static double[] Values(double order) => [.. Sizes.Select(n => 0.7 + (0.4 * Math.Pow(n, -order) * (1 + (0.3 / n))))];

    private static string Fails(double[] values, double order, double? limit, double valueError = 0, double resolution = Resolution) =>
        Assert.Throws<XunitException>(() => FiniteNAssert.Converges(Sizes, values, order, limit, valueError, resolution)).Message;
}
