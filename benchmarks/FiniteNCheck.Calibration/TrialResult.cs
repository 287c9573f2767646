using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Calibration;

/// <summary>The result of one trial.</summary>
/// <param name="Drawn">The study.</param>
/// <param name="Predictions">The verdicts on the right theory.</param>
/// <param name="Elements">Every element of it.</param>
/// <param name="Plants">The planted errors and their verdicts.</param>
public sealed record TrialResult(
    DrawnStudy Drawn,
    ImmutableArray<PredictionFinding> Predictions,
    ImmutableArray<ElementOutcome> Elements,
    ImmutableArray<PlantOutcome> Plants);
