using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Reporting.ReportFigures;

/// <summary>The figures of all studies of a verification.</summary>
internal sealed class StudyFigureSet
{
    // File systems take 255 bytes, and a figure's name has two such parts, its kind, and while it is written a suffix.
    private const int LongestName = 60;

    private readonly ImmutableArray<ImmutableArray<ImmutableArray<ReportFigure>>> _figures;

    /// <summary>Draws the figures.</summary>
    /// <param name="report">What was found.</param>
    public StudyFigureSet(VerifyReport report)
    {
        List<string> taken = [];
        _figures =
        [
            .. report.Studies.Select(study =>
            {
                string name = FileName(study.Study, taken);
                List<string> ofStudy = [];
                return study.Predictions.Select(prediction => Draw($"{name}-{FileName(prediction.Prediction, ofStudy)}", prediction, study)).ToImmutableArray();
            }),
        ];
    }

    /// <summary>All of them.</summary>
    public IEnumerable<ReportFigure> All => _figures.SelectMany(study => study).SelectMany(prediction => prediction);

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

    /// <summary>The first 60 characters of the name, with all but letters, digits and dashes replaced, and a number where it is taken already.</summary>
    /// <param name="name">The name.</param>
    /// <param name="taken">The names that are taken, to which the new one is added.</param>
    internal static string FileName(string name, List<string> taken)
    {
        string plain = string.Concat(name.Take(LongestName).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-'));
        string free = plain;
        for (int number = 2; taken.Contains(free, StringComparer.OrdinalIgnoreCase); number++)
        {
            free = $"{plain}-{number}";
        }

        taken.Add(free);
        return free;
    }
}
