using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Text;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>What the tables of a study say, the same in the terminal and on a page.</summary>
internal static class StudyText
{
    /// <summary>The heads of the table with the predictions of a study; those of texts begin with <c>&lt;</c>.</summary>
    public static ImmutableArray<string> SummaryColumns { get; } =
    ["<prediction", "<verdict", "<expected", "order", "<worst element", "distance"];

    /// <summary>The heads of the table with the elements of a prediction on a page: limit and uncertainty are one.</summary>
    public static ImmutableArray<string> ElementColumns { get; } =
    ["<element", "t", "predicted", "limit N → ∞", "order", "distance", "<verdict"];

    /// <summary>The sizes of a study, with those that have no result marked.</summary>
    /// <param name="study">The study.</param>
    public static string Sizes(StudyFinding study)
    {
        int[] missing = [.. study.Missing.Select(size => size.Spins)];
        string rest =
            missing.Length == 0 ? ""
            : missing.Length == study.Spins.Length ? " (no result)"
            : $" (no result at {string.Join(", ", missing)})";
        return $"{string.Join(", ", study.Spins)}{rest}";
    }

    /// <summary>The row of a prediction.</summary>
    /// <param name="prediction">The prediction.</param>
    public static string[] SummaryRow(PredictionFinding prediction)
    {
        ElementFinding? worst = WorstFirst.Sort(prediction.Elements).FirstOrDefault();
        return
        [
            prediction.Prediction,
            Digits.Lower(prediction.Verdict),
            Digits.Lower(prediction.Expected),
            OrderText.Range(prediction),
            worst is null ? "-" : $"{worst.Observable}, t = {Numeral.Time(worst.Time)}",
            worst is null ? "-" : DistanceText.Format(worst),
        ];
    }

    /// <summary>The row of an element on a page.</summary>
    /// <param name="element">The element.</param>
    public static string[] ElementRow(ElementFinding element) =>
    [
        element.Observable,
        Numeral.Time(element.Time),
        Digits.Cell(element.Prediction),
        Numeral.WithUncertainty(element.Limit, element.LimitUncertainty, "±"),
        OrderText.Format(element),
        DistanceText.Format(element),
        Digits.Lower(element.Verdict),
    ];

    /// <summary>The heads of the table with the quantities of a study.</summary>
    public static ImmutableArray<string> QuantityColumns { get; } =
    ["<quantity", "<formula", "t", "at the largest N", "limit N → ∞", "order"];

    /// <summary>The row of a quantity.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="plusMinus">The sign between a number and its uncertainty.</param>
    public static string[] QuantityRow(QuantityFinding quantity, string plusMinus) =>
    [
        quantity.Name,
        quantity.Formula,
        Numeral.Time(quantity.Time),
        Digits.Cell(quantity.Ladder[^1].Value),
        Numeral.WithUncertainty(quantity.Limit, quantity.LimitUncertainty, plusMinus),
        OrderText.Format(quantity.Order, quantity.OrderUncertainty, plusMinus),
    ];

    /// <summary>The statement of a prediction of the user's own, as a sentence; empty for a known one.</summary>
    /// <param name="prediction">The prediction.</param>
    public static string Statement(PredictionFinding prediction) =>
        prediction.Statement is { } statement ? $"Predicted: {statement}." : string.Empty;
}
