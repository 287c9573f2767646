using System.Collections.Immutable;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims.Ledgers;

/// <summary>Decides a claim by predictions of a study, in every cell of its sweep.</summary>
/// <param name="studies">The study, or one for each cell.</param>
/// <param name="predictions">The names of the predictions.</param>
internal sealed class StudyCheck(ImmutableArray<Study> studies, ImmutableArray<string> predictions)
{
    private const int Shown = 3;

    /// <summary>Runs the study and combines the verdicts: refuted if one is, confirmed if all are.</summary>
    /// <param name="run">The run; at full effort a study runs at its large sizes, if it names any.</param>
    public Finding Check(ClaimRun run) => Finding.All([.. studies.SelectMany(study => Check(study, run))]);

    private IEnumerable<Finding> Check(Study study, ClaimRun run)
    {
        Study sized = run.Effort == Effort.Full && study.Large is not null ? study.AtLargeSizes() : study;
        StudyFinding finding = run.Run(sized with
        {
            Predictions = [.. study.Predictions.Where(each => predictions.Contains(each.Name, StringComparer.Ordinal))],
        });
        return finding.Predictions.Select(prediction => Describe(finding, prediction));
    }

    private static Finding Describe(StudyFinding study, PredictionFinding prediction)
    {
        ImmutableArray<ElementFinding> worst = LadderEvidence.Farthest(prediction.Elements, Shown);
        string title = $"{study.Study}, {prediction.Prediction}: the {worst.Length} of {prediction.Elements.Length} elements farthest off";
        return new Finding(
            prediction.Verdict,
            $"{study.Study}, {prediction.Prediction}: {prediction.Reason}",
            worst.IsEmpty ? [] : [LadderEvidence.Tabulate(title, worst)]);
    }
}
