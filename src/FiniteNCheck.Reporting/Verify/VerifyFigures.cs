using System.Collections.Immutable;
using FiniteNCheck.Reporting.Parts;
using FiniteNCheck.Reporting.Studies;
using FiniteNCheck.Reporting.Sweeps;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.Verify;

/// <summary>The figures of all studies of a verification.</summary>
internal sealed class VerifyFigures
{
    private readonly ImmutableArray<ImmutableArray<ImmutableArray<ReportFigure>>> figures;
    private readonly ImmutableDictionary<string, ImmutableArray<ReportFigure>> sweeps;
    private readonly ReportFigure?[] gaps;

    /// <summary>Draws the figures.</summary>
    /// <param name="report">The findings.</param>
    /// <param name="folder">The folder of their files.</param>
    public VerifyFigures(VerifyReport report, string folder)
    {
        List<string> taken = [];
        ImmutableArray<StudyGroup> groups = StudyGroup.Split(report.Studies);
        HashSet<int> inDetail = [.. groups.SelectMany(group => group.InDetail).Select(each => each.Index)];
        gaps = new ReportFigure?[report.Studies.Length];
        figures =
        [
            .. report.Studies.Select((study, i) =>
            {
                FigureName name = new(folder, FileName.Create(study.Study, taken));
                gaps[i] = inDetail.Contains(i) ? GapFigure.Draw(name, study) : null;
                return inDetail.Contains(i)
                    ? Draw(name, study)
                    : [.. study.Predictions.Select(_ => ImmutableArray<ReportFigure>.Empty)];
            }),
        ];
        sweeps = groups
            .Where(group => group.IsSweep)
            .ToImmutableDictionary(
                group => group.Name,
                group => DrawSweep(new FigureName(folder, FileName.Create(group.Name, taken)), group),
                StringComparer.Ordinal);
    }

    /// <summary>All figures.</summary>
    public IEnumerable<ReportFigure> All =>
        figures.SelectMany(study => study).SelectMany(prediction => prediction)
            .Concat(gaps.OfType<ReportFigure>()).Concat(sweeps.Values.SelectMany(sweep => sweep));

    /// <summary>The maps of a sweep over two axes, or the curves of one over a single axis.</summary>
    /// <param name="sweep">The sweep.</param>
    public ImmutableArray<ReportFigure> OfSweep(string sweep) => sweeps[sweep];

    /// <summary>The decay rates of a study against N, if it reads any.</summary>
    /// <param name="study">The index of the study.</param>
    public ReportFigure? GapOf(int study) => gaps[study];

    /// <summary>Those of one prediction.</summary>
    /// <param name="study">The index of the study.</param>
    /// <param name="prediction">The index of the prediction in it.</param>
    public ImmutableArray<ReportFigure> Of(int study, int prediction) => figures[study][prediction];

    private static ImmutableArray<ReportFigure> DrawSweep(FigureName name, StudyGroup sweep) =>
        [.. SweepMap.Draw(name, sweep), .. SweepCurves.Draw(name.Append("-curves"), sweep)];

    private static ImmutableArray<ImmutableArray<ReportFigure>> Draw(FigureName name, StudyFinding study)
    {
        List<string> taken = [];
        return
        [
            .. study.Predictions.Select(prediction =>
                Draw(name.Append($"-{FileName.Create(prediction.Prediction, taken)}"), prediction, study)),
        ];
    }

    private static ImmutableArray<ReportFigure> Draw(FigureName name, PredictionFinding prediction, StudyFinding study)
    {
        ReportFigure?[] drawn = prediction.Elements.IsEmpty
            ? []
            :
            [
                LimitPlot.Draw(name, prediction, study),
                ErrorPlot.Draw(name, prediction),
                prediction.Elements.All(element => double.IsPositiveInfinity(element.Time)) ? null : TimePlot.Draw(name, prediction, study),
                MatrixPlot.Draw(name, prediction),
            ];
        return [.. drawn.OfType<ReportFigure>()];
    }
}
