using System.Globalization;

namespace FiniteNCheck.Tests.Reporting.Agreement;

/// <summary>A number as digits, against the number itself.</summary>
internal static class PrintedNumber
{
    /// <summary>Rounding of the comparison itself, in units of the last digit.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Whether the digits are those of the number, rounded to as many as are printed; a dash or nothing stands for none.</summary>
    public static bool Agrees(string printed, double? number)
    {
        if (number is not { } exact || double.IsNaN(exact))
        {
            return printed is "-" or "";
        }

        if (!double.TryParse(printed, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            return false;
        }

        string[] parts = printed.Split('e', 'E');
        int decimals = parts[0].Contains('.') ? parts[0].Length - parts[0].IndexOf('.') - 1 : 0;
        double lastDigit = Math.Pow(10, (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - decimals);

        // A whole zero is printed for no other number.
        return printed is "0" ? exact == 0 : Math.Abs(value - exact) <= (0.5 + Rounding) * lastDigit;
    }
}
