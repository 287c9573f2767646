namespace FiniteNCheck.Model.Formulas;

/// <summary>How a formula combines two numbers.</summary>
public enum FormulaOperator
{
    /// <summary>The sum.</summary>
    Add,

    /// <summary>The difference.</summary>
    Subtract,

    /// <summary>The product.</summary>
    Multiply,

    /// <summary>The quotient.</summary>
    Divide,

    /// <summary>The first number to the power of the second one.</summary>
    Power,
}
