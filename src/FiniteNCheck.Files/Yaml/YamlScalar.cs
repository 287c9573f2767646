using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FiniteNCheck.Files.Formulas;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Files.Yaml;

/// <summary>
/// A single value in an input file. Numbers and words are plain scalars in the sense of the YAML core schema: in quotes they are text.
/// </summary>
public sealed partial class YamlScalar : YamlNode
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;
    private const int MaxTextLength = 200;
    private readonly string value;
    private readonly bool quoted;
    private readonly ImmutableSortedDictionary<string, double>? parameters;

    internal YamlScalar(
        string file, int line, string key, string value, bool quoted, ImmutableSortedDictionary<string, double>? parameters = null)
        : base(file, line, key)
    {
        this.value = value;
        this.quoted = quoted;
        this.parameters = parameters;
    }

    /// <inheritdoc/>
    public override string Description => this switch
    {
        { IsNothing: true } => "nothing",
        { quoted: true } => $"the quoted text {Wording.Quote(value)}",
        _ => Wording.Quote(value),
    };

    /// <summary>Whether the value is empty or one of YAML's null words: <c>~</c>, <c>null</c>.</summary>
    private bool IsNothing => !quoted && value is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override double Number()
    {
        const string allowed = "a finite number";
        if (quoted && DecimalPattern().IsMatch(value))
        {
            throw Error(allowed, "Remove the quotes.");
        }

        if (quoted && parameters is not null && !DigitsPattern().IsMatch(value))
        {
            double result = Formula([]).Evaluate(_ => double.NaN);
            return double.IsFinite(result)
                ? result
                : throw Error(allowed, "Correct the formula or its parameters.", $"{Description}, which is {Numeral.Exact(result)}");
        }

        if (quoted || !DecimalPattern().IsMatch(value))
        {
            throw Error(
                allowed,
                InfinityPattern().IsMatch(value)
                    ? "Infinity is not supported: write a number, or leave out what it would stand for (docs/limits.md)."
                    : ExpressionPattern().IsMatch(value) ? Unsupported.Expressions
                    : "Write a decimal number such as 0.5, -2 or 1e-3.");
        }

        double number = double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
        {
            throw Error("a finite number of magnitude up to 1.797e308", "Write a smaller number.");
        }

        // A nonzero number must not underflow to zero silently.
        return number != 0 || !NonZeroMantissa().IsMatch(value)
            ? number
            : throw Error("zero, or a number of magnitude from 4.941e-324", "Write 0 or a larger number.");
    }

    /// <inheritdoc/>
    public override Formula Formula(params IReadOnlyCollection<string> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        try
        {
            return FormulaParser.Parse(value, [.. parameters?.Keys ?? [], .. variables])
                .Substitute(parameters ?? ImmutableSortedDictionary<string, double>.Empty);
        }
        catch (FormulaException exception)
        {
            string known = string.Join(", ", (parameters?.Keys ?? []).Concat(variables));
            throw Error(
                $"a formula of numbers{(known.Length > 0 ? $" and {known}" : string.Empty)}",
                exception.Remedy,
                $"{exception.Found} in {Wording.Quote(value)}");
        }
    }

    /// <summary>The quoted formula written here, if it uses a variable; <see langword="null"/> for anything else.</summary>
    /// <param name="variable">The variable.</param>
    /// <exception cref="InputFileException">It is quoted, names the variable, and is no formula.</exception>
    public Formula? FormulaIn(string variable)
    {
        char[] others = [.. value.Where(c => !char.IsAsciiLetterOrDigit(c) && c != '_').Distinct()];
        return quoted && value.Split(others).Contains(variable, StringComparer.Ordinal) ? Formula(variable) : null;
    }

    /// <inheritdoc/>
    public override (Formula Formula, string Text) Formula(FormulaScope scope, string meaning)
    {
        try
        {
            return (FormulaParser.Parse(value, scope), value);
        }
        catch (FormulaException exception)
        {
            throw Error(meaning, exception.Remedy, $"{exception.Found} in {Wording.Quote(value)}");
        }
    }

    /// <inheritdoc/>
    public override int WholeNumber(int min = int.MinValue, int max = int.MaxValue, string? allowed = null)
    {
        bool isWhole = WholePattern().IsMatch(value);
        if (isWhole && !quoted
            && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && number >= min && number <= max)
        {
            return number;
        }

        throw Error(allowed ?? WholeNumberRange(min, max), (isWhole, quoted) switch
        {
            (true, true) => "Remove the quotes.",
            (true, false) => "Give a number of that range.",
            _ => "Write it in digits, without point or exponent.",
        });
    }

    /// <inheritdoc/>
    public override string Text()
    {
        string allowed = $"a text of one line and up to {MaxTextLength} characters";
        if (IsNothing || value.Length == 0)
        {
            throw Error(allowed, "Write a text.");
        }

        return value.Length <= MaxTextLength && string.Equals(Wording.OneLine(value), value, StringComparison.Ordinal)
            ? value
            : throw Error(allowed, "Shorten it to one line.");
    }

    /// <inheritdoc/>
    public override bool TrueOrFalse() => (quoted, value) switch
    {
        (false, "true") => true,
        (false, "false") => false,
        (true, "true" or "false") => throw Error("true or false", "Remove the quotes."),
        _ => throw Error("true or false", "Write true or false."),
    };

    /// <inheritdoc/>
    public override T Choice<T>(params ReadOnlySpan<(string Name, T Value)> options)
    {
        List<string> names = [];
        foreach ((string name, T option) in options)
        {
            if (string.Equals(value, name, StringComparison.Ordinal))
            {
                return option;
            }

            names.Add(name);
        }

        throw Error(JoinNames(options), Unsupported.Remedy(value) ?? Wording.DidYouMean(value, names, "Write one of these words."));
    }

    /// <inheritdoc/>
    public override YamlNode WithParameters(ImmutableSortedDictionary<string, double> parameters) =>
        new YamlScalar(File, Line, Key, value, quoted, parameters);

    internal override YamlNode Replace(ReadOnlySpan<string> steps, string path, double value)
    {
        if (!steps.IsEmpty)
        {
            return base.Replace(steps, path, value);
        }

        _ = Number();
        return new YamlScalar(File, Line, Key, value.ToString("R", CultureInfo.InvariantCulture), quoted: false);
    }

    [GeneratedRegex(@"^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,9})?\z", Options)]
    private static partial Regex DecimalPattern();

    [GeneratedRegex(@"^[-+]?(\.?inf(inity)?|∞)\z", Options | RegexOptions.IgnoreCase)]
    private static partial Regex InfinityPattern();

    // A word next to an operator or a bracket. A number with a stray letter is a typing error instead and gets the general message.
    [GeneratedRegex(@"[A-Za-z_)]\s*[*/^(]|[*/^(+]\s*[A-Za-z_(]|[A-DF-Za-df-z_)]\s*[-+]", Options)]
    private static partial Regex ExpressionPattern();

    // A decimal comma, or blanks between digits: a slip, and no formula.
    [GeneratedRegex(@"^[-+]?[0-9., ]*\z", Options)]
    private static partial Regex DigitsPattern();

    [GeneratedRegex(@"^[-+.0]*[1-9]", Options)]
    private static partial Regex NonZeroMantissa();

    [GeneratedRegex(@"^[-+]?[0-9]+\z", Options)]
    private static partial Regex WholePattern();
}
