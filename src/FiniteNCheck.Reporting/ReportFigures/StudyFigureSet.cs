using System.Collections.Immutable;
using FiniteNCheck.Reporting.Sweeps;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.ReportFigures;

/// <summary>The figures of all studies of a verification.</summary>
internal sealed class StudyFigureSet
{
    // File systems take 255 bytes, and a figure's name has two such parts, its kind, and while it is written a suffix.
    private const int LongestName = 60;

    private readonly ImmutableArray<ImmutableArray<ImmutableArray<ReportFigure>>> _figures;
    private readonly ImmutableDictionary<string, ReportFigure> _maps;

    /// <summary>Draws the figures.</summary>
    /// <param name="report">What was found.</param>
    public StudyFigureSet(VerifyReport report)
    {
        List<string> taken = [];
        ImmutableArray<StudyGroup> groups = StudyGroup.Of(report);
        HashSet<int> inDetail = [.. groups.SelectMany(group => group.InDetail).Select(each => each.Index)];
        _figures =
        [
            .. report.Studies.Select((study, i) =>
            {
                string name = FileName(study.Study, taken);
                List<string> ofStudy = [];
                return inDetail.Contains(i)
                    ? study.Predictions.Select(prediction => Draw($"{name}-{FileName(prediction.Prediction, ofStudy)}", prediction, study)).ToImmutableArray()
                    : [.. study.Predictions.Select(_ => ImmutableArray<ReportFigure>.Empty)];
            }),
        ];
        _maps = groups.Where(group => group.IsSweep)
            .Select(group => (group.Name, Map: SweepMap.Of($"{FileName(group.Name, taken)}-verdicts", group)))
            .Where(each => each.Map is not null)
            .ToImmutableDictionary(each => each.Name, each => each.Map!, StringComparer.Ordinal);
    }

    /// <summary>All of them.</summary>
    public IEnumerable<ReportFigure> All => _figures.SelectMany(study => study).SelectMany(prediction => prediction).Concat(_maps.Values);

    /// <summary>The map of a sweep's verdicts, or <see langword="null"/> where it has none.</summary>
    /// <param name="sweep">The sweep.</param>
    public ReportFigure? MapOf(string sweep) => _maps.GetValueOrDefault(sweep);

    /// <summary>Those of one prediction.</summary>
    /// <param name="study">The index of the study.</param>
    /// <param name="prediction">The index of the prediction in it.</param>
    public ImmutableArray<ReportFigure> Of(int study, int prediction) => _figures[study][prediction];

    private static ImmutableArray<ReportFigure> Draw(string name, PredictionFinding prediction, StudyFinding study)
    {
        ReportFigure?[] figures = prediction.Elements.IsEmpty
            ? []
            : [ErrorPlot.Of(name, prediction), TimePlot.Of(name, prediction, study), MatrixPlot.Of(name, prediction)];
        return [.. figures.OfType<ReportFigure>()];
    }

    /// <summary>
    /// The first 60 characters of the name, with each run of anything but letters, digits, dashes and underscores as one dash, and a number where it is taken already.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="taken">The names that are taken, to which the new one is added.</param>
    internal static string FileName(string name, List<string> taken)
    {
        bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
        string plain = string.Concat(name.Take(LongestName).Select((letter, i) => IsPlain(letter) ? $"{letter}" : i > 0 && !IsPlain(name[i - 1]) ? "" : "-"));
        string free = plain;
        for (int number = 2; taken.Contains(free, StringComparer.OrdinalIgnoreCase); number++)
        {
            free = $"{plain}-{number}";
        }

        taken.Add(free);
        return free;
    }
}
