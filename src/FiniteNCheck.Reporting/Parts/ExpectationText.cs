using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Parts;

/// <summary>The remark after an unexpected verdict.</summary>
internal static class ExpectationText
{
    /// <summary>The expected verdict in brackets after a blank; empty if it is the one found.</summary>
    /// <param name="found">The verdict.</param>
    /// <param name="expected">The one that was expected.</param>
    public static string Remark(Verdict found, Verdict expected) => found == expected ? "" : $" ({Digits.Lower(expected)} was expected)";
}
