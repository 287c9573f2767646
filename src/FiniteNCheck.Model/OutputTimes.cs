namespace FiniteNCheck.Model;

/// <summary>The rule that every list of output times obeys.</summary>
public static class OutputTimes
{
    /// <summary>The latest time, and the inverse of the earliest but 0: far beyond what a suitable unit of time needs.</summary>
    public const double Latest = 1e50;

    /// <summary>The largest number of times: what a program, not a person, might ask for by mistake.</summary>
    public const int Most = 10_000;

    /// <summary>Whether a time is 0, or positive and neither too early nor too late.</summary>
    /// <param name="time">The time.</param>
    public static bool IsUsable(double time) => time is 0 or (>= 1 / Latest and <= Latest);

    /// <summary>Checks that times are finite, non-negative and strictly increasing, 1 to <see cref="Most"/> of them.</summary>
    /// <param name="times">The times.</param>
    /// <exception cref="InputException">They are not.</exception>
    public static void Check(IReadOnlyList<double> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        if (times.Count == 0)
        {
            throw new InputException("times is empty: at least one time of output is needed, such as 0.5,2.");
        }

        if (times.Count > Most)
        {
            throw new InputException($"times has {times.Count} entries: at most {Most} times of output are allowed. Leave some out.");
        }

        for (int i = 0; i < times.Count; i++)
        {
            if (!double.IsFinite(times[i]) || times[i] < 0)
            {
                throw new InputException($"times has {Numeral.Exact(times[i])} at position {i + 1}: times are finite and not negative. Correct it.");
            }

            if (!IsUsable(times[i]))
            {
                throw new InputException($"times has {Numeral.Exact(times[i])} at position {i + 1}: a time is 0, or a number from 1e-50 to 1e50. Use a suitable unit of time.");
            }

            if (i > 0 && times[i] <= times[i - 1])
            {
                throw new InputException($"times has {Numeral.Exact(times[i])} after {Numeral.Exact(times[i - 1])}: times increase strictly. Sort them and drop repetitions.");
            }
        }
    }
}
