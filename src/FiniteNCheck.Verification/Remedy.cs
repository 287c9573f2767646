using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification;

/// <summary>What would decide an inconclusive prediction.</summary>
/// <param name="N">About the largest size that the ladder needs, or <see langword="null"/> where no larger size is foreseen to decide.</param>
/// <param name="Seconds">About how long that size takes here, or <see langword="null"/> where it is out of reach.</param>
/// <param name="Text">In one sentence.</param>
public sealed record Remedy(int? N, double? Seconds, string Text)
{
    // Nobody waits longer, and nothing is foreseen so far beyond a ladder.
    private const double SecondsWithinReach = 30 * 86400.0;
    private const int LargestWithinReach = 1_000_000;

    /// <summary>What would decide a prediction some of whose elements are open.</summary>
    /// <param name="open">The open elements.</param>
    /// <param name="ladder">The sizes of the ladder.</param>
    /// <param name="plan">The plan of a run at a size; it may refuse it with an <see cref="InputException"/>.</param>
    internal static Remedy Of(IReadOnlyCollection<ElementFinding> open, IReadOnlyList<int> ladder, Func<int, ExactPlan> plan)
    {
        if (open.Any(element => element.DecidingN is null))
        {
            return new Remedy(N: null, Seconds: null, "No larger size is foreseen to decide every element; a smaller tolerance or shorter times may.");
        }

        int n = Fitting(open.Max(element => element.DecidingN!.Value), ladder);
        return Refusal(n, plan, out double seconds) is { } refusal
            ? new Remedy(n, Seconds: null, $"Nothing within reach decides: it would take about n = {n}, {refusal}.")
            : new Remedy(n, seconds, $"Sizes up to about n = {n} would decide: {Numeral.Duration(seconds)} here for the largest.");
    }

    private static string? Refusal(int n, Func<int, ExactPlan> plan, out double seconds)
    {
        seconds = double.PositiveInfinity;
        if (n > LargestWithinReach)
        {
            return $"beyond {LargestWithinReach}";
        }

        try
        {
            seconds = plan(n).Taken.Seconds;
            return seconds <= SecondsWithinReach ? null : $"{Numeral.Duration(seconds)} here";
        }
        catch (InputException exception)
        {
            return $"which is refused here ({exception.Message.TrimEnd('.')})";
        }
    }

    /// <summary>The next size of which every block is whole: a multiple of what all sizes of the ladder are multiples of.</summary>
    private static int Fitting(int n, IReadOnlyList<int> ladder)
    {
        int step = ladder.Aggregate(0, (a, b) => (int)BigInteger.GreatestCommonDivisor(a, b));
        long next = (n + step - 1L) / step * step;
        return next <= int.MaxValue ? (int)next : n;
    }
}
