namespace FiniteNCheck.Model;

/// <summary>A block ("large spin") of two-level systems that the dynamics does not distinguish.</summary>
/// <param name="Name">The name used in files and output.</param>
/// <param name="Share">The relative size, positive: the block holds <c>Share * n</c> spins at ladder value <c>n</c>.</param>
public sealed record Block(string Name, double Share);
