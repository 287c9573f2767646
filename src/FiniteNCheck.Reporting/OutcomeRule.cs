namespace FiniteNCheck.Reporting;

/// <summary>How unexpected results are taken together.</summary>
internal static class OutcomeRule
{
    /// <summary>As expected where nothing is unexpected, inconclusive where all that is unexpected is merely undecided.</summary>
    /// <param name="isUndecided">For each unexpected result, whether it is undecided.</param>
    public static Outcome Combine(IEnumerable<bool> isUndecided)
    {
        bool[] unexpected = [.. isUndecided];
        return unexpected.Length == 0 ? Outcome.AsExpected
            : Array.TrueForAll(unexpected, undecided => undecided) ? Outcome.Inconclusive
            : Outcome.Unexpected;
    }
}
