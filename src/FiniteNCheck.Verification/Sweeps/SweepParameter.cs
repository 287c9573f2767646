namespace FiniteNCheck.Verification.Sweeps;

/// <summary>The value of one axis of a sweep.</summary>
/// <param name="Name">The axis.</param>
/// <param name="Value">Its value.</param>
public readonly record struct SweepParameter(string Name, double Value);
