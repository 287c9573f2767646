using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Figures;

/// <summary>What the figures show, as a page of text.</summary>
public static class FigureText
{
    /// <summary>The page.</summary>
    /// <param name="set">The figures.</param>
    /// <param name="provenance">Where they come from.</param>
    /// <param name="style">How the page may look.</param>
    public static string Render(FigureSet set, Provenance provenance, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(provenance);
        using TextPage page = new(style);
        if (set.PhaseDiagram is { } diagram)
        {
            Phases(page, diagram);
        }

        if (set.Correlations is { } figure)
        {
            Correlations(page, figure);
        }

        if (set.LimitCycle is { } map)
        {
            Cycle(page, map, set);
        }

        page.Line(Origin(provenance));
        return page.ToString();
    }

    /// <summary>Program, version, commit and parameters in one line.</summary>
    /// <param name="provenance">Where a result comes from.</param>
    internal static string Origin(Provenance provenance) =>
        $"{provenance.Program} {provenance.Version}, commit {provenance.Commit ?? "unknown"}; {string.Join(", ", provenance.Parameters.Select(each => $"{each.Name} {each.Value}"))}";

    private static void Phases(TextPage page, PhaseDiagram diagram)
    {
        page.Line($"Figure 2: {diagram.Points.Length} points of the (T, Omega) plane, by the flow from the stored pattern.");
        Counts(page, diagram.Points.Select(point => point.Phase));
        page.Table(
            ["<!limit cycle expected by", "wrong points"],
            [
                ["section 6.2: Omega > 1/4, beta > 3/2, beta > 1 + 8 Omega~^2", $"{diagram.Disagreements(point => point.TextCondition)}"],
                ["appendix B.1: beta < 3/2, Omega > 1/4, beta < 1 + 8 Omega~^2", $"{diagram.Disagreements(point => point.AppendixCondition)}"],
                ["Omega > 1/4, beta > 3/2, beta < 1 + 8 Omega~^2", $"{diagram.Disagreements(point => point.CorrectedCondition)}"],
            ]);
        page.Line();
    }

    private static void Correlations(TextPage page, CorrelationFigure figure)
    {
        page.Line($"Figure 3: {figure.Full.Length} points, correlations between the two large spins where the mean field retrieves.");
        List<string[]> rows =
        [
            Row("drift as printed", figure.Printed.Select(point => point.Map.Correlations)),
            Row("full drift", figure.Full.Select(point => point.Map.Correlations)),
            .. figure.FiniteSizes.Select(size => Row($"exact, N = {size.Spins}", size.Points.Select(point => point.Correlations))),
        ];
        page.Table(["<!covariance", "points", "unphysical", "entangled", "largest discord", "classical", "negativity"], rows);
        page.Line();
    }

    private static string[] Row(string name, IEnumerable<GaussianCorrelations?> points)
    {
        GaussianCorrelations[] present = [.. points.OfType<GaussianCorrelations>()];
        string largest(Func<GaussianCorrelations, double?> quantity) => Digits.Cell(present.Max(quantity) ?? double.NaN);
        return
        [
            name, $"{present.Length}", $"{present.Count(each => !each.IsPhysical)}", $"{present.Count(each => each.LogarithmicNegativity > 0)}",
            largest(each => each.Discord), largest(each => each.Classical), largest(each => each.LogarithmicNegativity),
        ];
    }

    private static void Cycle(TextPage page, LimitCycleMap map, FigureSet set)
    {
        page.Line($"Figure B1: {map.Points.Length} points, by the flow from overlaps near zero.");
        Counts(page, map.Points.Select(point => point.Phase));
        page.Table(
            ["T", "Omega", "<!limit cycle", "stable fixed points"],
            set.Portraits.Select(portrait => new[]
            {
                Numeral.Of(portrait.Temperature, 4), Numeral.Of(portrait.Field, 4), portrait.Curves.Any(curve => curve.IsCycle) ? "yes" : "no",
                $"{portrait.FixedPoints.Count(point => point.Eigenvalue < 0)}",
            }));
        page.Line();
    }

    private static void Counts(TextPage page, IEnumerable<Phase?> phases)
    {
        Phase?[] all = [.. phases];
        int undecided = all.Count(phase => phase is null);
        string rest = undecided == 0 ? "" : $", {undecided} undecided: the flow did not show its end";
        page.Line(
            $"Retrieval {all.Count(phase => phase == Phase.Retrieval)}, paramagnetic {all.Count(phase => phase == Phase.Paramagnetic)}, limit cycle {all.Count(phase => phase == Phase.LimitCycle)}{rest}.");
    }
}
