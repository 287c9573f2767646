using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Model.Description;

/// <summary>Formulas in TeX: an arithmetic whose numbers are texts with the strength of their outermost operator.</summary>
internal sealed class FormulaTex : IFormulaArithmetic<FormulaTex.Piece>
{
    // How strongly the outermost operator binds: a sum, a product, a power, a whole.
    private const int Sum = 0;
    private const int Product = 1;
    private const int Power = 2;
    private const int Whole = 3;

    private FormulaTex()
    {
    }

    /// <summary>A formula in TeX.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="variable">What stands for a variable, in TeX.</param>
    public static string Write(Formula formula, Func<string, string> variable) =>
        formula.Evaluate(new FormulaTex(), name => new Piece(variable(name), Whole)).Text;

    /// <inheritdoc/>
    public Piece Constant(double value) => new(Tex.Number(value), value < 0 ? Sum : Whole);

    /// <inheritdoc/>
    public Piece Combine(FormulaOperator operation, Piece left, Piece right) => operation switch
    {
        FormulaOperator.Add => new($"{left.Text}+{right.Text}", Sum),
        FormulaOperator.Subtract => new($"{left.Text}-{right.At(Product)}", Sum),
        FormulaOperator.Multiply => new($"{left.At(Product)}\\,{right.At(Product)}", Product),
        FormulaOperator.Divide => new($"\\frac{{{left.Text}}}{{{right.Text}}}", Whole),
        _ => new($"{left.At(Whole)}^{{{right.Text}}}", Power),
    };

    /// <inheritdoc/>
    public Piece Apply(FormulaFunction mapping, Piece argument)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return mapping.Name switch
        {
            "sqrt" => new($"\\sqrt{{{argument.Text}}}", Whole),
            "exp" => new($"e^{{{argument.Text}}}", Power),
            "abs" => new($"|{argument.Text}|", Whole),
            _ => new($"\\mathrm{{{mapping.Name}}}({argument.Text})", Whole),
        };
    }

    /// <summary>A part of a formula.</summary>
    /// <param name="Text">The part in TeX.</param>
    /// <param name="Strength">How strongly its outermost operator binds.</param>
    internal readonly record struct Piece(string Text, int Strength)
    {
        /// <summary>The part as an operand, in brackets where its own operator binds less.</summary>
        /// <param name="least">The strength that needs no brackets.</param>
        public string At(int least) => Strength >= least ? Text : $"({Text})";
    }
}
