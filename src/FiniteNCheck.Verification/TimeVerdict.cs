using FiniteNCheck.Model;

namespace FiniteNCheck.Verification;

/// <summary>The verdict on a prediction at one time.</summary>
/// <param name="Time">The time.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record TimeVerdict(double Time, Verdict Verdict)
{
    /// <summary>
    /// Describes verdicts over time, such as <c>confirmed to t = 1, undecided from t = 2</c>; a single word if all are the same.
    /// </summary>
    /// <param name="times">The verdicts, in the order of their times.</param>
    public static string Describe(IReadOnlyList<TimeVerdict> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        List<string> runs = [];
        for (int first = 0; first < times.Count;)
        {
            int last = first;
            while (last + 1 < times.Count && times[last + 1].Verdict == times[first].Verdict)
            {
                last++;
            }

            string word = Word(times[first].Verdict);
            runs.Add((first == 0, last == times.Count - 1) switch
            {
                (true, true) => word,
                (true, false) => $"{word} to t = {Numeral.ExactTime(times[last].Time)}",
                (false, true) => $"{word} from t = {Numeral.ExactTime(times[first].Time)}",
                _ when first == last => $"{word} at t = {Numeral.ExactTime(times[first].Time)}",
                _ => $"{word} from t = {Numeral.ExactTime(times[first].Time)} to {Numeral.ExactTime(times[last].Time)}",
            });
            first = last + 1;
        }

        return string.Join(", ", runs);
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Confirmed => "confirmed",
        Verdict.Refuted => "refuted",
        _ => "undecided",
    };
}
