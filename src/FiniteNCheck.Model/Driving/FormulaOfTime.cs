using System.Collections.Immutable;
using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Model.Driving;

/// <summary>A function of time given by a formula, which should be smooth: the order of the integration rests on it.</summary>
/// <param name="Formula">The formula, with <see cref="Time"/> as its only variable.</param>
public sealed record FormulaOfTime(Formula Formula) : TimeFunction
{
    /// <summary>The name of the time in formulas.</summary>
    public const string Time = "t";

    /// <inheritdoc/>
    public override bool IsStepwise => Formula.IsConstant;

    /// <inheritdoc/>
    public override ImmutableArray<double> Breaks => [];

    /// <inheritdoc/>
    public override double At(double time) => Formula.Evaluate(_ => time);
}
