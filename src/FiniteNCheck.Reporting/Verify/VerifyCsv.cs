using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Sweeps;

namespace FiniteNCheck.Reporting.Verify;

/// <summary>A verification as comma-separated values, one number per row.</summary>
public static class VerifyCsv
{
    /// <summary>
    /// Columns <c>study, model, prediction, time, observable, observable2, quantity, n, spins, value, unit, verdict, expected, note</c>.
    /// Quantities are <c>exact</c> (one row per size; the note says why a size was dropped), <c>limit</c>,
    /// <c>limitUncertainty</c>, <c>firstOrderLimit</c>, <c>secondOrderLimit</c>, <c>order</c>,
    /// <c>orderUncertainty</c>, <c>predicted</c>, <c>predictionError</c> and <c>distance</c> (in uncertainties; the
    /// note is the reason of the verdict). <c>verdict</c> is the element's, <c>expected</c> the prediction's. A
    /// number that does not exist is an empty field. Rows with the quantity <c>missing</c> name sizes that have no
    /// result, with the reason as their note. Rows with the quantity <c>note</c> hold what the reader of a study must
    /// know, those with <c>parameter</c> the value of an axis of a sweep, whose name stands under <c>observable</c>.
    /// Rows of quantities of the user's own, whatever is predicted, have no <c>prediction</c>; the note of their limit is the formula.
    /// </summary>
    /// <param name="report">The findings.</param>
    public static string Render(VerifyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        CsvText csv = new(
            "study",
            "model",
            "prediction",
            "time",
            "observable",
            "observable2",
            "quantity",
            "n",
            "spins",
            "value",
            "unit",
            "verdict",
            "expected",
            "note");
        foreach (StudyFinding study in report.Studies)
        {
            foreach (SweepParameter parameter in study.Cell?.Parameters ?? [])
            {
                csv.Row(
                    study.Study,
                    study.Model,
                    "",
                    "",
                    parameter.Name,
                    "",
                    "parameter",
                    "",
                    "",
                    Digits.Full(parameter.Value),
                    "",
                    "",
                    "",
                    "");
            }

            foreach (string note in study.Notes)
            {
                csv.Row(study.Study, study.Model, "", "", "", "", "note", "", "", "", "", "", "", note);
            }

            foreach (MissingSize size in study.Missing)
            {
                csv.Row(study.Study, study.Model, "", "", "", "", "missing", $"{size.N}", $"{size.Spins}", "", "", "", "", size.Reason);
            }

            foreach (QuantityFinding quantity in study.Quantities)
            {
                AddQuantity(csv, study, quantity);
            }

            foreach (PredictionFinding prediction in study.Predictions)
            {
                foreach (ElementFinding element in prediction.Elements)
                {
                    AddElement(csv, study, prediction, element);
                }
            }
        }

        return csv.ToString();
    }

    private static void AddQuantity(CsvText csv, StudyFinding study, QuantityFinding quantity)
    {
        void Add(string what, double value, string n = "", string spins = "", string note = "") => csv.Row(
            study.Study,
            study.Model,
            "",
            Digits.Full(quantity.Time),
            quantity.Name,
            "",
            what,
            n,
            spins,
            Digits.Full(value),
            "1",
            "",
            "",
            note);

        foreach (LadderPoint point in quantity.Ladder)
        {
            Add("exact", point.Value, $"{point.N}", $"{point.Spins}", point.DroppedBecause ?? "");
        }

        Add("limit", quantity.Limit, note: quantity.Formula);
        Add("limitUncertainty", quantity.LimitUncertainty);
        Add("order", quantity.Order ?? double.NaN);
        Add("orderUncertainty", quantity.OrderUncertainty ?? double.NaN);
    }

    private static void AddElement(CsvText csv, StudyFinding study, PredictionFinding prediction, ElementFinding element)
    {
        string[] observables = element.Observable.Split(',', 2);
        void Add(string quantity, double value, string unit = "1", string n = "", string spins = "", string note = "") => csv.Row(
            study.Study,
            study.Model,
            prediction.Prediction,
            Digits.Full(element.Time),
            observables[0],
            observables.Length > 1 ? observables[1] : "",
            quantity,
            n,
            spins,
            Digits.Full(value),
            unit,
            Digits.Lower(element.Verdict),
            Digits.Lower(prediction.Expected),
            note);

        foreach (LadderPoint point in element.Ladder)
        {
            Add("exact", point.Value, n: $"{point.N}", spins: $"{point.Spins}", note: point.DroppedBecause ?? "");
        }

        Add("limit", element.Limit);
        Add("limitUncertainty", element.LimitUncertainty);
        Add("firstOrderLimit", element.FirstOrderLimit);
        Add("secondOrderLimit", element.SecondOrderLimit);
        Add("order", element.Order ?? double.NaN);
        Add("orderUncertainty", element.OrderUncertainty ?? double.NaN);
        Add("predicted", element.Prediction);
        Add("predictionError", element.PredictionError);
        Add("distance", element.Distance, unit: "uncertainty", note: element.Reason);
    }
}
