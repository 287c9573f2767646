using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Reference;

/// <summary>What a comparison with a reference file found.</summary>
/// <param name="VerifiedPath">The reference file.</param>
/// <param name="ReceivedPath">The file with the fresh numbers that was written, or <see langword="null"/> where none was.</param>
/// <param name="Problems">What keeps the two from being compared, or differs apart from numbers; empty where nothing does.</param>
/// <param name="Differences">The numbers that disagree, worst first.</param>
/// <param name="Worst">Of all numbers the one that differs most in units of its allowance; <see langword="null"/> where none was compared.</param>
/// <param name="Compared">How many numbers were compared.</param>
public sealed record ReferenceComparison(
    string VerifiedPath,
    string? ReceivedPath,
    ImmutableArray<string> Problems,
    ImmutableArray<ReferenceDifference> Differences,
    ReferenceDifference? Worst,
    int Compared)
{
    private const int MostRows = 20;

    /// <summary>Whether everything agrees.</summary>
    public bool Agrees => Problems.IsEmpty && Differences.IsEmpty;

    /// <summary>The comparison in words: problems, then a table of expected, obtained, difference and allowance, worst first.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{VerifiedPath}: ");
        text.Append(Agrees
            ? $"all {Compared} numbers agree{(Worst is { Ratio: > 0 } worst ? $"; the largest difference is {Numeral.Of(worst.Ratio)} of its allowance" : "")}.\n"
            : $"{Differences.Length} of {Compared} numbers disagree.\n");
        foreach (string problem in Problems)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {problem}\n");
        }

        if (!Differences.IsEmpty)
        {
            string[][] cells = [["row", "column", "expected", "obtained", "difference", "allowance"], .. Differences.Take(MostRows).Select(Cells)];
            int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length))];
            foreach (string[] row in cells)
            {
                text.Append("  ").Append(string.Join("  ", row.Select((cell, column) => column < 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))).Append('\n');
            }

            text.Append(Differences.Length > MostRows ? $"  ... and {Differences.Length - MostRows} more.\n" : "");
        }

        return text.Append(ReceivedPath is null ? "" : $"  The fresh numbers are in {ReceivedPath}.\n").ToString();
    }

    private static string[] Cells(ReferenceDifference difference) =>
    [
        difference.Row,
        difference.Column,
        difference.Expected.ToString("G17", CultureInfo.InvariantCulture),
        difference.Obtained.ToString("G17", CultureInfo.InvariantCulture),
        Numeral.Error(difference.Difference),
        Numeral.Error(difference.Allowance),
    ];
}
