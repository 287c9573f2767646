namespace FiniteNCheck.Verification.Runs;

/// <summary>The failure of a point.</summary>
/// <param name="Id">The point.</param>
/// <param name="Point">The point in words.</param>
/// <param name="Error">What went wrong and what to do, in one line.</param>
public sealed record PointFailure(string Id, string Point, string Error);
