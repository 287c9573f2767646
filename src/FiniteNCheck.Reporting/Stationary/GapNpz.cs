using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Reporting.Npz;

namespace FiniteNCheck.Reporting.Stationary;

/// <summary>Slow modes as arrays for NumPy.</summary>
public static class GapNpz
{
    /// <summary>
    /// The bytes of an <c>.npz</c> file with <c>n[size]</c>, <c>eigenvalues[size][mode]</c>, <c>residuals[size][mode]</c>,
    /// <c>conditions[size][mode]</c> and <c>errors[size][mode]</c>, NaN where a size has fewer modes, and <c>zeros[size]</c>.
    /// </summary>
    /// <param name="report">The result.</param>
    public static byte[] Render(GapReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        int sizes = report.Results.Length;
        int modes = report.Results.Max(result => result.Eigenvalues.Length);
        return NpzArchive.Pack(
        [
            NpyArray.OfIntegers("n", report.Results.Select(result => result.N), sizes),
            NpyArray.OfComplexNumbers(
                "eigenvalues",
                report.Results.SelectMany(result => Padded(result.Eigenvalues, modes, new Complex(double.NaN, double.NaN))),
                sizes,
                modes),
            OfModes("residuals", result => result.Residuals),
            OfModes("conditions", result => result.Conditions),
            OfModes("errors", result => result.Errors),
            NpyArray.OfIntegers("zeros", report.Results.Select(result => result.Zeros), sizes),
        ]);

        NpyArray OfModes(string name, Func<GapResult, ImmutableArray<double>> values) =>
            NpyArray.OfReals(name, report.Results.SelectMany(result => Padded(values(result), modes, double.NaN)), sizes, modes);
    }

    private static IEnumerable<T> Padded<T>(IReadOnlyCollection<T> values, int length, T rest) =>
        values.Concat(Enumerable.Repeat(rest, length - values.Count));
}
