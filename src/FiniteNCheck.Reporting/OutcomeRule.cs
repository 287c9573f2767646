namespace FiniteNCheck.Reporting;

/// <summary>Combines unexpected results into an outcome.</summary>
internal static class OutcomeRule
{
    /// <summary>As expected if nothing is unexpected, inconclusive if every unexpected result is merely undecided.</summary>
    /// <param name="isUndecided">For each unexpected result, whether it is undecided.</param>
    public static Outcome Combine(IEnumerable<bool> isUndecided)
    {
        bool[] unexpected = [.. isUndecided];
        return unexpected.Length == 0 ? Outcome.AsExpected
            : Array.TrueForAll(unexpected, undecided => undecided) ? Outcome.Inconclusive
            : Outcome.Unexpected;
    }
}
