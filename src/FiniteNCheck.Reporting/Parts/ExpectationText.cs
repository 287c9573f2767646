using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Parts;

/// <summary>What stands behind a verdict that was not expected.</summary>
internal static class ExpectationText
{
    /// <summary>The verdict that was expected, in brackets after a blank; empty where it is the one found.</summary>
    /// <param name="found">The verdict.</param>
    /// <param name="expected">The one that was expected.</param>
    public static string Of(Verdict found, Verdict expected) => found == expected ? "" : $" ({Digits.Lower(expected)} was expected)";
}
