using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Model;

/// <summary>
/// A rate given by a formula of its argument <c>x</c>: either <c>Gamma(x)</c> itself, or the classical rate <c>Gamma(x)^2</c>, of which
/// the non-negative root is taken.
/// </summary>
/// <param name="Formula">The formula, with <see cref="Argument"/> as its only variable.</param>
/// <param name="IsSquared">Whether it gives <c>Gamma(x)^2</c>.</param>
public sealed record ExpressionRate(Formula Formula, bool IsSquared) : CollectiveRate
{
    /// <summary>The name of the argument in formulas.</summary>
    public const string Argument = "x";

    /// <summary>How far below zero a classical rate may lie by rounding, relative to its size: it then counts as zero.</summary>
    public const double Rounding = 1e-12;

    /// <inheritdoc/>
    public override bool IsEntire => IsSquared ? Formula.IsConstant : Formula.IsEntire;

    /// <inheritdoc/>
    public override double Value(double x)
    {
        double value = Formula.Evaluate(_ => x);
        return !IsSquared ? value
            : value is < 0 and >= -Rounding ? 0
            : Math.Sqrt(value);
    }
}
