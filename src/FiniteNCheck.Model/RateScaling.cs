using System.Collections.Immutable;
using FiniteNCheck.Model.Driving;
using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Model;

/// <summary>Rates times a number.</summary>
public static class RateScaling
{
    /// <summary>Whether the product of a rate and a number is a rate of the same kind.</summary>
    /// <param name="rate">The rate.</param>
    public static bool CanScale(CollectiveRate rate) => rate is ExponentialRate or PolynomialRate or ExpressionRate;

    /// <summary>The rate <c>factor Gamma(x)</c>.</summary>
    /// <param name="rate">The rate.</param>
    /// <param name="factor">The factor.</param>
    /// <exception cref="ArgumentException">The rate is of a kind that cannot be scaled.</exception>
    public static CollectiveRate Scale(CollectiveRate rate, double factor) => rate switch
    {
        ExponentialRate exponential => exponential with { Amplitude = factor * exponential.Amplitude },
        PolynomialRate polynomial => new PolynomialRate([.. polynomial.Coefficients.Select(c => factor * c)]),
        ExpressionRate expression => expression with
        {
            Formula = Formula.Combine(
                FormulaOperator.Multiply, Formula.Constant(expression.IsSquared ? factor * factor : factor), expression.Formula),
        },
        _ => throw new ArgumentException($"A rate of type {rate?.GetType().Name} cannot be scaled.", nameof(rate)),
    };

    /// <summary>Jumps with a number in place of each factor that depends on time.</summary>
    /// <typeparam name="T">Their kind.</typeparam>
    /// <param name="jumps">The jumps.</param>
    /// <param name="value">The number for a factor.</param>
    /// <exception cref="ArgumentException">A rate with such a factor is of a kind that cannot be scaled.</exception>
    public static ImmutableArray<T> Fix<T>(ImmutableArray<T> jumps, Func<TimeFunction, double> value)
        where T : Jump =>
    [
        .. jumps.Select(jump => jump.Drive is { } drive
            ? jump with { Rate = Scale(jump.Rate, value(drive)), Drive = null }
            : jump),
    ];
}
