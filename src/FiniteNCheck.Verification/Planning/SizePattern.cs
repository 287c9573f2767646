using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Planning;

/// <summary>The proportions of a ladder that is chosen.</summary>
internal static class SizePattern
{
    /// <summary>The sizes relative to the largest one: steps of 3/2 and 4/3, a factor of eight in all.</summary>
    public static readonly ImmutableArray<double> Shares = [0.125, 0.1875, 0.25, 0.375, 0.5, 0.75, 1];

    private const int MaxStep = 10_000;

    // Up to here no two of the shares would be far enough apart: all sizes there are serve better.
    private const int MaxDense = 8;

    /// <summary>A ladder, smallest size first.</summary>
    /// <param name="largest">The largest size, in steps; at least 4.</param>
    /// <param name="step">The step: the smallest size at which every block is whole.</param>
    public static ImmutableArray<int> UpTo(int largest, int step) => largest <= MaxDense
        ? [.. Enumerable.Range(1, largest).TakeLast(Shares.Length).Select(size => size * step)]
        : [.. Shares.Select(share => Math.Max(1, (int)(share * largest))).Distinct().Select(size => size * step)];

    /// <summary>The smallest size at which every block holds a whole number of spins; its multiples are all such sizes.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">No size up to 10,000 is one.</exception>
    public static int StepOf(SymmetricModel model) =>
        Enumerable.Range(1, MaxStep).Where(model.IsWholeAt).Select(n => (int?)n).FirstOrDefault()
        ?? throw new InputException(
            $"ladder: auto finds no n up to {MaxStep} at which every block of model '{model.Name}' holds a whole number of spins. "
            + "Give the sizes, or simpler shares.");
}
