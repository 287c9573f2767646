using System.Text.Json;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Sweeps;

namespace FiniteNCheck.Reporting.Verify;

/// <summary>A verification as one JSON document; the keys are those of docs/output.md.</summary>
public static class VerifyJson
{
    /// <summary>
    /// The document: <c>outcome</c> and <c>studies</c>, per study its <c>predictions</c>, per prediction its verdicts
    /// over <c>times</c> and its <c>elements</c>, per element the <c>ladder</c> of exact values, <c>limit</c> with
    /// <c>limitUncertainty</c>, <c>order</c> with <c>orderInterval</c>, <c>predicted</c>, <c>verdict</c> and
    /// <c>reason</c>.
    /// </summary>
    /// <param name="report">The findings.</param>
    public static string Render(VerifyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonText.Document(json =>
        {
            json.WriteOutcome(report.Outcome);
            json.WriteString("basis", "pauli");
            json.WriteArray("studies", report.Studies, study => WriteStudy(json, study));
            json.WriteProvenance(report.Provenance);
        });
    }

    private static void WriteStudy(Utf8JsonWriter json, StudyFinding study)
    {
        json.WriteStartObject();
        json.WriteString("study", study.Study);
        if (study.Cell is { } cell)
        {
            WriteCell(json, cell);
        }

        json.WriteString("model", study.Model);
        json.WriteIntegers("ladder", study.Ladder);
        json.WriteIntegers("spins", study.Spins);
        json.WriteArray("missing", study.Missing, size =>
        {
            json.WriteStartObject();
            json.WriteNumber("n", size.N);
            json.WriteNumber("spins", size.Spins);
            json.WriteString("reason", size.Reason);
            json.WriteEndObject();
        });
        json.WriteString("method", study.Method);
        json.WriteStrings("notes", study.Notes);
        SetupJson.Write(json, study.Setup);
        json.WriteArray("quantities", study.Quantities, quantity => WriteQuantity(json, quantity));
        json.WriteArray("predictions", study.Predictions, prediction =>
        {
            json.WriteStartObject();
            json.WriteString("prediction", prediction.Prediction);
            json.WriteString("title", prediction.Title);
            json.WriteString("statement", prediction.Statement);
            json.WriteString("verdict", Digits.Lower(prediction.Verdict));
            json.WriteString("expected", Digits.Lower(prediction.Expected));
            json.WriteBoolean("asExpected", prediction.Verdict == prediction.Expected);
            json.WriteString("reason", prediction.Reason);
            json.WriteArray("times", prediction.Times, at =>
            {
                json.WriteStartObject();
                json.WriteReal("time", at.Time);
                json.WriteString("verdict", Digits.Lower(at.Verdict));
                json.WriteEndObject();
            });
            WriteRemedy(json, prediction.Remedy);
            json.WriteArray("elements", prediction.Elements, element => WriteElement(json, element));
            WriteCurve(json, prediction.Curve);
            json.WriteEndObject();
        });
        json.WriteArray("exactCurves", study.ExactCurves, exact =>
        {
            json.WriteStartObject();
            json.WriteNumber("n", exact.N);
            json.WriteNumber("spins", exact.Spins);
            WriteCurve(json, exact.Curve);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteCurve(Utf8JsonWriter json, PredictedCurve curve)
    {
        json.WriteStartObject("curve");
        json.WriteStrings("observables", curve.Names);
        json.WriteReals("times", curve.Times);
        json.WriteRows("values", curve.Values.Select(values => values.ToArray()));
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, SweepCell cell)
    {
        json.WriteString("sweep", cell.Sweep);
        json.WriteStartObject("parameters");
        foreach (SweepParameter parameter in cell.Parameters)
        {
            json.WriteReal(parameter.Name, parameter.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteRemedy(Utf8JsonWriter json, Remedy? remedy)
    {
        if (remedy is null)
        {
            json.WriteNull("remedy");
            return;
        }

        json.WriteStartObject("remedy");
        WriteSize(json, "n", remedy.N);
        json.WriteReal("seconds", remedy.Seconds);
        json.WriteString("text", remedy.Text);
        json.WriteEndObject();
    }

    private static void WriteSize(Utf8JsonWriter json, string name, int? size)
    {
        if (size is int n)
        {
            json.WriteNumber(name, n);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteElement(Utf8JsonWriter json, ElementFinding element)
    {
        json.WriteStartObject();
        json.WriteString("observable", element.Observable);
        json.WriteReal("time", element.Time);
        WriteLadder(json, element.Ladder);
        json.WriteReal("limit", element.Limit);
        json.WriteReal("limitUncertainty", element.LimitUncertainty);
        json.WriteReal("firstOrderLimit", element.FirstOrderLimit);
        json.WriteReal("secondOrderLimit", element.SecondOrderLimit);
        WriteOrder(json, element.Order, element.OrderUncertainty);
        json.WriteReal("predicted", element.Prediction);
        json.WriteReal("predictionError", element.PredictionError);
        json.WriteReal("distance", element.Distance);
        json.WriteString("verdict", Digits.Lower(element.Verdict));
        json.WriteString("reason", element.Reason);
        WriteSize(json, "decidingN", element.DecidingN);
        json.WriteEndObject();
    }

    private static void WriteQuantity(Utf8JsonWriter json, QuantityFinding quantity)
    {
        json.WriteStartObject();
        json.WriteString("quantity", quantity.Name);
        json.WriteString("formula", quantity.Formula);
        json.WriteReal("time", quantity.Time);
        WriteLadder(json, quantity.Ladder);
        json.WriteReal("limit", quantity.Limit);
        json.WriteReal("limitUncertainty", quantity.LimitUncertainty);
        WriteOrder(json, quantity.Order, quantity.OrderUncertainty);
        json.WriteEndObject();
    }

    private static void WriteLadder(Utf8JsonWriter json, IEnumerable<LadderPoint> ladder) => json.WriteArray("ladder", ladder, point =>
    {
        json.WriteStartObject();
        json.WriteNumber("n", point.N);
        json.WriteNumber("spins", point.Spins);
        json.WriteReal("value", point.Value);
        json.WriteReal("integrationError", point.IntegrationError);
        json.WriteString("droppedBecause", point.DroppedBecause);
        json.WriteEndObject();
    });

    private static void WriteOrder(Utf8JsonWriter json, double? order, double? uncertainty)
    {
        json.WriteReal("order", order);
        json.WritePropertyName("orderInterval");
        json.WriteRawValue(order is { } value && uncertainty is { } half ? JsonText.Format([value - half, value + half]) : "null");
        json.WriteReal("orderUncertainty", uncertainty);
    }
}
