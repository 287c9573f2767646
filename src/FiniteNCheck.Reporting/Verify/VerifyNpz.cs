using System.Collections.Immutable;
using FiniteNCheck.Reporting.Hdf5;
using FiniteNCheck.Reporting.Npz;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Verify;

/// <summary>A verification as arrays for NumPy.</summary>
public static class VerifyNpz
{
    /// <summary>
    /// The bytes of an <c>.npz</c> file. Names are <c>study/array</c> for <c>n</c> and <c>spins</c>, and
    /// <c>study/prediction/array</c> for what each prediction has: <c>observables</c>, <c>times</c>, the ladders
    /// <c>exact</c>, <c>integrationError</c> and <c>used</c> <c>[observable][time][size]</c>, and <c>limit</c>,
    /// <c>limitUncertainty</c>, <c>firstOrderLimit</c>, <c>secondOrderLimit</c>, <c>order</c>,
    /// <c>orderUncertainty</c>, <c>predicted</c>, <c>predictionError</c>, <c>distance</c>, <c>verdict</c>
    /// <c>[observable][time]</c>. A number that does not exist is NaN. A cell of a sweep also has <c>study/axes</c>
    /// and <c>study/parameters</c>, the names and values of its axes. Studies and predictions are named as in the
    /// names of the figures' files. Quantities that the study names have <c>study/quantities/array</c>: <c>names</c>,
    /// <c>times</c>, <c>exact</c> and <c>error</c> <c>[quantity][time][size]</c>, <c>limit</c>, <c>limitUncertainty</c>, <c>order</c> and
    /// <c>orderUncertainty</c> <c>[quantity][time]</c>.
    /// </summary>
    /// <param name="report">The findings.</param>
    public static byte[] Render(VerifyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return NpzArchive.Pack(Arrays(report));
    }

    /// <summary>The same arrays as the bytes of an HDF5 file.</summary>
    /// <param name="report">The findings.</param>
    public static byte[] RenderHdf5(VerifyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Hdf5Archive.Pack(Arrays(report));
    }

    private static IEnumerable<NpyArray> Arrays(VerifyReport report)
    {
        List<string> taken = [];
        return report.Studies.SelectMany(study => Arrays(FileName.Create(study.Study, taken), study));
    }

    private static IEnumerable<NpyArray> Arrays(string folder, StudyFinding study) =>
        [
            NpyArray.OfIntegers($"{folder}/n", study.Ladder, study.Ladder.Length),
            NpyArray.OfIntegers($"{folder}/spins", study.Spins, study.Spins.Length),
            .. study.Cell is { } cell
                ?
                [
                    NpyArray.OfTexts(
                        $"{folder}/axes",
                        cell.Parameters.Select(parameter => parameter.Name),
                        cell.Parameters.Length),
                    NpyArray.OfReals(
                        $"{folder}/parameters",
                        cell.Parameters.Select(parameter => parameter.Value),
                        cell.Parameters.Length),
                ]
                : Array.Empty<NpyArray>(),
            .. Quantities($"{folder}/quantities", study.Quantities, study.Ladder),
            .. study.Predictions.SelectMany(prediction =>
                Arrays($"{folder}/{FileName.Create(prediction.Prediction, [])}", prediction, study.Ladder)),
        ];

    private static IEnumerable<NpyArray> Quantities(
        string folder, ImmutableArray<QuantityFinding> quantities, ImmutableArray<int> ladder)
    {
        string[] names = [.. quantities.Select(quantity => quantity.Name).Distinct(StringComparer.Ordinal)];
        QuantityFinding[] sorted =
        [
            .. names.SelectMany(name => quantities.Where(quantity => string.Equals(quantity.Name, name, StringComparison.Ordinal))),
        ];
        if (names.Length == 0)
        {
            return [];
        }

        double[] times = [.. quantities.Select(quantity => quantity.Time).Distinct()];
        LadderPoint?[] points =
        [
            .. sorted.SelectMany(_ => ladder, (quantity, n) => quantity.Ladder.FirstOrDefault(point => point.N == n)),
        ];
        return
        [
            NpyArray.OfTexts($"{folder}/names", names, names.Length),
            NpyArray.OfReals($"{folder}/times", times, times.Length),
            NpyArray.OfReals(
                $"{folder}/exact", points.Select(point => Finite(point?.Value)), names.Length, times.Length, ladder.Length),
            NpyArray.OfReals(
                $"{folder}/error", points.Select(point => Finite(point?.IntegrationError)), names.Length, times.Length, ladder.Length),
            OfQuantities("limit", quantity => quantity.Limit),
            OfQuantities("limitUncertainty", quantity => quantity.LimitUncertainty),
            OfQuantities("order", quantity => quantity.Order),
            OfQuantities("orderUncertainty", quantity => quantity.OrderUncertainty),
        ];

        NpyArray OfQuantities(string name, Func<QuantityFinding, double?> value) => NpyArray.OfReals(
            $"{folder}/{name}", sorted.Select(quantity => Finite(value(quantity))), names.Length, times.Length);
    }

    private static IEnumerable<NpyArray> Arrays(string folder, PredictionFinding prediction, ImmutableArray<int> ladder)
    {
        string[] observables = [.. prediction.Elements.Select(element => element.Observable).Distinct(StringComparer.Ordinal)];
        double[] times = [.. prediction.Elements.Select(element => element.Time).Distinct().Order()];
        var places = prediction.Elements.ToDictionary(element => (element.Observable, element.Time));
        ElementFinding?[] elements =
        [
            .. observables.SelectMany(_ => times, (observable, time) => places.GetValueOrDefault((observable, time))),
        ];
        LadderPoint?[] points =
        [
            .. elements.SelectMany(_ => ladder, (element, n) => element?.Ladder.FirstOrDefault(point => point.N == n)),
        ];
        return
        [
            NpyArray.OfTexts($"{folder}/observables", observables, observables.Length),
            NpyArray.OfReals($"{folder}/times", times, times.Length),
            OfPoints("exact", point => point.Value),
            OfPoints("integrationError", point => point.IntegrationError),
            NpyArray.OfFlags(
                $"{folder}/used",
                points.Select(point => point is { DroppedBecause: null }),
                observables.Length,
                times.Length,
                ladder.Length),
            OfElements("limit", element => element.Limit),
            OfElements("limitUncertainty", element => element.LimitUncertainty),
            OfElements("firstOrderLimit", element => element.FirstOrderLimit),
            OfElements("secondOrderLimit", element => element.SecondOrderLimit),
            OfElements("order", element => element.Order),
            OfElements("orderUncertainty", element => element.OrderUncertainty),
            OfElements("predicted", element => element.Prediction),
            OfElements("predictionError", element => element.PredictionError),
            OfElements("distance", element => element.Distance),
            NpyArray.OfTexts(
                $"{folder}/verdict",
                elements.Select(element => element is null ? "" : Digits.Lower(element.Verdict)),
                observables.Length,
                times.Length),
        ];

        NpyArray OfPoints(string name, Func<LadderPoint, double> value) =>
            NpyArray.OfReals(
                $"{folder}/{name}",
                points.Select(point => Finite(point is null ? null : value(point))),
                observables.Length,
                times.Length,
                ladder.Length);

        NpyArray OfElements(string name, Func<ElementFinding, double?> value) =>
            NpyArray.OfReals(
                $"{folder}/{name}",
                elements.Select(element => Finite(element is null ? null : value(element))),
                observables.Length,
                times.Length);
    }

    // JSON has null for infinity. NaN gives the same archive for a report that is made from JSON.
    private static double Finite(double? value) => value is { } number && double.IsFinite(number) ? number : double.NaN;
}
