using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Calibration;

/// <summary>One element of a right theory: the reading of its ladder by this program and by other rules.</summary>
/// <param name="Finding">The finding; its prediction is the truth.</param>
/// <param name="Others">
/// Whether the truth lies inside the band of each of <see cref="OtherRules.All"/>; <see langword="null"/> where a rule says nothing.
/// </param>
public sealed record ElementOutcome(ElementFinding Finding, ImmutableArray<bool?> Others)
{
    /// <summary>Whether a limit with an uncertainty was found.</summary>
    public bool IsRead => double.IsFinite(Finding.LimitUncertainty);

    /// <summary>Whether the truth lies outside the uncertainty.</summary>
    public bool IsOutside => IsRead && Finding.Distance > 1;

    /// <summary>Compares a finding on the right theory with the other rules.</summary>
    /// <param name="finding">The finding.</param>
    public static ElementOutcome Of(ElementFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new ElementOutcome(finding, [.. OtherRules.All.Select(rule => IsCovered(finding, rule.Read(finding.Ladder)))]);
    }

    // The other rules ignore the errors of the truth and of the values, so these are added to their bands.
    private static bool? IsCovered(ElementFinding finding, (double Value, double Band)? reading) =>
        reading is { } read && double.IsFinite(read.Band)
            ? Math.Abs(read.Value - finding.Prediction)
                <= read.Band + finding.PredictionError + finding.Ladder.Max(point => point.IntegrationError)
            : null;
}
