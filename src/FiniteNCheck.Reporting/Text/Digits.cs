using System.Globalization;
using FiniteNCheck.Model;

namespace FiniteNCheck.Reporting.Text;

/// <summary>
/// Numbers as text, invariant culture: for files, and for columns of tables; for sentences there is
/// <see cref="Numeral"/>.
/// </summary>
internal static class Digits
{
    /// <summary>The number with 17 significant digits, which reads back as the same bits; empty for NaN and infinities.</summary>
    public static string Full(double value) => double.IsFinite(value) ? value.ToString("G17", CultureInfo.InvariantCulture) : "";

    /// <summary>The number with as many digits as it takes to read back as the same bits; empty for NaN and infinities.</summary>
    public static string Shortest(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    /// <summary>
    /// The number for a table: six decimals, or three in scientific notation where six decimals would hide it. Below
    /// 1e-9, the accuracy that runs are held to, it is zero; JSON and CSV keep every digit.
    /// </summary>
    public static string Cell(double value)
    {
        double size = Math.Abs(value);
        return !double.IsFinite(value) ? Numeral.None
            : size < 1e-9 ? "0.000000"
            : value.ToString(size is >= 1e-4 and < 1e5 ? "F6" : "0.000e0", CultureInfo.InvariantCulture);
    }

    /// <summary>The name of an enumeration value in lower case, as files write it.</summary>
    public static string Lower<T>(T value)
        where T : struct, Enum
        => value.ToString().ToLowerInvariant();
}
