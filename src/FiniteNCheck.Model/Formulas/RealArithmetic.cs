namespace FiniteNCheck.Model.Formulas;

/// <summary>Formulas in real numbers; what is undefined is <see cref="double.NaN"/> or infinite.</summary>
public sealed class RealArithmetic : IFormulaArithmetic<double>
{
    private RealArithmetic()
    {
    }

    /// <summary>The arithmetic.</summary>
    public static RealArithmetic Instance { get; } = new();

    /// <inheritdoc/>
    public double Constant(double value) => value;

    /// <inheritdoc/>
    public double Combine(FormulaOperator operation, double left, double right) => operation switch
    {
        FormulaOperator.Add => left + right,
        FormulaOperator.Subtract => left - right,
        FormulaOperator.Multiply => left * right,
        FormulaOperator.Divide => left / right,
        _ => Math.Pow(left, right),
    };

    /// <inheritdoc/>
    public double Apply(FormulaFunction mapping, double argument)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return mapping.Value(argument);
    }
}
