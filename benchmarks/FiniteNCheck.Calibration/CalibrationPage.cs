using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;

namespace FiniteNCheck.Calibration;

/// <summary>Renders a calibration as a Markdown page.</summary>
/// <param name="calibration">The calibration.</param>
internal sealed class CalibrationPage(CalibrationRun calibration)
{
    private readonly StringBuilder text = new();

    /// <summary>Renders the page.</summary>
    public string Write()
    {
        Opening();
        Figures();
        Verdicts();
        Coverage();
        OtherBands();
        Planted();
        FalseVerdicts();
        return text.ToString();
    }

    private static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    // The culture is invariant throughout (InvariantGlobalization).
    private void Line(string line) => text.Append(line).Append('\n');

    private void Opening()
    {
        ImmutableArray<TrialResult> trials = calibration.Trials;
        Line("# Calibration");
        Line("");
        Line(
            $"How often verdicts are right, measured on {trials.Length} models drawn at random (seeds {trials[0].Drawn.Seed} to "
            + $"{trials[^1].Drawn.Seed}), each with its right theory and with wrong ones planted at known distances.");
        Line(
            "This page is what `scripts/calibrate` writes; the rule is in [verdicts.md](verdicts.md). "
            + "The constants of the rule were chosen on seeds below 200000, which no figure here is taken from.");
        Line("");
        Line(
            "Models: one block and two, fields, couplings, rates that respond along any axis, twisting with constant rates, "
            + "networks on both sides of their transition, independent spins (`benchmarks/FiniteNCheck.Calibration`). ");
        Line(
            "Ladders: four or five small sizes (*short*), five to seven as a user would pick them (*chosen*), "
            + "eight up to n = 64 (*sensible*); two blocks end at n = 12. Times: three between 0.2 and 6, half of the studies up to 1.");
        Line("");
    }

    private void Figures()
    {
        Line("## Figures");
        Line("");
        Line("| figure | wanted | found |");
        Line("|---|---|---|");
        Line($"| right predictions refuted | 0 | {calibration.FalseRefutations.Length} of {calibration.Right.Count()} |");
        Line(
            $"| planted errors beyond the stated uncertainty confirmed | 0 | {calibration.FalseConfirmations.Length} of "
            + $"{calibration.Plants.Count(each => each.Plant.Distance > 1)} |");
        Line(
            $"| elements whose true limit lies inside the uncertainty | at least {Percent(CalibrationRun.WantedCoverage)} | "
            + $"{Percent(calibration.Coverage)} of {calibration.Elements.Count(each => each.Element.IsRead)} |");
        Line(
            $"| errors of 10 uncertainties on settled ladders refuted | at least {Percent(CalibrationRun.WantedPower)} | "
            + $"{Percent(calibration.Power)} |");
        Line(
            $"| right predictions inconclusive at sensible ladders, t up to 1 | below {Percent(CalibrationRun.AllowedInconclusive)} | "
            + $"{Percent(calibration.InconclusiveShare)} of {calibration.Sensible.Length}, "
            + $"standard error {Percent(calibration.InconclusiveError)} |");
        Line("");
        if (calibration.LastSeed > calibration.Trials[^1].Drawn.Seed)
        {
            Line(
                $"The last figure is taken from seeds up to {calibration.LastSeed}: of those after "
                + $"{calibration.Trials[^1].Drawn.Seed} only sensible ladders are judged, with the right theory alone, because a few "
                + "hundred predictions give a share no better than to 1.5 %.");
            Line("");
        }
    }

    private void Verdicts()
    {
        Line("## Right theories");
        Line("");
        Line("Predictions (mean field, covariance with the full drift), each over three times and all elements.");
        Line("");
        Line("| | predictions | confirmed | inconclusive | refuted |");
        Line("|---|---|---|---|---|");
        var families = calibration.Right.GroupBy(each => each.Drawn.Family, StringComparer.Ordinal);
        foreach (var family in families.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            VerdictRow(family.Key, family.Select(each => each.Finding.Verdict));
        }

        foreach (var length in calibration.Right.GroupBy(each => each.Drawn.Study.Ladder.Length).OrderBy(group => group.Key))
        {
            VerdictRow($"{length.Key} sizes", length.Select(each => each.Finding.Verdict));
        }

        foreach ((string name, double from, double to) in TimeRanges)
        {
            VerdictRow(
                $"last time {name}",
                calibration.Right
                    .Where(each => each.Drawn.Study.Times[^1] > from && each.Drawn.Study.Times[^1] <= to)
                    .Select(each => each.Finding.Verdict));
        }

        VerdictRow("sensible ladder, t up to 1", calibration.Sensible);
        VerdictRow("all", calibration.Right.Select(each => each.Finding.Verdict));
        Line("");
    }

    private static ImmutableArray<(string Name, double From, double To)> TimeRanges { get; } =
        [("up to 0.5", 0, 0.5), ("0.5 to 1", 0.5, 1), ("1 to 2", 1, 2), ("2 to 4", 2, 4), ("4 to 6", 4, 6)];

    private void VerdictRow(string name, IEnumerable<Verdict> verdicts)
    {
        Verdict[] all = [.. verdicts];
        Line($"| {name} | {all.Length} | {Of(Verdict.Confirmed)} | {Of(Verdict.Inconclusive)} | {Of(Verdict.Refuted)} |");

        string Of(Verdict verdict) =>
            all.Length == 0 ? "-" : $"{all.Count(each => each == verdict)} ({Percent(CalibrationRun.Share(all, each => each == verdict))})";
    }

    private void Coverage()
    {
        (DrawnStudy worst, double share) = calibration.Trials
            .Select(trial =>
                (trial.Drawn, CalibrationRun.Share(trial.Elements.Where(element => element.IsRead), element => element.IsOutside)))
            .MaxBy(each => each.Item2);
        Line("## Uncertainties");
        Line("");
        Line(
            "Elements whose true limit lies outside the stated uncertainty, and how far the farthest lies, in uncertainties. Worst study: "
            + $"seed {worst.Seed}, {Percent(share)} of its elements outside.");
        Line("");
        Line("| | elements with a limit | beyond 1/2 | outside | beyond 3 | farthest |");
        Line("|---|---|---|---|---|---|");
        foreach (var length in calibration.Elements.GroupBy(each => each.Drawn.Study.Ladder.Length).OrderBy(group => group.Key))
        {
            CoverageRow($"{length.Key} sizes", length.Select(each => each.Element));
        }

        foreach ((string name, double from, double to) in TimeRanges)
        {
            CoverageRow(
                $"t {name}",
                calibration.Elements
                    .Select(each => each.Element)
                    .Where(element => element.Finding.Time > from && element.Finding.Time <= to));
        }

        CoverageRow("no order", calibration.Elements.Select(each => each.Element).Where(element => element.Finding.Order is null));
        CoverageRow("order known to 0.1", ByOrder(0, 0.1));
        CoverageRow("order known to 0.5", ByOrder(0.1, 0.5));
        CoverageRow("order known no better", ByOrder(0.5, double.PositiveInfinity));
        CoverageRow("all", calibration.Elements.Select(each => each.Element));
        int settled = calibration.Elements.Count(each => each.Element.Finding.Order is not null);
        int below = calibration.Elements.Count(each =>
            each.Element.Finding is { Order: { } order, OrderUncertainty: { } half } && order + half < 1);
        Line("");
        Line($"Intervals of the order that lie wholly below 1, the true least order: {below} of {settled}.");
        Line("");
    }

    private IEnumerable<ElementOutcome> ByOrder(double from, double to) => calibration.Elements
        .Select(each => each.Element)
        .Where(element => element.Finding.OrderUncertainty is { } half && half > from && half <= to);

    private void CoverageRow(string name, IEnumerable<ElementOutcome> elements)
    {
        ElementOutcome[] read = [.. elements.Where(element => element.IsRead)];
        int outside = read.Count(element => element.IsOutside);
        string share = read.Length == 0 ? "-" : Percent((double)outside / read.Length);
        double farthest = read.Select(element => element.Finding.Distance).DefaultIfEmpty().Max();
        Line(
            $"| {name} | {read.Length} | {read.Count(element => element.Finding.Distance > ElementJudge.ConfirmationDistance)} | {outside} "
            + $"({share}) | {read.Count(element => element.Finding.Distance > 3)} | {farthest:0.0} |");
    }

    private void OtherBands()
    {
        Line("### Other rules on the same ladders");
        Line("");
        Line(
            "Two-point Richardson extrapolation with the step to it as its band, "
            + "and the grid convergence index of Roache (1994) about the value at the largest size.");
        Line("");
        Line("| rule | elements with a band | outside |");
        Line("|---|---|---|");
        for (int rule = 0; rule < OtherRules.All.Length; rule++)
        {
            bool[] covered = [.. calibration.Elements.Select(each => each.Element.Others[rule]).OfType<bool>()];
            Line(
                $"| {OtherRules.All[rule].Name} | {covered.Length} | {covered.Count(inside => !inside)} "
                + $"({Percent(CalibrationRun.Share(covered, inside => !inside))}) |");
        }

        int read = calibration.Elements.Count(each => each.Element.IsRead);
        Line(
            $"| this program | {read} | {calibration.Elements.Count(each => each.Element.IsOutside)} ({Percent(1 - calibration.Coverage)}) "
            + "|");
        Line("");
    }

    private void Planted()
    {
        Line("## Planted errors");
        Line("");
        Line("*Distance* is that of the planted numbers from the true ones at the worst element, in its uncertainties.");
        Line("");
        Line("| planted | distance | predictions | confirmed | inconclusive | refuted |");
        Line("|---|---|---|---|---|---|");
        foreach (var kind in calibration.Plants.GroupBy(each => each.Plant.Kind, StringComparer.Ordinal))
        {
            foreach ((string name, double from, double to) in Distances)
            {
                PlantOutcome[] plants = [.. kind.Select(each => each.Plant).Where(plant => plant.Distance > from && plant.Distance <= to)];
                if (plants.Length > 0)
                {
                    Line(
                        $"| {kind.Key} | {name} | {plants.Length} | {plants.Count(plant => plant.Verdict == Verdict.Confirmed)} | "
                        + $"{plants.Count(plant => plant.Verdict == Verdict.Inconclusive)} | "
                        + $"{plants.Count(plant => plant.Verdict == Verdict.Refuted)} |");
                }
            }
        }

        Line("");
    }

    private static ImmutableArray<(string Name, double From, double To)> Distances { get; } =
    [
        ("up to 1", double.NegativeInfinity, 1),
        ("1 to 3", 1, 3),
        ("3 to 10", 3, 10),
        ("10 to 100", 10, 100),
        ("above 100", 100, double.PositiveInfinity),
    ];

    private void FalseVerdicts()
    {
        Line("## False verdicts");
        Line("");
        foreach ((DrawnStudy drawn, PredictionFinding finding) in calibration.FalseRefutations)
        {
            Line($"- Seed {drawn.Seed} ({drawn.Family}, {drawn.Ladder}): {finding.Prediction} refuted. {finding.Reason}");
        }

        foreach ((DrawnStudy drawn, PlantOutcome plant) in calibration.FalseConfirmations)
        {
            Line($"- Seed {drawn.Seed} ({drawn.Family}, {drawn.Ladder}): {plant.Kind} confirmed, at {plant.Distance:0.##} uncertainties.");
        }

        if (calibration.FalseRefutations.IsEmpty && calibration.FalseConfirmations.IsEmpty)
        {
            Line("None.");
        }
    }
}
