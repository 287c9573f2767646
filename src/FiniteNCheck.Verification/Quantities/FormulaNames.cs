using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Quantities;

/// <summary>The names that formulas have for sizes and time.</summary>
internal static class FormulaNames
{
    /// <summary>The number of spins of all blocks.</summary>
    public const string Spins = "N";

    /// <summary>The ladder value.</summary>
    public const string Size = "n";

    /// <summary>The time.</summary>
    public const string Time = "t";

    /// <summary>Whether a name is that of a size.</summary>
    /// <param name="name">The name.</param>
    public static bool IsSize(string name) => name is Spins or Size;

    /// <summary>The value of a name.</summary>
    /// <param name="name">The name: a size, the time or a parameter of the model.</param>
    /// <param name="model">The model.</param>
    /// <param name="time">The time.</param>
    /// <param name="size">The ladder value and the number of spins; <see langword="null"/> in the limit.</param>
    public static double ValueOf(string name, SymmetricModel model, double time, (int N, int Spins)? size) => name switch
    {
        Time => time,
        Size => size?.N ?? double.PositiveInfinity,
        Spins => size?.Spins ?? double.PositiveInfinity,
        _ => model.Parameters.GetValueOrDefault(name, double.NaN),
    };
}
