using System.Text.Json.Nodes;

namespace FiniteNCheck.Tests.Reporting.Agreement;

/// <summary>The numbers of a verification by their places, out of its JSON.</summary>
internal sealed class VerifyNumbers
{
    private readonly Dictionary<string, JsonNode> _predictions;

    public VerifyNumbers(string json)
    {
        JsonNode root = JsonNode.Parse(json)!;

        // Of studies with the same name the later ones say the same here.
        _predictions = root["studies"]!
            .AsArray()
            .SelectMany(study =>
                study!["predictions"]!
                    .AsArray()
                    .Select(prediction => (Key: $"{study["study"]}: {prediction!["prediction"]}", Prediction: prediction)))
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => pair.Prediction, StringComparer.Ordinal);
    }

    /// <summary>The predictions, as <c>study: prediction</c>, each with the number of its elements.</summary>
    public IEnumerable<(string Prediction, int Elements)> Predictions =>
        _predictions.Select(pair => (pair.Key, pair.Value["elements"]!.AsArray().Count));

    public static double? Real(JsonNode? node) => node?.GetValue<double>();

    /// <summary>The element of a name at a printed time: the one whose time is nearest; an error where none is near enough.</summary>
    public JsonNode Element(string prediction, string observable, string time) =>
        _predictions[prediction]["elements"]!
            .AsArray()
            .Where(element =>
                string.Equals(element!["observable"]!.GetValue<string>(), observable, StringComparison.Ordinal)
                && PrintedNumber.Agrees(time, Real(element["time"])))
            .MinBy(element => Math.Abs(double.Parse(time) - element!["time"]!.GetValue<double>()))
        ?? throw new InvalidDataException($"{prediction} has no element {observable} at {time} in JSON.");

    /// <summary>A number of an element: a key of it, or its exact value at a size.</summary>
    public static double? Of(JsonNode element, string quantity, string size) =>
        quantity switch
        {
            "exact" => Real(
                element["ladder"]!
                    .AsArray()
                    .Single(point => string.Equals(point!["spins"]!.ToString(), size, StringComparison.Ordinal))!["value"]),
            _ => Real(element[quantity]),
        };

    /// <summary>A number of an element as tables have it: an order is left out where its interval is as wide as two orders.</summary>
    public static double? Shown(JsonNode element, string quantity, string size) =>
        quantity is "order" or "orderUncertainty" && !(Real(element["orderUncertainty"]) < 1) ? null : Of(element, quantity, size);

    /// <summary>The ends of all intervals of orders of a prediction; none where no element has one that is shown.</summary>
    public (double? Lowest, double? Highest) Orders(string prediction)
    {
        JsonNode[] elements =
        [
            .. _predictions[prediction]["elements"]!
                .AsArray()
                .OfType<JsonNode>()
                .Where(element => Shown(element, "order", "") is not null),
        ];
        return elements.Length == 0
            ? (null, null)
            : (
                elements.Min(element => Real(element["order"]) - Real(element["orderUncertainty"])),
                elements.Max(element => Real(element["order"]) + Real(element["orderUncertainty"])));
    }
}
