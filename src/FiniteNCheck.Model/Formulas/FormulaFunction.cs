using System.Collections.Immutable;

namespace FiniteNCheck.Model.Formulas;

/// <summary>A real function of one real number that formulas may use.</summary>
/// <param name="Name">Its name in formulas, in lower case.</param>
/// <param name="Value">Its value; <see cref="double.NaN"/> outside its domain.</param>
/// <param name="IsEntire">Whether it is an entire function of a complex argument.</param>
public sealed record FormulaFunction(string Name, Func<double, double> Value, bool IsEntire)
{
    /// <summary>The functions, by name.</summary>
    public static ImmutableSortedDictionary<string, FormulaFunction> All { get; } = new FormulaFunction[]
    {
        new("exp", Math.Exp, IsEntire: true),
        new("sin", Math.Sin, IsEntire: true),
        new("cos", Math.Cos, IsEntire: true),
        new("sinh", Math.Sinh, IsEntire: true),
        new("cosh", Math.Cosh, IsEntire: true),
        new("tan", Math.Tan, IsEntire: false),
        new("tanh", Math.Tanh, IsEntire: false),
        new("asin", Math.Asin, IsEntire: false),
        new("acos", Math.Acos, IsEntire: false),
        new("atan", Math.Atan, IsEntire: false),
        new("ln", Math.Log, IsEntire: false),
        new("log10", Math.Log10, IsEntire: false),
        new("sqrt", Math.Sqrt, IsEntire: false),
        new("abs", Math.Abs, IsEntire: false),
    }.ToImmutableSortedDictionary(function => function.Name, function => function, StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Equals(FormulaFunction? other) => other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
