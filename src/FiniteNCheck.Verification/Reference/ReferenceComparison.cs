using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Reference;

/// <summary>The result of a comparison with a reference file.</summary>
/// <param name="VerifiedPath">The reference file.</param>
/// <param name="ReceivedPath">The file written with the fresh numbers, or <see langword="null"/> if there is none.</param>
/// <param name="Problems">Differences other than numbers, and obstacles to a comparison; may be empty.</param>
/// <param name="Differences">The numbers that disagree, worst first.</param>
/// <param name="Worst">
/// The number with the largest difference in units of its allowance; <see langword="null"/> if none was compared.
/// </param>
/// <param name="Compared">How many numbers were compared.</param>
public sealed record ReferenceComparison(
    string VerifiedPath,
    string? ReceivedPath,
    ImmutableArray<string> Problems,
    ImmutableArray<ReferenceDifference> Differences,
    ReferenceDifference? Worst,
    int Compared)
{
    private const int MaxRows = 20;

    /// <summary>Whether everything agrees.</summary>
    public bool Agrees => Problems.IsEmpty && Differences.IsEmpty;

    /// <summary>The comparison as text: problems, then a table of expected, obtained, difference and allowance, worst first.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{VerifiedPath}: ");
        string largest = Worst is { Ratio: > 0 } worst ? $"; the largest difference is {Numeral.Of(worst.Ratio)} of its allowance" : "";
        text.Append(Agrees ? $"all {Compared} numbers agree{largest}.\n" : $"{Differences.Length} of {Compared} numbers disagree.\n");
        foreach (string problem in Problems)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {problem}\n");
        }

        if (!Differences.IsEmpty)
        {
            string[][] cells =
            [
                ["row", "column", "expected", "obtained", "difference", "allowance"],
                .. Differences.Take(MaxRows).Select(Cells),
            ];
            int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length))];
            foreach (string[] row in cells)
            {
                text.Append("  ")
                    .Append(
                        string.Join(
                            "  ", row.Select((cell, column) => column < 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))))
                    .Append('\n');
            }

            text.Append(Differences.Length > MaxRows ? $"  ... and {Differences.Length - MaxRows} more.\n" : "");
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
