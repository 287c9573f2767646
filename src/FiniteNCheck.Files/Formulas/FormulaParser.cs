using System.Globalization;
using System.Text.RegularExpressions;
using FiniteNCheck.Model.Formulas;
using NCalc;
using NCalc.Exceptions;

namespace FiniteNCheck.Files.Formulas;

/// <summary>
/// Reads formulas: numbers, named variables, <c>+ - * / ^</c> (also <c>**</c>), brackets, <c>pi</c>, <c>e</c> and the functions of
/// <see cref="FormulaFunction.All"/>, and <c>pow(a, b)</c>. Mathematics only: NCalc parses, and whatever else it knows is refused.
/// </summary>
public static partial class FormulaParser
{
    /// <summary>The longest formula, in characters.</summary>
    public const int MaxLength = 1000;

    /// <summary>The deepest nesting of brackets.</summary>
    public const int MaxDepth = 50;

    private static readonly LogicalExpressionParserOptions Options = new()
    {
        FloatingPointNumberType = FloatingPointNumberType.Double,
        ArgumentSeparator = ArgumentSeparator.Comma,
    };

    // What NCalc would read as texts, names of its own, dates or escapes. Texts are allowed where calls are.
    private const char Quote = '\'';
    private const string OddCharacters = "\"#[]{}\\";

    private static readonly Dictionary<string, double> Constants = new(StringComparer.Ordinal) { ["pi"] = Math.PI, ["e"] = Math.E };

    /// <summary>Whether a name cannot be given to a variable: it is a constant or a function.</summary>
    /// <param name="name">The name.</param>
    public static bool IsReserved(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Constants.ContainsKey(name) || FormulaFunction.All.ContainsKey(name.ToLowerInvariant()) || IsPower(name);
    }

    /// <summary>Reads a formula.</summary>
    /// <param name="text">The text.</param>
    /// <param name="variables">The names that it may use.</param>
    /// <exception cref="FormulaException">
    /// The text is no such formula. The message says what was found and, where possible, at which character.
    /// </exception>
    public static Formula Parse(string text, IReadOnlyCollection<string> variables) => Parse(text, new FormulaScope(variables));

    /// <summary>Reads a formula.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scope">What it may name.</param>
    /// <exception cref="FormulaException">
    /// The text is no such formula. The message says what was found and, where possible, at which character.
    /// </exception>
    public static Formula Parse(string text, FormulaScope scope)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(scope);
        RefuseExcess(text, scope.Calls.IsEmpty ? $"{OddCharacters}{Quote}" : OddCharacters);

        // NCalc's ^ is a bitwise operator.
        string standard = text.Replace("^", "**", StringComparison.Ordinal);
        try
        {
            LogicalExpression parsed =
                LogicalExpressionParser.Parse(standard, Options, CultureInfo.InvariantCulture, CancellationToken.None);
            return Convert(parsed, scope);
        }
        catch (Exception exception) when (exception is NCalcParserException
            or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            // For some texts the parser has other exceptions than its own.
            throw new FormulaException(
                $"something that is no formula{PlaceOf(exception.Message, text)}", "Check operators, brackets and names.", exception);
        }
    }

    private static void RefuseExcess(string text, string oddCharacters)
    {
        if (text.Length > MaxLength)
        {
            throw new FormulaException($"a formula of {text.Length} characters", $"Shorten it to {MaxLength} characters.");
        }

        int odd = Array.FindIndex(text.ToCharArray(), c => oddCharacters.Contains(c, StringComparison.Ordinal) || char.IsControl(c));
        if (odd >= 0)
        {
            string name = char.IsControl(text[odd]) ? $"U+{(int)text[odd]:X4}" : $"{text[odd]}";
            throw new FormulaException($"the character {name} at character {odd + 1}", "Remove it.");
        }

        int depth = 0;
        foreach (char c in text)
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > MaxDepth)
            {
                throw new FormulaException($"brackets within brackets, more than {MaxDepth}", "Write it with fewer.");
            }
        }
    }

    private static Formula Convert(LogicalExpression expression, FormulaScope scope) => expression switch
    {
        ValueExpression { Value: double number } => Number(number),
        ValueExpression { Value: int number } => Number(number),
        ValueExpression { Value: long number } => Number(number),
        ValueExpression { Value: string text } => throw new FormulaException(
            $"the text '{text}' by itself", $"Quoted names stand in {JoinForms(scope)} only."),
        Identifier name => Named(name.Name, scope.Variables),
        UnaryExpression { Type: UnaryExpressionType.Positive } unary => Convert(unary.Expression, scope),
        UnaryExpression { Type: UnaryExpressionType.Negate } unary => Negative(Convert(unary.Expression, scope)),
        BinaryExpression binary => Formula.Combine(
            OperatorOf(binary.Type), Convert(binary.LeftExpression, scope), Convert(binary.RightExpression, scope)),
        Function { Parameters.Count: 2 } power when IsPower(power.Identifier.Name) => Formula.Combine(
            FormulaOperator.Power, Convert(power.Parameters[0], scope), Convert(power.Parameters[1], scope)),
        Function function when scope.Calls.FirstOrDefault(call => IsCalled(function, call)) is { } call =>
            Formula.Variable(call.Resolve([.. function.Parameters.Select(parameter => Argument(parameter, scope))])),
        Function function => Formula.Apply(FunctionOf(function, scope), Convert(function.Parameters[0], scope)),
        _ => throw new FormulaException("something else than numbers, names, + - * / ^ and functions", "Write the formula with these."),
    };

    private static bool IsCalled(Function function, FormulaCall call) =>
        string.Equals(function.Identifier.Name, call.Name, StringComparison.Ordinal);

    private static object Argument(LogicalExpression expression, FormulaScope scope) => expression is ValueExpression { Value: string text }
        ? text
        : Convert(expression, scope) is { IsConstant: true } constant
            ? constant.Evaluate(_ => double.NaN)
            : throw new FormulaException("an argument that is neither a quoted name nor a number", "Write a name in quotes, or a number.");

    private static string JoinForms(FormulaScope scope) => string.Join(", ", scope.Calls.Select(call => call.Form));

    private static bool IsPower(string function) => string.Equals(function, "pow", StringComparison.OrdinalIgnoreCase);

    private static Formula Negative(Formula formula) => Formula.Combine(FormulaOperator.Subtract, Formula.Constant(0), formula);

    private static Formula Number(double value) => double.IsFinite(value)
        ? Formula.Constant(value)
        : throw new FormulaException("a number that is too large", "Write a smaller number.");

    private static Formula Named(string name, IReadOnlyCollection<string> variables) =>
        variables.Contains(name, StringComparer.Ordinal) ? Formula.Variable(name)
        : Constants.TryGetValue(name, out double value) ? Formula.Constant(value)
        : throw new FormulaException(
            $"the unknown name '{name}'",
            variables.Count == 0
                ? "Give it under 'parameters', or write the number."
                : $"Known are {string.Join(", ", variables.Order(StringComparer.Ordinal))}.");

    private static FormulaOperator OperatorOf(BinaryExpressionType type) => type switch
    {
        BinaryExpressionType.Plus => FormulaOperator.Add,
        BinaryExpressionType.Minus => FormulaOperator.Subtract,
        BinaryExpressionType.Times => FormulaOperator.Multiply,
        BinaryExpressionType.Div => FormulaOperator.Divide,
        BinaryExpressionType.Exponentiation => FormulaOperator.Power,
        _ => throw new FormulaException($"the operator '{type}'", "Write the formula with + - * / ^."),
    };

    private static FormulaFunction FunctionOf(Function call, FormulaScope scope)
    {
        string name = call.Identifier.Name;
        if (!FormulaFunction.All.TryGetValue(name.ToLowerInvariant(), out FormulaFunction? function))
        {
            string known = string.Join(", ", scope.Calls.Select(each => each.Form).Concat(FormulaFunction.All.Keys));
            throw new FormulaException($"the unknown function '{name}'", $"Known are {known} and pow.");
        }

        return call.Parameters.Count == 1
            ? function
            : throw new FormulaException($"{name} of {call.Parameters.Count} arguments", "Give it one.");
    }

    /// <summary>The place that the parser names, in characters of the text as it was written.</summary>
    private static string PlaceOf(string message, string text)
    {
        Match found = PlacePattern().Match(message);
        if (!int.TryParse(found.Groups["at"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int at))
        {
            return text.Length == 0 ? ": nothing" : string.Empty;
        }

        // Each ^ was written as two characters for the parser.
        int place = 1;
        for (int seen = 1; place <= text.Length && seen < at; place++)
        {
            seen += text[place - 1] == '^' ? 2 : 1;
        }

        return $" at character {Math.Min(place, text.Length + 1)}";
    }

    [GeneratedRegex(@"\(1:(?<at>[0-9]+)\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PlacePattern();
}
