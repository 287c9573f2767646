using System.Diagnostics;
using System.Text;
using FiniteNCheck.Files.Formulas;
using FiniteNCheck.Model.Formulas;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Files.Formulas;

[Trait("Kind", "Unit")]
public class FormulaParserTests(ITestOutputHelper output)
{
    private static readonly string[] Names = ["x", "omega", "a_1"];

    // Values by hand, for x = 0.5, omega = 2, a_1 = -3.
    [Theory]
    [InlineData("2*omega", 4)]
    [InlineData("1 + x^2", 1.25)]
    [InlineData("-x^2", -0.25)]
    [InlineData("2^-1", 0.5)]
    [InlineData("2^3^2", 512)]
    [InlineData("omega**3", 8)]
    [InlineData("1/2", 0.5)]
    [InlineData("-(1 - omega)*a_1", -3)]
    [InlineData("2*-x", -1)]
    [InlineData("1.5e-3 + .5", 0.5015)]
    [InlineData("SQRT(omega + 2)", 2)]
    [InlineData("abs(a_1) + ln(exp(x)) + log10(100)", 5.5)]
    [InlineData("pow(omega, 3) - cos(0) + sin(pi)", 7)]
    [InlineData("ln(e)", 1)]
    [InlineData("5 - 2 - 1", 2)]
    [InlineData("8 / 2 / 2", 2)]
    public void Formulas_have_their_values(string text, double value)
    {
        Formula formula = FormulaParser.Parse(text, Names);

        Assert.Equal(value, formula.Evaluate(Value), 14);
        Assert.Equal(formula, FormulaParser.Parse(formula.ToString(), Names));
    }

    [Theory]
    [InlineData("", "something that is no formula: nothing")]
    [InlineData("1 +", "something that is no formula at character 3")]
    [InlineData("x^2 + + )", "something that is no formula at character 5")]
    [InlineData("(x", "something that is no formula at character 3")]
    [InlineData("y + 1", "the unknown name 'y'")]
    [InlineData("X", "the unknown name 'X'")]
    [InlineData("erf(x)", "the unknown function 'erf'")]
    [InlineData("sin", "the unknown name 'sin'")]
    [InlineData("sin(x, 1)", "sin of 2 arguments")]
    [InlineData("sin()", "sin of 0 arguments")]
    [InlineData("x % 2", "the operator 'Modulo'")]
    [InlineData("x & 2", "the operator 'BitwiseAnd'")]
    [InlineData("x > 1 ? 2 : 3", "something else than numbers")]
    [InlineData("5!", "something else than numbers")]
    [InlineData("true", "the unknown name 'true'|something else than numbers")]
    [InlineData("'a'", "the character ' at character 1")]
    [InlineData("[x]", "the character [ at character 1")]
    [InlineData("x + 1\n", "the character U+000A at character 6")]
    [InlineData("1e999", "a number that is too large")]
    public void What_is_no_formula_is_refused(string text, string found)
    {
        FormulaException error = Assert.Throws<FormulaException>(() => FormulaParser.Parse(text, Names));

        Assert.Contains(found.Split('|'), each => error.Found.StartsWith(each, StringComparison.Ordinal));
        Assert.EndsWith(".", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Excess_is_refused()
    {
        FormulaException tooLong = Assert.Throws<FormulaException>(() => FormulaParser.Parse(new string('1', 1001), []));
        Assert.StartsWith("a formula of 1001", tooLong.Found, StringComparison.Ordinal);
        FormulaException tooDeep = Assert.Throws<FormulaException>(
            () => FormulaParser.Parse(new string('(', 51) + "1" + new string(')', 51), []));
        Assert.StartsWith("brackets within", tooDeep.Found, StringComparison.Ordinal);
        Assert.Equal(1, FormulaParser.Parse(new string('(', 50) + "1" + new string(')', 50), []).Evaluate(_ => 0));
        Assert.Equal(1, FormulaParser.Parse(new string('-', 998) + "1", []).Evaluate(_ => 0));
    }

    [Theory]
    [InlineData("1 + x^3*exp(2*x)", true)]
    [InlineData("2^x", true)]
    [InlineData("sin(x)/3", true)]
    [InlineData("sqrt(2)*x", true)]
    [InlineData("1/x", false)]
    [InlineData("x^0.5", false)]
    [InlineData("x^-1", false)]
    [InlineData("tanh(x)", false)]
    [InlineData("(0-2)^x", false)]
    public void Entire_formulas_are_told(string text, bool entire) => Assert.Equal(entire, FormulaParser.Parse(text, Names).IsEntire);

    [Fact]
    public void Ten_thousand_drawn_texts_are_read_or_refused_at_once()
    {
        const int seed = 20_261_126;
        output.WriteLine($"seed {seed}");
        Random random = new(seed);
        string[] pieces =
        [
            "x", "omega", "1", "2.5", "1e3", "+", "-", "*", "/", "^", "**", "(", ")", "sin", "exp(", "ln(", ",", " ",
            "pow(", "!", "%", "e", "<", "'", "#", "€", "\\", "?",
        ];
        int read = 0;
        for (int k = 0; k < 10_000; k++)
        {
            StringBuilder text = new();
            for (int i = random.Next(1, 12 + (k / 200)); i > 0; i--)
            {
                text.Append(k % 2 == 0 ? Drawn(random, 3) : pieces[random.Next(pieces.Length)]);
                text.Append(k % 2 == 0 && i > 1 ? "+-*/^"[random.Next(5)] : ' ');
            }

            long start = Stopwatch.GetTimestamp();
            try
            {
                Formula formula = FormulaParser.Parse(text.ToString(), Names);
                read++;
                double value = formula.Evaluate(Value);
                string written = formula.ToString();
                bool isReadable = written.Length <= FormulaParser.MaxLength && written.Count(c => c == '(') <= FormulaParser.MaxDepth;
                double again = FormulaParser.Parse(isReadable ? written : text.ToString(), Names).Evaluate(Value);
                Assert.Equal(value, again);
            }
            catch (FormulaException)
            {
                // Refused with a reason.
            }

            Assert.True(Stopwatch.GetElapsedTime(start).TotalSeconds < 1, text.ToString());
        }

        output.WriteLine($"{read} formulas among 10,000 texts");
        Assert.InRange(read, 2000, 9000);
    }

    /// <summary>A well-formed formula.</summary>
    private static string Drawn(Random random, int depth) => (depth == 0 ? 0 : random.Next(5)) switch
    {
        0 => random.Next(2) == 0 ? Names[random.Next(Names.Length)] : $"{random.Next(1, 9)}",
        1 => $"({Drawn(random, depth - 1)} {"+-*/^"[random.Next(5)]} {Drawn(random, depth - 1)})",
        2 => $"-({Drawn(random, depth - 1)})",
        3 => $"pow({Drawn(random, depth - 1)}, {random.Next(4)})",
        _ => $"{FormulaFunction.All.Keys.ElementAt(random.Next(FormulaFunction.All.Count))}({Drawn(random, depth - 1)})",
    };

    private static double Value(string name) => name switch
    {
        "x" => 0.5,
        "omega" => 2,
        _ => -3,
    };
}
