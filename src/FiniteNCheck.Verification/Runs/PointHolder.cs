namespace FiniteNCheck.Verification.Runs;

/// <summary>Who is computing a point.</summary>
/// <param name="Host">The machine.</param>
/// <param name="Process">The number of the process on it.</param>
/// <param name="Since">The time by that machine's clock, for people only: nothing is decided by it.</param>
public sealed record PointHolder(string Host, int Process, DateTimeOffset Since);
