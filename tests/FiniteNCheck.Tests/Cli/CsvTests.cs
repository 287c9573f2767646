using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Cli;

/// <summary>Comma-separated values, read back by a parser of the tests' own.</summary>
[Trait("Kind", "Cli")]
public sealed class CsvTests : CliTest
{
    [Fact]
    public void Exact_numbers_read_back_as_the_same_bits()
    {
        List<string[]> rows = Rows("exact", ModelPath, "--n", "3", "--times", "0.5,2", "--format", "csv");
        Assert.Equal(["model", "n", "time", "quantity", "observable", "observable2", "value", "unit", "assumption1"], rows[0]);
        Assert.Equal(1 + (2 * (6 + 36 + 8)), rows.Count);
        Assert.All(rows.Skip(1), row => Assert.Equal("two, \"large\" spins", row[0]));
        string[] element = Assert.Single(rows, row => row is [_, "3", "2", "covariance", "z.plus", "y.minus", ..]);
        Assert.Equal(Samples.Awkward(100 + (2 * 4)), double.Parse(element[6]));
        Assert.Equal(["1", "holds"], element[7..]);
    }

    [Fact]
    public void Theory_has_a_row_per_number()
    {
        List<string[]> rows = Rows("theory", ModelPath, "--times", "0.5,2", "--format", "csv");
        Assert.Equal(["model", "drift", "time", "quantity", "observable", "observable2", "value", "unit", "assumption1"], rows[0]);
        Assert.Equal(1 + (2 * (6 + (4 * 36))) + 36, rows.Count);
        Assert.Equal(36, rows.Count(row => row is [_, "full", "", "stationaryCovariance", ..]));
    }

    [Theory]
    [InlineData("exact", "--n", "3")]
    [InlineData("theory", "--drift", "full")]
    public void Two_time_functions_and_weyl_operators_have_rows(string verb, string option, string value)
    {
        string[] line = [verb, ModelPath, option, value, "--times", "0.5,2", "--format", "csv"];
        List<string[]> rows = Rows([.. line, "--two-time", "--weyl", "1,0,0,0,0,0;0,0,0,0,0,1;0,0,0,0,0,0"]);
        Assert.Equal(Rows(line).Count + (2 * (36 + 36 + 1 + 5)), rows.Count);
        Assert.Equal(2, rows.Count(row => row is [_, _, _, "weylEvenIm", "", "", ..]));
        if (verb is "exact")
        {
            string[] element = Assert.Single(rows, row => row is [_, _, "2", "twoTimeIm", "y.plus", "z.plus", ..]);
            Assert.Equal(-Samples.Awkward(70 + 8), double.Parse(element[6]));
        }
    }

    [Fact]
    public void Theory_at_order_one_has_rows_for_the_corrections()
    {
        List<string[]> rows = Rows("theory", ModelPath, "--times", "0.5,2", "--order", "1", "--n", "400", "--format", "csv");
        Assert.Equal(1 + (2 * (6 + (4 * 36))) + 36 + (2 * ((2 * 42) + 1)), rows.Count);
        string[] element = Assert.Single(rows, row => row is [_, _, "2", "covarianceCorrection", "z.plus", "x.minus", ..]);
        Assert.Equal(10 * Samples.Awkward(2 + 3 + 1), double.Parse(element[6]));
        Assert.Equal(2, rows.Count(row => row is [_, _, _, "validFrom", "", "", ..]));
    }

    [Fact]
    public void Verify_tells_why_a_size_was_dropped_and_why_a_verdict_fell()
    {
        List<string[]> rows = Rows("verify", "retrieval", "--format", "csv");
        Assert.Equal(
            [
                "study", "model", "prediction", "time", "observable", "observable2", "quantity", "n", "spins", "value", "unit", "verdict",
                "expected", "note",
            ],
            rows[0]);
        Assert.Equal(1 + (4 * 12), rows.Count);
        Assert.Equal(
            "it was dropped, on purpose",
            Assert.Single(rows, row => row is [_, _, "mean-field", _, "z.plus", "", "exact", "10", "20", ..])[13]);
        string[] distance = Assert.Single(rows, row => row is [_, _, "covariance-printed", _, "z.plus", "z.plus", "distance", ..]);
        Assert.Equal(["1234.5", "uncertainty", "refuted", "refuted", "Made up, of course."], distance[9..]);
        Assert.Equal("", Assert.Single(rows, row => row is [_, _, _, _, "y.plus", _, "limit", ..])[9]);
    }

    /// <summary>What a spreadsheet would run is marked as a text; every other field reads back as it was.</summary>
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("-a", "'-a")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("=HYPERLINK(\"x\", \"y\")", "\"'=HYPERLINK(\"\"x\"\", \"\"y\"\")\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("a;=1+1", "\"a;=1+1\"")]
    [InlineData("a\t=1+1", "\"a\t=1+1\"")]
    [InlineData("-1.5e-300", "-1.5e-300")]
    [InlineData("+1", "+1")]
    [InlineData("a=1", "a=1")]
    [InlineData("z.plus", "z.plus")]
    [InlineData("", "")]
    public void A_field_is_no_formula(string field, string written)
    {
        CsvText csv = new("head");
        csv.Row(field);
        Assert.Equal($"head\n{written}\n", csv.ToString());
        Assert.EndsWith(field, CsvRows.Of(csv.ToString())[1][0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_named_like_a_formula_is_a_text_in_every_row()
    {
        FakeBackend backend = new() { Model = Samples.Model with { Name = "=1+1" } };
        (_, string output, _) = Run(backend, "exact", ModelPath, "--n", "3", "--times", "1", "--format", "csv");
        Assert.All(CsvRows.Of(output).Skip(1), row => Assert.Equal("'=1+1", row[0]));
    }

    private static List<string[]> Rows(params string[] args)
    {
        (int exit, string output, _) = Run(new FakeBackend(), args);
        Assert.Equal(0, exit);
        Assert.DoesNotContain('\r', output);
        Assert.EndsWith("\n", output, StringComparison.Ordinal);
        return CsvRows.Of(output);
    }
}
