using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims.Dynamics;

/// <summary>A prediction for N to infinity against ladders of exact numbers: at a fixed point, on the way to one, and inside a limit cycle.</summary>
/// <param name="kind">The prediction.</param>
/// <param name="points">The models, sizes and times, given whether there is time; <see langword="null"/> for the network of one pattern.</param>
/// <param name="theory">Where the limit theory comes from; <see langword="null"/> for the real one.</param>
internal sealed class Ladders(PredictionKind kind, Func<bool, IEnumerable<LadderModel>>? points = null, StudySolvers? theory = null)
{
    private const int ShownPerPoint = 3;

    /// <summary>Runs the ladders and compares.</summary>
    /// <param name="run">How.</param>
    public Finding Check(ClaimRun run) => Finding.All([.. (points ?? OnePattern)(run.Full).Select(point => Judge(Study(point), run))]);

    private static IEnumerable<LadderModel> OnePattern(bool full)
    {
        var tilted = new ProductState([new PauliVector(0, 0.3, 0.5), new PauliVector(0, -0.3, -0.5)]);
        int[] ladder = full ? [32, 40, 48, 64, 80, 100, 128] : [20, 24, 32, 40, 48, 64, 80];
        yield return new LadderModel(Points.OnePattern(0.5, 0.2), ladder, [0.5, 1]);
        yield return new LadderModel(Points.OnePattern(2, 0.2, tilted), ladder, [0.5, 1, 2]);
        // At t = 1 the 1/N coefficient of one element nearly vanishes here, and no order can be read.
        yield return new LadderModel(Points.OnePattern(0.6, 0.6, tilted), ladder, [0.5]);
    }

    private Study Study(LadderModel point) => new()
    {
        Name = point.Model.Name,
        Model = point.Model,
        Ladder = [.. point.Sizes],
        Times = [.. point.Times],
        Predictions = [new ExpectedPrediction(kind, Verdict.Confirmed)],
    };

    private Finding Judge(Study study, ClaimRun run)
    {
        PredictionFinding prediction = run.Run(study, theory).Predictions[0];
        ImmutableArray<ElementFinding> worst =
            [.. prediction.Elements.OrderByDescending(element => element.Distance).ThenBy(element => element.Observable, StringComparer.Ordinal).Take(ShownPerPoint)];
        return new Finding(
            prediction.Verdict,
            $"{study.Name}: {prediction.Reason}",
            [LadderEvidence.Of($"{study.Name}: the {worst.Length} of {prediction.Elements.Length} elements that lie farthest off", worst)]);
    }
}
