namespace FiniteNCheck.Verification.Runs;

/// <summary>The process that is computing a point.</summary>
/// <param name="Host">The machine.</param>
/// <param name="Process">The id of the process.</param>
/// <param name="Since">When it started, by that machine's clock. For people only: no decision depends on it.</param>
public sealed record PointHolder(string Host, int Process, DateTimeOffset Since);
