using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Studies;

/// <summary>Elements with the same numbers up to sign, such as symmetric copies, and predictions with the same numbers.</summary>
internal static class Alike
{
    // Copies are computed from one block, or from blocks in mirrored order: they differ by rounding at most.
    private const double Rounding = 1e-10;

    /// <summary>The elements in their order, each with the later ones of the same time that have its numbers.</summary>
    /// <param name="elements">The elements.</param>
    public static ImmutableArray<(ElementFinding Element, ImmutableArray<ElementFinding> Copies)> Group(
        IEnumerable<ElementFinding> elements)
    {
        List<(ElementFinding Element, List<ElementFinding> Copies)> groups = [];
        foreach (ElementFinding element in elements)
        {
            int at = groups.FindIndex(group => AreCopies(group.Element, element));
            if (at < 0)
            {
                groups.Add((element, []));
            }
            else
            {
                groups[at].Copies.Add(element);
            }
        }

        return [.. groups.Select(group => (group.Element, group.Copies.ToImmutableArray()))];
    }

    /// <summary>The predictions in their order, those whose elements are all the same together.</summary>
    /// <param name="predictions">The predictions of one study.</param>
    public static ImmutableArray<ImmutableArray<PredictionFinding>> Group(ImmutableArray<PredictionFinding> predictions)
    {
        List<List<PredictionFinding>> groups = [];
        foreach (PredictionFinding prediction in predictions)
        {
            if (groups.Find(group => Coincide(group[0], prediction)) is { } group)
            {
                group.Add(prediction);
            }
            else
            {
                groups.Add([prediction]);
            }
        }

        return [.. groups.Select(group => group.ToImmutableArray())];
    }

    /// <summary>Whether all numbers of two elements at one time agree, or agree after one sign is turned.</summary>
    private static bool AreCopies(ElementFinding a, ElementFinding b)
    {
        if (a.Time != b.Time || a.Verdict != b.Verdict || a.Ladder.Length != b.Ladder.Length)
        {
            return false;
        }

        (double, double)[] pairs = [(a.Prediction, b.Prediction), .. a.Ladder.Zip(b.Ladder, (x, y) => (x.Value, y.Value))];
        return Array.TrueForAll(pairs, pair => Near(pair.Item1, pair.Item2))
            || Array.TrueForAll(pairs, pair => Near(pair.Item1, -pair.Item2));
    }

    // What is claimed of the same numbers may differ: an order, a bound.
    private static bool Coincide(PredictionFinding a, PredictionFinding b) =>
        a.Verdict == b.Verdict
        && string.Equals(a.Statement, b.Statement, StringComparison.Ordinal)
        && !a.Elements.IsEmpty
        && a.Elements.Length == b.Elements.Length
        && a.Elements.Zip(b.Elements).All(pair =>
            string.Equals(pair.First.Observable, pair.Second.Observable, StringComparison.Ordinal)
            && pair.First.Time == pair.Second.Time
            && pair.First.Verdict == pair.Second.Verdict
            && Near(pair.First.Prediction, pair.Second.Prediction));

    // Numbers that are not there agree with each other.
    private static bool Near(double a, double b) =>
        (double.IsNaN(a) && double.IsNaN(b)) || Math.Abs(a - b) <= Rounding * Math.Max(1, Math.Abs(a));
}
