namespace FiniteNCheck.Verification;

/// <summary>A size of a study that has no exact result: it failed, or it has not been computed yet.</summary>
/// <param name="N">The ladder value.</param>
/// <param name="Spins">The total number of spins.</param>
/// <param name="Reason">The reason, in one line.</param>
public sealed record MissingSize(int N, int Spins, string Reason);
