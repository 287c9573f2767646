namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>A region of the phase diagram with the kind of fixed point that the paramagnetic state is there.</summary>
/// <param name="Name">The region's number in appendix B.1.</param>
/// <param name="Contains">Whether a point lies in it.</param>
/// <param name="Kind">The kind, of <see cref="StabilityKind"/>.</param>
internal sealed record ParamagneticRegion(string Name, Func<PhasePoint, bool> Contains, string Kind);
