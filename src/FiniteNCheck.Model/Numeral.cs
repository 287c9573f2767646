using System.Globalization;

namespace FiniteNCheck.Model;

/// <summary>
/// Formats numbers for people: only significant digits, always in the same form, and a dash where there is no number. Numbers from 1e-4 up
/// to a million are written in full, others as <c>1.2e-7</c> or <c>8.8e7</c>. Files for programs have every digit instead.
/// </summary>
public static class Numeral
{
    /// <summary>The placeholder for a number that does not exist or has no meaning.</summary>
    public const string None = "-";

    private const double MinPlain = 1e-4;
    private const double MaxPlain = 1e6;
    private const double Minute = 60;
    private const double Hour = 3600;
    private const double Day = 86_400;
    private const double Year = 365.25 * Day;

    /// <summary>
    /// A number with at most the given number of significant digits and no trailing zeros: <c>0.5</c>, <c>1.25e-7</c>. Whole
    /// numbers below a million are written in full.
    /// </summary>
    /// <param name="value">The number; a dash for NaN and infinities.</param>
    /// <param name="digits">Significant digits, 1 to 15.</param>
    public static string Of(double value, int digits = 3)
    {
        if (!double.IsFinite(value))
        {
            return None;
        }

        double rounded = Rounded(value, digits);
        double size = Math.Abs(rounded);
        bool isPlain = size is 0 or (>= MinPlain and < MaxPlain);
        return isPlain && double.IsInteger(value) ? Text(value, "0")
            : isPlain ? Text(rounded, $"0.{new string('#', Math.Max(0, digits - 1 - Exponent(size)))}")
            : Text(rounded, $"0.{new string('#', digits - 1)}e0");
    }

    /// <summary>A number that a user wrote or may write, with as many digits as a round trip needs: <c>1e-14</c>, <c>0.001</c>.</summary>
    /// <param name="value">The number. NaN and infinities, which only a program can supply, are written by name.</param>
    public static string Exact(double value)
    {
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        int at = shortest.IndexOf('E', StringComparison.Ordinal);
        return at < 0 ? shortest : $"{shortest[..at]}e{ParseExponent(shortest, at)}";
    }

    /// <summary>A time as <see cref="Exact"/> writes it, to follow "t ="; that of a stationary state is <c>infinity</c>.</summary>
    /// <param name="time">The time.</param>
    public static string ExactTime(double time) => double.IsPositiveInfinity(time) ? "infinity" : Exact(time);

    /// <summary>A time with four significant digits; <c>stationary</c> where it is infinite.</summary>
    /// <param name="time">The time.</param>
    public static string Time(double time) => double.IsPositiveInfinity(time) ? "stationary" : Of(time, 4);

    /// <summary>An error, an uncertainty or a bound with two significant digits; more are never known.</summary>
    /// <param name="value">The error; a dash for NaN and infinities.</param>
    public static string Error(double value) => Of(value, 2);

    /// <summary>
    /// A number with its uncertainty, both rounded to the second significant digit of the uncertainty: <c>1.02 +- 0.14</c>,
    /// <c>30 +- 28</c>.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <param name="uncertainty">
    /// Half the width of its interval, not negative. Where it is NaN or infinite the number has no meaning, and the result is a dash.
    /// </param>
    /// <param name="plusMinus">The separator.</param>
    public static string WithUncertainty(double value, double uncertainty, string plusMinus = "+-")
    {
        if (!double.IsFinite(value) || !double.IsFinite(uncertainty))
        {
            return None;
        }

        if (uncertainty == 0)
        {
            return $"{Exact(value)} {plusMinus} 0";
        }

        const int maxDecimals = 6;
        const int maxDigits = 15;
        double size = Rounded(uncertainty, 2);
        int decimals = 1 - Exponent(size);
        if (size >= MaxPlain || Math.Abs(value) is >= MaxPlain or (> 0 and < MinPlain))
        {
            int known = Math.Clamp(Exponent(Math.Max(Math.Abs(value), size)) + decimals, 0, maxDigits - 1);
            return $"{Text(value, $"0.{new string('0', known)}e0")} {plusMinus} {Text(size, "0.0e0")}";
        }

        double unit = Math.Pow(10, Math.Max(0, -decimals));
        double rounded = decimals < 0 ? Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit : value;
        string text = Text(rounded, $"F{Math.Clamp(decimals, 0, maxDigits)}");
        string error = decimals > maxDecimals ? Text(size, "0.0e0") : Text(size, $"F{Math.Max(0, decimals)}");
        return $"{text} {plusMinus} {error}";
    }

    /// <summary>
    /// A distance in units of an uncertainty. The uncertainty is a rough bound, so there are only two digits and at most two decimals.
    /// </summary>
    /// <param name="value">The distance, not negative; a dash for NaN and infinities.</param>
    public static string Distance(double value)
    {
        const double maxPlain = 1000;
        if (!double.IsFinite(value))
        {
            return None;
        }

        double rounded = Rounded(value, 2);
        return rounded == 0 ? "0"
            : rounded < 1 ? Text(value, "F2")
            : rounded < 10 ? Text(rounded, "F1")
            : rounded < maxPlain ? Text(value, "F0")
            : Text(rounded, "0.0e0");
    }

    /// <summary>
    /// A distance in uncertainties, in words for a sentence: <c>0.15 uncertainties</c>, <c>490,000 uncertainties</c>, <c>49 million
    /// uncertainties</c>.
    /// </summary>
    /// <param name="value">The distance, not negative; a dash where it is not finite.</param>
    public static string Uncertainties(double value)
    {
        const double smallest = 1000;
        const double million = 1e6;
        const double largest = 1e9;
        double rounded = double.IsFinite(value) ? Rounded(value, 2) : value;
        string text = rounded switch
        {
            >= smallest and < million => Text(rounded, "#,##0"),
            >= million and < largest => $"{Of(rounded / million, 2)} million",
            _ => Distance(value),
        };
        return $"{text} uncertainties";
    }

    /// <summary>
    /// An estimated time in a suitable unit: <c>under 1 s</c>, <c>98 s</c>, <c>11 min</c>, <c>47 days</c>, <c>over 10,000 years</c>.
    /// </summary>
    /// <param name="seconds">The time in seconds; a dash for NaN.</param>
    public static string Duration(double seconds) => seconds switch
    {
        double.NaN => None,
        < 1 => "under 1 s",
        < 2 * Minute => $"{Text(seconds, "F0")} s",
        < 2 * Hour => $"{Text(seconds / Minute, "F0")} min",
        < 2 * Day => $"{Text(seconds / Hour, "F0")} h",
        < 2 * Year => $"{Text(seconds / Day, "F0")} days",
        < 1e4 * Year => $"{Of(Rounded(seconds / Year, 2))} years",
        _ => "over 10,000 years",
    };

    /// <summary>An amount of memory in decimal units, three digits: <c>512 B</c>, <c>134 MB</c>, <c>2.68 TB</c>.</summary>
    /// <param name="bytes">The bytes; a dash for NaN and infinities.</param>
    public static string Bytes(double bytes)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB"];
        if (!double.IsFinite(bytes))
        {
            return None;
        }

        int unit = 0;
        double amount = bytes;
        while (unit < units.Length - 1 && Rounded(amount, 3) >= 1000)
        {
            amount /= 1000;
            unit++;
        }

        return $"{Of(Rounded(amount, 3))} {units[unit]}";
    }

    private static string Text(double value, string format)
    {
        string text = value.ToString(format, CultureInfo.InvariantCulture);

        // Drop the sign of a negative number that has been rounded to zero.
        return text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept('0', '.') < 0 ? text[1..] : text;
    }

    /// <summary>
    /// The nearest number with the given number of significant digits. Halves round away from zero, as in format strings.
    /// </summary>
    private static double Rounded(double value, int digits) =>
        double.Parse(value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The decimal exponent of a nonzero number in scientific notation.</summary>
    private static int Exponent(double value)
    {
        string scientific = Math.Abs(value).ToString("E16", CultureInfo.InvariantCulture);
        return ParseExponent(scientific, scientific.IndexOf('E', StringComparison.Ordinal));
    }

    private static int ParseExponent(string scientific, int letter) =>
        int.Parse(scientific.AsSpan(letter + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
