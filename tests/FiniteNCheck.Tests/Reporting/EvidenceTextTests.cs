using FiniteNCheck.Claims;
using FiniteNCheck.Reporting.Claims;
using FiniteNCheck.Reporting.Text;
using Xunit;

namespace FiniteNCheck.Tests.Reporting;

/// <summary>Tables of evidence on a page of text: no number is ever broken over two lines.</summary>
[Trait("Kind", "Unit")]
public sealed class EvidenceTextTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(14)]
    [InlineData(40)]
    public void Every_number_stands_on_one_line_beside_the_name_of_its_row(int numbers)
    {
        var evidence = new Evidence(
            "any",
            ["element", "t", .. Enumerable.Range(0, numbers).Select(i => $"N = {1000 + i}")],
            [
                .. Enumerable
                    .Range(0, 2)
                    .Select(row =>
                        (System.Collections.Immutable.ImmutableArray<Cell>)
                            [$"y.plus,z.minus{row}", 0.5, .. Enumerable.Range(0, numbers).Select(i => (Cell)Number(row, i))]),
            ]);
        using TextPage page = new(TextStyle.Plain);
        EvidenceText.Write(page, evidence);
        string[] lines = page.ToString().Split('\n');
        for (int row = 0; row < 2; row++)
        {
            for (int i = 0; i < numbers; i++)
            {
                string number = EvidenceText.Format(Number(row, i));
                Assert.Contains(
                    lines,
                    line =>
                        line.Contains($"y.plus,z.minus{row}", StringComparison.Ordinal)
                        && line.Contains(number, StringComparison.Ordinal));
            }
        }

        Assert.All(lines, line => Assert.InRange(line.Length, 0, TextStyle.Plain.Width));
    }

    private static double Number(int row, int i) => -(1.2345e-7 + (i * 1e-9) + (row * 1e-8));
}
