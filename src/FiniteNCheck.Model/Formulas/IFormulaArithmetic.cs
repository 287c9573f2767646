namespace FiniteNCheck.Model.Formulas;

/// <summary>
/// What formulas are evaluated in: real numbers, or numbers with derivatives (automatic differentiation).
/// </summary>
/// <typeparam name="T">The numbers.</typeparam>
public interface IFormulaArithmetic<T>
{
    /// <summary>A constant.</summary>
    /// <param name="value">Its value.</param>
    T Constant(double value);

    /// <summary>Two numbers combined.</summary>
    /// <param name="operation">How.</param>
    /// <param name="left">The first number.</param>
    /// <param name="right">The second number.</param>
    T Combine(FormulaOperator operation, T left, T right);

    /// <summary>A function of a number.</summary>
    /// <param name="mapping">The function.</param>
    /// <param name="argument">The number.</param>
    T Apply(FormulaFunction mapping, T argument);
}
