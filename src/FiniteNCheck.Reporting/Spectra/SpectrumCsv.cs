using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Spectra;

/// <summary>A spectrum as comma-separated values, one element per row.</summary>
public static class SpectrumCsv
{
    /// <summary>Columns <c>model, n, frequency, a, b, re, im, limitRe, limitIm</c>.</summary>
    /// <param name="report">The result.</param>
    public static string Render(SpectrumReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ImmutableArray<string> names = report.Model.ObservableNames;
        CsvText csv = new("model", "n", "frequency", "a", "b", "re", "im", "limitRe", "limitIm");
        for (int w = 0; w < report.Grid.Frequencies.Length; w++)
        {
            for (int k = 0; k < report.Exact[w].Length; k++)
            {
                (int a, int b) = (k / names.Length, k % names.Length);
                (Complex exact, Complex limit) = (report.Exact[w][a, b], report.Limit[w][a, b]);
                csv.Row(
                    [
                        report.Model.Name, $"{report.N}", Digits.Full(report.Grid.Frequencies[w]), names[a], names[b],
                        .. new[] { exact.Real, exact.Imaginary, limit.Real, limit.Imaginary }.Select(Digits.Full),
                    ]);
            }
        }

        return csv.ToString();
    }
}
