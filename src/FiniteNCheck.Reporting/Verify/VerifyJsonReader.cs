using System.Collections.Immutable;
using System.Text.Json;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Sweeps;

namespace FiniteNCheck.Reporting.Verify;

/// <summary>
/// Reads what <see cref="VerifyJson"/> writes: every number comes back as the same bits, and one beyond all bounds as
/// NaN.
/// </summary>
public static class VerifyJsonReader
{
    /// <summary>Reads a verification.</summary>
    /// <param name="text">The JSON document.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <exception cref="InputException">It is no JSON, or not the result of <c>verify</c> of this version.</exception>
    public static VerifyReport Read(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            return new VerifyReport(List(root.GetProperty("studies"), Study), ReadProvenance(root.GetProperty("provenance")));
        }
        catch (JsonException exception)
        {
            throw new InputException(
                $"'{source}' is no JSON document ({exception.Message}): "
                    + "give the verify.json that 'finitencheck verify --out DIR' writes.",
                exception);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InputException(
                $"'{source}' is not a result of 'finitencheck verify' of this version ({exception.Message}): "
                    + "give the verify.json that 'finitencheck verify --out DIR' writes.",
                exception);
        }
    }

    private static StudyFinding Study(JsonElement study) =>
        new()
        {
            Study = Text(study, "study"),
            Cell = study.TryGetProperty("sweep", out JsonElement sweep)
                ? new SweepCell(Text(sweep), Parameters(study.GetProperty("parameters")))
                : null,
            Model = Text(study, "model"),
            Ladder = List(study.GetProperty("ladder"), value => value.GetInt32()),
            Spins = List(study.GetProperty("spins"), value => value.GetInt32()),
            Missing = List(
                study.GetProperty("missing"),
                size => new MissingSize(
                    size.GetProperty("n").GetInt32(),
                    size.GetProperty("spins").GetInt32(),
                    Text(size, "reason"))),
            Method = Text(study, "method"),
            Notes = List(study.GetProperty("notes"), Text),
            Setup = SetupJson.Read(study.GetProperty("setup")),
            ExactCurves = List(
                study.GetProperty("exactCurves"),
                exact => new ExactCurve(
                    exact.GetProperty("n").GetInt32(), exact.GetProperty("spins").GetInt32(), Curve(exact.GetProperty("curve")))),
            Quantities = List(study.GetProperty("quantities"), Quantity),
            Predictions = List(study.GetProperty("predictions"), Prediction),
        };

    private static ImmutableArray<SweepParameter> Parameters(JsonElement parameters) =>
        [.. parameters.EnumerateObject().Select(parameter => new SweepParameter(parameter.Name, Real(parameter.Value)))];

    private static PredictionFinding Prediction(JsonElement prediction) => new()
    {
        Prediction = Text(prediction, "prediction"),
        Title = Text(prediction, "title"),
        Statement = prediction.GetProperty("statement").GetString(),
        Expected = VerdictOf(prediction, "expected"),
        Verdict = VerdictOf(prediction, "verdict"),
        Reason = Text(prediction, "reason"),
        Elements = List(prediction.GetProperty("elements"), Element),
        Remedy = prediction.GetProperty("remedy") is { ValueKind: not JsonValueKind.Null } remedy ? Remedy(remedy) : null,
        Curve = Curve(prediction.GetProperty("curve")),
    };

    private static Remedy Remedy(JsonElement remedy) => new(
        Size(remedy.GetProperty("n")),
        OptionalReal(remedy.GetProperty("seconds")),
        Text(remedy, "text"));

    private static int? Size(JsonElement size) => size.ValueKind == JsonValueKind.Null ? null : size.GetInt32();

    private static PredictedCurve Curve(JsonElement curve) => new(
        List(curve.GetProperty("times"), Real),
        List(curve.GetProperty("values"), values => List(values, Real)))
    {
        Names = List(curve.GetProperty("observables"), Text),
    };

    private static ElementFinding Element(JsonElement element) => new()
    {
        Observable = Text(element, "observable"),
        Time = TimeOf(element),
        Ladder = List(element.GetProperty("ladder"), Point),
        Limit = Real(element.GetProperty("limit")),
        LimitUncertainty = Real(element.GetProperty("limitUncertainty")),
        FirstOrderLimit = Real(element.GetProperty("firstOrderLimit")),
        SecondOrderLimit = Real(element.GetProperty("secondOrderLimit")),
        Order = OptionalReal(element.GetProperty("order")),
        OrderUncertainty = OptionalReal(element.GetProperty("orderUncertainty")),
        Prediction = Real(element.GetProperty("predicted")),
        PredictionError = Real(element.GetProperty("predictionError")),
        Distance = Real(element.GetProperty("distance")),
        Verdict = VerdictOf(element, "verdict"),
        Reason = Text(element, "reason"),
        DecidingN = Size(element.GetProperty("decidingN")),
    };

    private static QuantityFinding Quantity(JsonElement quantity) => new(
        Text(quantity, "quantity"),
        Text(quantity, "formula"),
        TimeOf(quantity),
        List(quantity.GetProperty("ladder"), Point),
        Real(quantity.GetProperty("limit")),
        Real(quantity.GetProperty("limitUncertainty")),
        OptionalReal(quantity.GetProperty("order")),
        OptionalReal(quantity.GetProperty("orderUncertainty")));

    // The stationary state has no time.
    private static double TimeOf(JsonElement parent) =>
        Real(parent.GetProperty("time")) is var time && double.IsNaN(time) ? double.PositiveInfinity : time;

    private static LadderPoint Point(JsonElement point) => new(
        point.GetProperty("n").GetInt32(),
        point.GetProperty("spins").GetInt32(),
        Real(point.GetProperty("value")),
        Real(point.GetProperty("integrationError")),
        point.GetProperty("droppedBecause").GetString());

    private static Provenance ReadProvenance(JsonElement provenance) =>
        new()
        {
            Program = Text(provenance, "program"),
            Version = Text(provenance, "version"),
            Commit = provenance.GetProperty("commit").GetString(),
            Runtime = Text(provenance, "runtime"),
            InstructionSet = Text(provenance, "instructionSet"),

            // Results of earlier versions do not say.
            LinearAlgebra = provenance.TryGetProperty("linearAlgebra", out JsonElement library) ? Text(library) : "not recorded",
            Threads = provenance.GetProperty("threads").GetInt32(),
            Parameters =
            [
                .. provenance
                    .GetProperty("parameters")
                    .EnumerateObject()
                    .Select(parameter => (parameter.Name, Text(parameter.Value))),
            ],
        };

    private static ImmutableArray<T> List<T>(JsonElement list, Func<JsonElement, T> item) => [.. list.EnumerateArray().Select(item)];

    /// <summary>The number; null stands for a missing one.</summary>
    private static double Real(JsonElement value) => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble();

    private static double? OptionalReal(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();

    private static string Text(JsonElement owner, string name) => Text(owner.GetProperty(name));

    private static string Text(JsonElement value) => value.GetString() ?? throw new InvalidOperationException("a text is null");

    private static Verdict VerdictOf(JsonElement owner, string name) =>
        Enum.TryParse(Text(owner, name), ignoreCase: true, out Verdict verdict)
            ? verdict
            : throw new FormatException($"'{Text(owner, name)}' is no verdict");
}
