using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims.Judges;

/// <summary>A prediction for N to infinity against ladders of exact numbers, model by model.</summary>
/// <param name="prediction">The prediction.</param>
/// <param name="points">The models with their sizes and times, for an effort.</param>
/// <param name="theory">The solver of the limit theory; <see langword="null"/> for the real one.</param>
public sealed class Ladders(Prediction prediction, Func<Effort, IEnumerable<LadderModel>> points, StudySolvers? theory = null)
{
    private const int ShownPerPoint = 3;

    /// <summary>Solves the models, extrapolates, and compares with the prediction.</summary>
    /// <param name="run">The run.</param>
    public Finding Check(ClaimRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Finding.All([.. points(run.Effort).Select(point => Judge(Study(point), run))]);
    }

    private Study Study(LadderModel point) => new()
    {
        Name = point.Model.Name,
        Model = point.Model,
        Ladder = [.. point.Sizes],
        Times = [.. point.Times],
        Predictions = [new ExpectedPrediction(prediction, Verdict.Confirmed)],
    };

    private Finding Judge(Study study, ClaimRun run)
    {
        PredictionFinding found = run.Run(study, theory).Predictions[0];
        ImmutableArray<ElementFinding> worst = LadderEvidence.Farthest(found.Elements, ShownPerPoint);
        string title = $"{study.Name}: the {worst.Length} of {found.Elements.Length} elements that lie farthest off";
        return new Finding(found.Verdict, $"{study.Name}: {found.Reason}", [LadderEvidence.Tabulate(title, worst)]);
    }
}
