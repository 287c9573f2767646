using System.Collections.Immutable;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Predictions;

/// <summary>Numbers of a table. It may hold some quantities and times only.</summary>
/// <param name="Name">The name.</param>
/// <param name="File">The file, for messages.</param>
/// <param name="Rows">The numbers, without duplicates.</param>
internal sealed record TablePrediction(string Name, string File, ImmutableArray<TableRow> Rows) : Prediction(Name)
{
    // Decimal texts of one value differ in their last digits at most.
    private const double SameNumber = 1e-9;

    /// <inheritdoc/>
    internal override IEnumerable<Quantity> OwnQuantities => Rows.Select(row => row.Quantity);

    /// <summary>Whether two numbers are one, written with different numbers of digits.</summary>
    /// <param name="one">One number.</param>
    /// <param name="other">The other.</param>
    public static bool AreSame(double one, double other) =>
        Math.Abs(one - other) <= SameNumber * Math.Max(Math.Abs(one), Math.Abs(other));

    /// <inheritdoc/>
    internal override ImmutableArray<PredictedElement> Predict(PredictionSetting setting, CancellationToken cancellationToken)
    {
        ImmutableArray<double> cell = [.. setting.Cell?.Parameters.Select(parameter => parameter.Value) ?? []];
        TableRow[] rows = [.. Rows.Where(row => row.Axes.Zip(cell).All(pair => AreSame(pair.First, pair.Second)))];
        return rows.Length > 0
            ?
            [
                .. rows.GroupBy(row => row.Quantity.Name, StringComparer.Ordinal).Select(group => new PredictedElement(
                    group.First().Quantity,
                    [.. setting.Times.Select(time => group.FirstOrDefault(row => AreSame(row.Time, time))?.Value)])),
            ]
            : throw new PredictionException($"no row for {setting.Cell} in {File}", "rows for every cell of the sweep", "Add them.");
    }
}
