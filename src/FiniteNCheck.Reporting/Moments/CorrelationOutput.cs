using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Npz;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Moments;

/// <summary>Two-time functions and Weyl operators between Weyl operators in every format; nothing where they were not asked for.</summary>
internal static class CorrelationOutput
{
    /// <summary>
    /// <c>twoTime[time][a][b] = [re, im], twoTimeError[time]</c>, then <c>weyl[time] = [re, im], weylEven, weylError[time]</c>.
    /// </summary>
    /// <param name="json">The document.</param>
    /// <param name="twoTime">The two-time functions.</param>
    /// <param name="weyl">The Weyl operators.</param>
    public static void WriteCorrelations(this Utf8JsonWriter json, TwoTimeSeries? twoTime, WeylSeries? weyl)
    {
        if (twoTime is not null)
        {
            json.WriteComplexMatrices("twoTime", twoTime.Values);
            json.WriteReals("twoTimeError", twoTime.Errors);
        }

        if (weyl is not null)
        {
            json.WriteComplexNumbers("weyl", weyl.Values);
            json.WriteComplexNumbers("weylEven", weyl.Even);
            json.WriteReals("weylError", weyl.Errors);
        }
    }

    /// <summary>Rows of comma-separated values at one time, real and imaginary parts apart.</summary>
    /// <param name="names">The observables.</param>
    /// <param name="twoTime">The two-time functions.</param>
    /// <param name="weyl">The Weyl operators.</param>
    /// <param name="time">Index of the time.</param>
    public static IEnumerable<(string Quantity, string A, string B, double Value)> Rows(
        ImmutableArray<string> names, TwoTimeSeries? twoTime, WeylSeries? weyl, int time) =>
    [
        .. twoTime is null ? [] : MomentRows.Matrix("twoTimeRe", names, Part(twoTime.Values[time], value => value.Real)),
        .. twoTime is null ? [] : MomentRows.Matrix("twoTimeIm", names, Part(twoTime.Values[time], value => value.Imaginary)),
        .. twoTime is null ? [] : new[] { ("twoTimeError", "", "", twoTime.Errors[time]) },
        .. weyl is null
            ? []
            : new[]
            {
                ("weylRe", "", "", weyl.Values[time].Real),
                ("weylIm", "", "", weyl.Values[time].Imaginary),
                ("weylEvenRe", "", "", weyl.Even[time].Real),
                ("weylEvenIm", "", "", weyl.Even[time].Imaginary),
                ("weylError", "", "", weyl.Errors[time]),
            },
    ];

    /// <summary>The arrays of JSON for NumPy, complex numbers as such.</summary>
    /// <param name="twoTime">The two-time functions.</param>
    /// <param name="weyl">The Weyl operators.</param>
    public static IEnumerable<NpyArray> Arrays(TwoTimeSeries? twoTime, WeylSeries? weyl)
    {
        if (twoTime is not null)
        {
            int size = twoTime.Values[0].GetLength(0);
            IEnumerable<Complex> all = twoTime.Values.SelectMany(matrix => matrix.Cast<Complex>());
            yield return NpyArray.OfComplexNumbers("twoTime", all, twoTime.Values.Length, size, size);
            yield return NpyArray.OfReals("twoTimeError", twoTime.Errors, twoTime.Errors.Length);
        }

        if (weyl is not null)
        {
            yield return NpyArray.OfComplexNumbers("weyl", weyl.Values, weyl.Values.Length);
            yield return NpyArray.OfComplexNumbers("weylEven", weyl.Even, weyl.Even.Length);
            yield return NpyArray.OfReals("weylError", weyl.Errors, weyl.Errors.Length);
        }
    }

    /// <summary>Tables of both.</summary>
    /// <param name="page">The page.</param>
    /// <param name="names">The observables.</param>
    /// <param name="twoTime">The two-time functions.</param>
    /// <param name="weyl">The Weyl operators.</param>
    public static void Write(TextPage page, ImmutableArray<string> names, TwoTimeSeries? twoTime, WeylSeries? weyl)
    {
        for (int time = 0; time < (twoTime?.Times.Length ?? 0); time++)
        {
            string when = $"at t = {Numeral.Of(twoTime!.Times[time], 4)}";
            page.Line($"Two-time functions <F_a(t) F_b(0)>, row a, column b, {when}: real part; +- {Numeral.Error(twoTime.Errors[time])}");
            MomentTables.Matrix(page, names, Part(twoTime.Values[time], value => value.Real));
            page.Line($"Imaginary part {when}");
            MomentTables.Matrix(page, names, Part(twoTime.Values[time], value => value.Imaginary));
            page.Line();
        }

        if (weyl is not null)
        {
            page.Line($"Weyl operators: G = omega(W(r1) e^(tL)[W_t(r)] W(r2)), {Describe(weyl.Triple)}");
            page.Table(
                ["t", "Re G", "Im G", "Re even part", "Im even part", "+-"],
                weyl.Times.Select((time, index) => Row(weyl, time, index)));
            page.Line();
        }
    }

    private static string[] Row(WeylSeries weyl, double time, int index) =>
    [
        Numeral.Of(time, 4),
        Digits.Cell(weyl.Values[index].Real),
        Digits.Cell(weyl.Values[index].Imaginary),
        Digits.Cell(weyl.Even[index].Real),
        Digits.Cell(weyl.Even[index].Imaginary),
        Numeral.Error(weyl.Errors[index]),
    ];

    private static string Describe(WeylTriple triple) =>
        $"r1 = ({List(triple.Left)}), r = ({List(triple.Inner)}), r2 = ({List(triple.Right)})";

    private static string List(ImmutableArray<double> components) => string.Join(", ", components.Select(value => Numeral.Of(value, 4)));

    private static double[,] Part(Complex[,] matrix, Func<Complex, double> part)
    {
        double[,] result = new double[matrix.GetLength(0), matrix.GetLength(1)];
        for (int a = 0; a < result.GetLength(0); a++)
        {
            for (int b = 0; b < result.GetLength(1); b++)
            {
                result[a, b] = part(matrix[a, b]);
            }
        }

        return result;
    }
}
