namespace FiniteNCheck.Exact.Readings;

/// <summary>The value of a function of the state at one time.</summary>
/// <param name="Value">The value.</param>
/// <param name="Error">Bound of its error.</param>
internal readonly record struct Reading(double Value, double Error)
{
    /// <summary>A value moved to the nearest one that the function can have, which is never further from the true one.</summary>
    /// <param name="value">The value.</param>
    /// <param name="error">Bound of its error.</param>
    /// <param name="lowest">The smallest value that the function can have.</param>
    /// <param name="highest">The largest value that the function can have.</param>
    public static Reading Within(double value, double error, double lowest, double highest) =>
        new(Math.Clamp(value, lowest, highest), Math.Min(error, highest - lowest));
}
