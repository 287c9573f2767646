namespace FiniteNCheck.Model;

/// <summary>The size that a number of a model may have.</summary>
internal static class Magnitude
{
    /// <summary>Whether a number is finite and of magnitude at most <see cref="ModelValidation.MaxMagnitude"/>. False for NaN.</summary>
    /// <param name="number">The number.</param>
    internal static bool IsUsable(double number) => Driving.TimeFunction.IsUsable(number);

    /// <summary>The problem of a number that is too large, infinite or NaN.</summary>
    /// <param name="key">The key path of the number.</param>
    /// <param name="found">What was found.</param>
    internal static ModelProblem OutOfRange(string key, string found) =>
        new(key, found, "finite numbers of magnitude up to 1e50", "Give such numbers, in a suitable unit of time.");
}
