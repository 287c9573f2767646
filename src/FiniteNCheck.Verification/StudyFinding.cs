using System.Collections.Immutable;
using FiniteNCheck.Verification.Sweeps;

namespace FiniteNCheck.Verification;

/// <summary>The findings of one study.</summary>
public sealed record StudyFinding
{
    /// <summary>The study's name.</summary>
    public required string Study { get; init; }

    /// <summary>The cell of a sweep; <see langword="null"/> for a study that stands alone.</summary>
    public SweepCell? Cell { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The ladder values of <c>n</c>.</summary>
    public required ImmutableArray<int> Ladder { get; init; }

    /// <summary>The total numbers of spins, one per ladder value.</summary>
    public required ImmutableArray<int> Spins { get; init; }

    /// <summary>The sizes without an exact result, with the reasons; the verdicts rest on the others.</summary>
    public ImmutableArray<MissingSize> Missing { get; init; } = [];

    /// <summary>How the exact numbers were obtained (at the largest size).</summary>
    public required string Method { get; init; }

    /// <summary>What the reader must know: Assumption 1 not satisfied, sizes dropped and why.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>What was solved; <see langword="null"/> where it was not recorded.</summary>
    public StudySetup? Setup { get; init; }

    /// <summary>Exact values between the times, of the sizes that take next to no time; empty unless they were asked for.</summary>
    public ImmutableArray<ExactCurve> ExactCurves { get; init; } = [];

    /// <summary>The quantities that the study names, time by time.</summary>
    public ImmutableArray<QuantityFinding> Quantities { get; init; } = [];

    /// <summary>The verdicts.</summary>
    public required ImmutableArray<PredictionFinding> Predictions { get; init; }
}
