namespace FiniteNCheck.Reporting.Verify;

/// <summary>The closing lines of a verification, the same in the terminal and on a page.</summary>
internal static class VerifyText
{
    /// <summary>What the columns with distances and sizes mean.</summary>
    public const string Legend = "Distance: |prediction - limit| in combined uncertainties; N: total number of spins.";

    /// <summary>What everything came to.</summary>
    /// <param name="report">What was found.</param>
    public static string Closing(VerifyReport report) => report.Outcome switch
    {
        Outcome.AsExpected => "Everything came out as the studies expect.",
        Outcome.Inconclusive => "Inconclusive: the reasons above say what would decide.",
        _ => "Something came out otherwise than the studies expect: compare the columns 'verdict' and 'expected'.",
    };
}
