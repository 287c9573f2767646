using System.Globalization;

namespace FiniteNCheck.Reporting.Text;

/// <summary>Numbers as text, invariant culture.</summary>
internal static class Digits
{
    /// <summary>The number with 17 significant digits, which reads back as the same bits; empty for NaN and infinities.</summary>
    public static string Full(double value) => double.IsFinite(value) ? value.ToString("G17", CultureInfo.InvariantCulture) : "";

    /// <summary>The number with as many digits as it takes to read back as the same bits; empty for NaN and infinities.</summary>
    public static string Shortest(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    /// <summary>The number for a sentence: four significant digits.</summary>
    public static string Short(double value) => value.ToString("G4", CultureInfo.InvariantCulture).Replace('E', 'e');

    /// <summary>The number with so many significant digits; whole numbers up to a million in full, a dash where there is none.</summary>
    public static string Significant(double value, int digits) =>
        double.IsNaN(value) ? "-"
        : double.IsInfinity(value) ? (value > 0 ? "inf" : "-inf")
        : double.IsInteger(value) && Math.Abs(value) <= 1e6 ? value.ToString("0", CultureInfo.InvariantCulture)
        : value.ToString($"G{digits}", CultureInfo.InvariantCulture).Replace('E', 'e');

    /// <summary>
    /// The number for a table: six decimals, or three in scientific notation where six decimals would hide it. Below 1e-9, the accuracy that
    /// runs are held to, it is zero; JSON and CSV keep every digit.
    /// </summary>
    public static string Cell(double value)
    {
        double size = Math.Abs(value);
        return double.IsNaN(value) ? "-"
            : size < 1e-9 ? "0.000000"
            : value.ToString(size is >= 1e-4 and < 1e5 ? "F6" : "0.000e+00", CultureInfo.InvariantCulture);
    }

    /// <summary>A small number for a table: two significant digits, scientific.</summary>
    public static string Small(double value) => value == 0 ? "0" : !double.IsFinite(value) ? "-" : value.ToString("0.0e+00", CultureInfo.InvariantCulture);

    /// <summary>A number or a dash where there is none, with few digits.</summary>
    public static string Cell(double? value, string format) =>
        value is { } number && double.IsFinite(number) ? number.ToString(format, CultureInfo.InvariantCulture) : "-";

    /// <summary>A name of an enumeration's value as files write it: lower case.</summary>
    public static string Lower<T>(T value)
        where T : struct, Enum
        => value.ToString().ToLowerInvariant();
}
