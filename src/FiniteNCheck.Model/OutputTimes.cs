namespace FiniteNCheck.Model;

/// <summary>The rule that every list of output times obeys.</summary>
public static class OutputTimes
{
    /// <summary>Checks that times are finite, non-negative and strictly increasing, at least one.</summary>
    /// <param name="times">The times.</param>
    /// <exception cref="InputException">They are not.</exception>
    public static void Check(IReadOnlyList<double> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        if (times.Count == 0)
        {
            throw new InputException("times is empty: at least one time of output is needed, such as 0.5,2.");
        }

        for (int i = 0; i < times.Count; i++)
        {
            if (!double.IsFinite(times[i]) || times[i] < 0)
            {
                throw new InputException($"times has {times[i]:R} at position {i + 1}: times are finite and not negative. Correct it.");
            }

            if (i > 0 && times[i] <= times[i - 1])
            {
                throw new InputException($"times has {times[i]:R} after {times[i - 1]:R}: times increase strictly. Sort them and drop repetitions.");
            }
        }
    }
}
