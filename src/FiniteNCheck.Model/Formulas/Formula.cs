using System.Globalization;

namespace FiniteNCheck.Model.Formulas;

/// <summary>A formula of real numbers and named variables. Equal formulas are written in the same way.</summary>
public abstract record Formula
{
    private protected Formula()
    {
    }

    /// <summary>The names of the variables, each as often as it is used.</summary>
    public abstract IEnumerable<string> Variables { get; }

    /// <summary>Whether it has no variable.</summary>
    public bool IsConstant => !Variables.Any();

    /// <summary>
    /// Whether it is built from entire functions alone, so that it is entire in each variable. Division by a variable and any root
    /// count as not entire, also where they happen to cancel.
    /// </summary>
    public abstract bool IsEntire { get; }

    /// <summary>The value.</summary>
    /// <typeparam name="T">The numbers that it is evaluated in.</typeparam>
    /// <param name="arithmetic">What can be done with them.</param>
    /// <param name="variable">The value of a variable.</param>
    public abstract T Evaluate<T>(IFormulaArithmetic<T> arithmetic, Func<string, T> variable);

    /// <summary>The value in real numbers; <see cref="double.NaN"/> or infinite where it is undefined.</summary>
    /// <param name="variable">The value of a variable.</param>
    public double Evaluate(Func<string, double> variable) => Evaluate(RealArithmetic.Instance, variable);

    /// <summary>The formula with numbers in place of variables.</summary>
    /// <param name="values">The numbers, by name; other variables stay.</param>
    public abstract Formula Substitute(IReadOnlyDictionary<string, double> values);

    /// <summary>A number.</summary>
    /// <param name="value">The number.</param>
    public static Formula Constant(double value) => new ConstantFormula(value);

    /// <summary>A variable.</summary>
    /// <param name="name">Its name.</param>
    public static Formula Variable(string name) => new VariableFormula(name);

    /// <summary>Two formulas combined.</summary>
    /// <param name="operation">How.</param>
    /// <param name="left">The first one.</param>
    /// <param name="right">The second one.</param>
    public static Formula Combine(FormulaOperator operation, Formula left, Formula right) => new CombinedFormula(operation, left, right);

    /// <summary>A function of a formula.</summary>
    /// <param name="function">The function.</param>
    /// <param name="argument">The formula.</param>
    public static Formula Apply(FormulaFunction function, Formula argument) => new AppliedFormula(function, argument);

    private sealed record ConstantFormula(double Value) : Formula
    {
        public override IEnumerable<string> Variables => [];

        public override bool IsEntire => true;

        public override T Evaluate<T>(IFormulaArithmetic<T> arithmetic, Func<string, T> variable) => arithmetic.Constant(Value);

        public override Formula Substitute(IReadOnlyDictionary<string, double> values) => this;

        public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
    }

    private sealed record VariableFormula(string Name) : Formula
    {
        public override IEnumerable<string> Variables => [Name];

        public override bool IsEntire => true;

        public override T Evaluate<T>(IFormulaArithmetic<T> arithmetic, Func<string, T> variable) => variable(Name);

        public override Formula Substitute(IReadOnlyDictionary<string, double> values) =>
            values.TryGetValue(Name, out double value) ? Constant(value) : this;

        public override string ToString() => Name;
    }

    private sealed record CombinedFormula(FormulaOperator Operation, Formula Left, Formula Right) : Formula
    {
        public override IEnumerable<string> Variables => Left.Variables.Concat(Right.Variables);

        public override bool IsEntire => Left.IsEntire && Right.IsEntire && Operation switch
        {
            FormulaOperator.Divide => Right.IsConstant,
            FormulaOperator.Power => Left.IsConstant ? Left.Evaluate(_ => 0) > 0 || Right.IsConstant : IsWholePower(Right),
            _ => true,
        };

        public override T Evaluate<T>(IFormulaArithmetic<T> arithmetic, Func<string, T> variable) =>
            arithmetic.Combine(Operation, Left.Evaluate(arithmetic, variable), Right.Evaluate(arithmetic, variable));

        public override Formula Substitute(IReadOnlyDictionary<string, double> values) =>
            new CombinedFormula(Operation, Left.Substitute(values), Right.Substitute(values));

        public override string ToString() => $"({Left} {Sign} {Right})";

        private string Sign => Operation switch
        {
            FormulaOperator.Add => "+",
            FormulaOperator.Subtract => "-",
            FormulaOperator.Multiply => "*",
            FormulaOperator.Divide => "/",
            _ => "^",
        };

        private static bool IsWholePower(Formula exponent) =>
            exponent.IsConstant && exponent.Evaluate(_ => 0) is >= 0 and var power && power == Math.Floor(power);
    }

    private sealed record AppliedFormula(FormulaFunction Function, Formula Argument) : Formula
    {
        public override IEnumerable<string> Variables => Argument.Variables;

        public override bool IsEntire => Argument.IsConstant || (Function.IsEntire && Argument.IsEntire);

        public override T Evaluate<T>(IFormulaArithmetic<T> arithmetic, Func<string, T> variable) =>
            arithmetic.Apply(Function, Argument.Evaluate(arithmetic, variable));

        public override Formula Substitute(IReadOnlyDictionary<string, double> values) =>
            new AppliedFormula(Function, Argument.Substitute(values));

        public override string ToString() => $"{Function.Name}({Argument})";
    }
}
