namespace FiniteNCheck.Reporting.Verify;

/// <summary>The closing lines of a verification, the same in the terminal and on a page.</summary>
internal static class VerifyText
{
    /// <summary>The meaning of the columns with distances and sizes.</summary>
    public const string Legend = "Distance: |prediction - limit| in combined uncertainties; N: total number of spins.";

    /// <summary>The outcome, in a sentence.</summary>
    /// <param name="report">The findings.</param>
    public static string Closing(VerifyReport report) => report.Outcome switch
    {
        Outcome.AsExpected => "Everything came out as the studies expect.",
        Outcome.Inconclusive => "Inconclusive: the reasons above say what would decide.",
        _ => "Something came out otherwise than the studies expect: compare the columns 'verdict' and 'expected'.",
    };
}
