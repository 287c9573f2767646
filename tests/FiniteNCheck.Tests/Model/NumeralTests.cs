using System.Globalization;
using System.Text.RegularExpressions;
using FiniteNCheck.Model;
using Xunit;

namespace FiniteNCheck.Tests.Model;

/// <summary>Numbers for people: one form, significant digits only, a dash where there is no number.</summary>
[Trait("Kind", "Unit")]
public sealed partial class NumeralTests
{
    [Theory]
    [InlineData(0, 3, "0")]
    [InlineData(0.5, 3, "0.5")]
    [InlineData(-0.12345, 3, "-0.123")]
    [InlineData(1.9996, 3, "2")]
    [InlineData(99.96, 3, "100")]
    [InlineData(1e-4, 3, "0.0001")]
    [InlineData(9.99e-5, 2, "0.0001")]
    [InlineData(9.9e-5, 2, "9.9e-5")]
    [InlineData(1e-12, 3, "1e-12")]
    [InlineData(1.0001e-12, 2, "1e-12")]
    [InlineData(-1.25e-7, 3, "-1.25e-7")]
    [InlineData(88_214_900, 2, "8.8e7")]
    [InlineData(24_123, 3, "24123")]
    [InlineData(24_123.4, 3, "24100")]
    [InlineData(999_999.9, 3, "1e6")]
    [InlineData(1_000_000, 3, "1e6")]
    [InlineData(8.34e10, 3, "8.34e10")]
    [InlineData(1e300, 2, "1e300")]
    [InlineData(5e-324, 2, "4.9e-324")]
    [InlineData(double.NaN, 3, "-")]
    [InlineData(double.PositiveInfinity, 3, "-")]
    [InlineData(double.NegativeInfinity, 3, "-")]
    public void A_number_has_the_requested_digits(double value, int digits, string text) => Assert.Equal(text, Numeral.Of(value, digits));

    [Theory]
    [InlineData(1e-14, "1e-14")]
    [InlineData(1e-3, "0.001")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e50, "1e50")]
    [InlineData(-2.5e-9, "-2.5e-9")]
    [InlineData(0, "0")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void A_number_of_the_user_reads_back(double value, string text) => Assert.Equal(text, Numeral.Exact(value));

    /// <summary>Includes the cases that were reported as misleading.</summary>
    [Theory]
    [InlineData(1.0234, 0.0312, "1.023 +- 0.031")]
    [InlineData(1.02, 1.14, "1.0 +- 1.1")]
    [InlineData(29.87, 27.59, "30 +- 28")]
    [InlineData(-3.2, 50.1, "-3 +- 50")]
    [InlineData(1234.5, 678, "1230 +- 680")]
    [InlineData(0.4, 0.0996, "0.40 +- 0.10")]
    [InlineData(-0.004, 0.12, "0.00 +- 0.12")]
    [InlineData(1.5, 0, "1.5 +- 0")]
    [InlineData(0.7, 6.7e-9, "0.7000000000 +- 6.7e-9")]
    [InlineData(0, 1e-9, "0.0000000000 +- 1.0e-9")]
    [InlineData(3.2e7, 4.4e6, "3.20e7 +- 4.4e6")]
    [InlineData(0.25, 3.1e-12, "0.2500000000000 +- 3.1e-12")]
    [InlineData(2.5e-9, 1.2e-10, "2.50e-9 +- 1.2e-10")]
    [InlineData(2.56e-9, 1.2e-10, "2.56e-9 +- 1.2e-10")]
    [InlineData(0.6931471805599453, 6.7e-9, "0.6931471806 +- 6.7e-9")]
    [InlineData(0.6931471805599453, 6.7e-16, "0.693147180559945 +- 6.7e-16")]
    [InlineData(1, double.PositiveInfinity, "-")]
    [InlineData(1, double.NaN, "-")]
    [InlineData(double.NaN, 1, "-")]
    public void A_number_has_the_digits_that_its_uncertainty_leaves(double value, double uncertainty, string text) =>
        Assert.Equal(text, Numeral.WithUncertainty(value, uncertainty));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.004, "0.00")]
    [InlineData(0.126, "0.13")]
    [InlineData(0.999, "1.0")]
    [InlineData(9.78, "9.8")]
    [InlineData(9.96, "10")]
    [InlineData(42.2, "42")]
    [InlineData(312.4, "312")]
    [InlineData(999.6, "1.0e3")]
    [InlineData(4223, "4.2e3")]
    [InlineData(492_839, "4.9e5")]
    [InlineData(2_654_882, "2.7e6")]
    [InlineData(8.82e7, "8.8e7")]
    [InlineData(double.NaN, "-")]
    [InlineData(double.PositiveInfinity, "-")]
    public void A_distance_has_two_digits(double value, string text) => Assert.Equal(text, Numeral.Distance(value));

    [Theory]
    [InlineData(0, "under 1 s")]
    [InlineData(98.4, "98 s")]
    [InlineData(660, "11 min")]
    [InlineData(10_000, "3 h")]
    [InlineData(4.06e6, "47 days")]
    [InlineData(1.3e8, "4.1 years")]
    [InlineData(1.3e10, "410 years")]
    [InlineData(2.92e19 * 86_400, "over 10,000 years")]
    [InlineData(double.PositiveInfinity, "over 10,000 years")]
    [InlineData(double.NaN, "-")]
    public void A_time_has_a_suitable_unit(double seconds, string text) => Assert.Equal(text, Numeral.Duration(seconds));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(12, "12 B")]
    [InlineData(999.9, "1 kB")]
    [InlineData(3_400_000, "3.4 MB")]
    [InlineData(134_217_728, "134 MB")]
    [InlineData(2.6789e12, "2.68 TB")]
    [InlineData(3e18, "3e6 TB")]
    [InlineData(double.NaN, "-")]
    public void Memory_has_a_suitable_unit(double bytes, string text) => Assert.Equal(text, Numeral.Bytes(bytes));

    /// <summary>Random numbers: one form, and the value to the requested digits.</summary>
    [Fact]
    public void Every_number_has_the_one_form_and_reads_back_to_its_digits()
    {
        Random random = new(17);
        for (int i = 0; i < 20_000; i++)
        {
            double value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20));
            int digits = random.Next(1, 6);
            string text = Numeral.Of(value, digits);
            Assert.Matches(Form(), text);

            // Half a unit of the last digit, and what doubles add to it.
            Assert.Equal(1, double.Parse(text, CultureInfo.InvariantCulture) / value, 0.5000001 * Math.Pow(10, 1 - digits));
        }
    }

    [Theory]
    [InlineData(0.25, "0.25")]
    [InlineData(double.PositiveInfinity, "infinity")]
    public void A_time_in_a_sentence(double time, string expected) => Assert.Equal(expected, Numeral.ExactTime(time));

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]*[1-9])?(e-?[1-9][0-9]*)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
