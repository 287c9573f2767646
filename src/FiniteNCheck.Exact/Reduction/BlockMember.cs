namespace FiniteNCheck.Exact.Reduction;

/// <summary>Where a block of the model went.</summary>
/// <param name="Group">The group that holds its spins.</param>
/// <param name="Spins">The number of its spins.</param>
/// <param name="Rotation">From the model's frame to the group's.</param>
internal sealed record BlockMember(int Group, int Spins, SpinRotation Rotation);
