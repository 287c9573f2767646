namespace FiniteNCheck.Exact.Reduction;

/// <summary>Where the spins of a block of the model are in the reduced system.</summary>
/// <param name="Group">The group that holds its spins.</param>
/// <param name="Spins">The number of spins of the block.</param>
/// <param name="Rotation">The rotation from the model's frame to the group's.</param>
internal sealed record BlockMember(int Group, int Spins, SpinRotation Rotation);
