namespace FiniteNCheck.Model;

/// <summary>A block ("large spin") of two-level systems that the dynamics treats alike.</summary>
/// <param name="Name">Its name in files and output.</param>
/// <param name="Share">Its relative size: the block holds <c>Share * n</c> spins at ladder value <c>n</c>. Positive.</param>
public sealed record Block(string Name, double Share);
