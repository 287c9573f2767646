using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification;

/// <summary>What would decide an inconclusive prediction.</summary>
/// <param name="N">
/// Estimate of the largest size that the ladder needs, or <see langword="null"/> if no larger size is expected to decide.
/// </param>
/// <param name="Seconds">Estimate of how long that size takes on this machine, or <see langword="null"/> if it is out of reach.</param>
/// <param name="Text">The remedy in one sentence.</param>
public sealed record Remedy(int? N, double? Seconds, string Text)
{
    // Longer than anybody waits, and farther beyond a ladder than estimates hold.
    private const double MaxReachableSeconds = 30 * 86400.0;
    private const int MaxReachableSize = 1_000_000;

    /// <summary>Finds what would decide a prediction with undecided elements.</summary>
    /// <param name="open">The undecided elements.</param>
    /// <param name="ladder">The sizes of the ladder.</param>
    /// <param name="plan">Plans a run at a size; may refuse with an <see cref="InputException"/>.</param>
    internal static Remedy Find(IReadOnlyCollection<ElementFinding> open, IReadOnlyList<int> ladder, Func<int, ExactPlan> plan)
    {
        if (open.Any(element => element.DecidingN is null))
        {
            return new Remedy(
                N: null, Seconds: null, "No larger size is foreseen to decide every element; a smaller tolerance or shorter times may.");
        }

        int n = RoundUp(open.Max(element => element.DecidingN!.Value), ladder);
        return Refusal(n, plan, out double seconds) is { } refusal
            ? new Remedy(n, Seconds: null, $"Nothing within reach decides: it would take about n = {n}, {refusal}.")
            : new Remedy(n, seconds, $"Sizes up to about n = {n} would decide: {Numeral.Duration(seconds)} here for the largest.");
    }

    private static string? Refusal(int n, Func<int, ExactPlan> plan, out double seconds)
    {
        seconds = double.PositiveInfinity;
        if (n > MaxReachableSize)
        {
            return $"beyond {MaxReachableSize}";
        }

        try
        {
            seconds = plan(n).Taken.Seconds;
            return seconds <= MaxReachableSeconds ? null : $"{Numeral.Duration(seconds)} here";
        }
        catch (InputException exception)
        {
            return $"which is refused here ({exception.Message.TrimEnd('.')})";
        }
    }

    /// <summary>
    /// Rounds up to a size at which every block is whole: a multiple of the greatest common divisor of the ladder's sizes.
    /// </summary>
    private static int RoundUp(int n, IReadOnlyList<int> ladder)
    {
        int step = ladder.Aggregate(0, (a, b) => (int)BigInteger.GreatestCommonDivisor(a, b));
        long next = (n + step - 1L) / step * step;
        return next <= int.MaxValue ? (int)next : n;
    }
}
