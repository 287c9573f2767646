using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Papers.Fiorelli2024.Figures;
using FiniteNCheck.Reporting.Text;

namespace FiniteNCheck.Reporting.Figures;

/// <summary>Figures as comma-separated values: numbers read back as the same bits, what does not exist is an empty field. Columns: docs/figures.md.</summary>
internal static class FigureCsv
{
    private static readonly string[] CorrelationColumns = ["discord", "classical", "logarithmicNegativity", "smallestSymplectic", "smallestSymplecticTransposed", "physical"];

    /// <summary>Figure 2, a row per point.</summary>
    /// <param name="diagram">The diagram.</param>
    public static string Render(PhaseDiagram diagram)
    {
        CsvText csv = new(
            "temperature", "field", "phase", "phaseFromZero", "overlap", "eigenvalue", "eigenvalueAtZero", "stationaryOverlap", "cycleBySection62", "cycleByAppendixB1", "cycleCorrected");
        foreach (PhaseDiagramPoint point in diagram.Points)
        {
            csv.Row(
                Digits.Shortest(point.Temperature),
                Digits.Shortest(point.Field),
                Name(point.Phase),
                Name(point.PhaseFromZero),
                Digits.Shortest(point.Overlap),
                Digits.Shortest(point.Eigenvalue),
                Digits.Shortest(point.EigenvalueAtZero),
                Digits.Shortest(point.StationaryOverlap),
                YesNo(point.TextCondition),
                YesNo(point.AppendixCondition),
                YesNo(point.CorrectedCondition));
        }

        return csv.ToString();
    }

    /// <summary>Figure 3 in the limit with one drift, a row per point.</summary>
    /// <param name="points">The points.</param>
    public static string Render(IEnumerable<CorrelationPoint> points)
    {
        CsvText csv = new(["temperature", "field", "phase", "length", .. CorrelationColumns, "paramagneticInformation", "note"]);
        foreach (CorrelationPoint point in points)
        {
            CorrelationMapPoint map = point.Map;
            csv.Row([
                Digits.Shortest(map.Temperature), Digits.Shortest(map.Field), Name(map.Phase), Digits.Shortest(map.Length),
                .. Fields(map.Correlations), Digits.Shortest(point.ParamagneticInformation), Note(map.Correlations, map.Why)]);
        }

        return csv.ToString();
    }

    /// <summary>Figure 3 at finite N, a row per size and point.</summary>
    /// <param name="sizes">The sizes.</param>
    public static string Render(IEnumerable<FiniteCorrelations> sizes)
    {
        CsvText csv = new([
            "spins", "temperature", "field", "phase", "time", "unrelaxed", "startLength", "length", .. CorrelationColumns, "covarianceError", "note"]);
        foreach (FiniteCorrelationPoint point in sizes.SelectMany(size => size.Points))
        {
            csv.Row([
                $"{point.Spins}", Digits.Shortest(point.Temperature), Digits.Shortest(point.Field), Name(point.Phase), Digits.Shortest(point.Time),
                Digits.Shortest(point.Unrelaxed), Digits.Shortest(point.Start), Digits.Shortest(point.Length), .. Fields(point.Correlations),
                Digits.Shortest(point.CovarianceError), Note(point.Correlations, point.Why)]);
        }

        return csv.ToString();
    }

    /// <summary>Figure B1(a), a row per point.</summary>
    /// <param name="map">The map.</param>
    public static string Render(LimitCycleMap map)
    {
        CsvText csv = new("temperature", "field", "phaseFromZero", "mean", "deviation", "period");
        foreach (LimitCyclePoint point in map.Points)
        {
            csv.Row(
                Digits.Shortest(point.Temperature), Digits.Shortest(point.Field), Name(point.Phase), Digits.Shortest(point.Mean), Digits.Shortest(point.Deviation), Digits.Shortest(point.Period));
        }

        return csv.ToString();
    }

    /// <summary>Figure B1(b): curves, arrows and fixed points of the portraits, a row per point.</summary>
    /// <param name="portraits">The portraits.</param>
    public static string Render(IEnumerable<Portrait> portraits)
    {
        CsvText csv = new("temperature", "field", "kind", "curve", "oz", "oy", "rateZ", "rateY", "eigenvalue");
        foreach (Portrait portrait in portraits)
        {
            void Row(string kind, int? curve, PortraitPoint at, double rateZ = double.NaN, double rateY = double.NaN, double eigenvalue = double.NaN) => csv.Row(
                Digits.Shortest(portrait.Temperature), Digits.Shortest(portrait.Field), kind, $"{curve}", Rounded(at.Z), Rounded(at.Y), Rounded(rateZ), Rounded(rateY), Digits.Shortest(eigenvalue));

            for (int curve = 0; curve < portrait.Curves.Length; curve++)
            {
                foreach (PortraitPoint point in portrait.Curves[curve].Points)
                {
                    Row(portrait.Curves[curve].IsCycle ? "cycle" : "trajectory", curve + 1, point);
                }
            }

            foreach (FlowArrow arrow in portrait.Arrows)
            {
                Row("flow", null, arrow.At, arrow.RateZ, arrow.RateY);
            }

            foreach (FlowFixedPoint point in portrait.FixedPoints)
            {
                Row("fixedPoint", null, point.At, eigenvalue: point.Eigenvalue);
            }
        }

        return csv.ToString();
    }

    /// <summary>A phase as files write it; empty where the flow did not show its end.</summary>
    /// <param name="phase">The phase.</param>
    public static string Name(Phase? phase) => phase switch
    {
        Phase.Retrieval => "retrieval",
        Phase.Paramagnetic => "paramagnetic",
        Phase.LimitCycle => "limitCycle",
        _ => "",
    };

    private static string[] Fields(GaussianCorrelations? correlations) => correlations is null
        ? ["", "", "", "", "", ""]
        :
        [
            Digits.Shortest(correlations.Discord ?? double.NaN), Digits.Shortest(correlations.Classical ?? double.NaN), Digits.Shortest(correlations.LogarithmicNegativity ?? double.NaN),
            Digits.Shortest(correlations.Smaller), Digits.Shortest(correlations.SmallerTransposed), YesNo(correlations.IsPhysical),
        ];

    // The reason that every paramagnetic point has is in the phase already; the file stays small.
    private static string Note(GaussianCorrelations? correlations, string? why) => correlations is { IsPhysical: false }
        ? "unphysical"
        : why is null || why.StartsWith("the averages vanish", StringComparison.Ordinal) || why.StartsWith("the mean field", StringComparison.Ordinal) ? "" : why;

    // Points of curves are for drawing: six decimals.
    private static string Rounded(double value) => Digits.Shortest(Math.Round(value, 6));

    private static string YesNo(bool value) => value ? "yes" : "no";
}
