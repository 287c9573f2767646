namespace FiniteNCheck.Model;

/// <summary>The rules for lists of output times.</summary>
public static class OutputTimes
{
    /// <summary>The latest time, and the inverse of the earliest nonzero time. No sensible unit of time needs more.</summary>
    public const double MaxTime = 1e50;

    /// <summary>The largest number of times. More would be a mistake, typically of a script.</summary>
    public const int MaxCount = 10_000;

    /// <summary>Whether a time is 0 or lies between <c>1/MaxTime</c> and <c>MaxTime</c>.</summary>
    /// <param name="time">The time.</param>
    public static bool IsUsable(double time) => time is 0 or (>= 1 / MaxTime and <= MaxTime);

    /// <summary>Checks that times are finite, non-negative and strictly increasing, 1 to <see cref="MaxCount"/> of them.</summary>
    /// <param name="times">The times.</param>
    /// <exception cref="InputException">The list is invalid.</exception>
    public static void Check(IReadOnlyList<double> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        if (times.Count == 0)
        {
            throw new InputException("times is empty: at least one time of output is needed, such as 0.5,2.");
        }

        if (times.Count > MaxCount)
        {
            throw new InputException($"times has {times.Count} entries: at most {MaxCount} times of output are allowed. Leave some out.");
        }

        for (int i = 0; i < times.Count; i++)
        {
            if (!double.IsFinite(times[i]) || times[i] < 0)
            {
                throw new InputException(
                    $"times has {Numeral.Exact(times[i])} at position {i + 1}: times are finite and not negative. Correct it.");
            }

            if (!IsUsable(times[i]))
            {
                throw new InputException(
                    $"times has {Numeral.Exact(times[i])} at position {i + 1}: a time is 0, or a number from 1e-50 to 1e50. "
                    + "Use a suitable unit of time.");
            }

            if (i > 0 && times[i] <= times[i - 1])
            {
                throw new InputException(
                    $"times has {Numeral.Exact(times[i])} after {Numeral.Exact(times[i - 1])}: times increase strictly. "
                    + "Sort them and drop repetitions.");
            }
        }
    }
}
