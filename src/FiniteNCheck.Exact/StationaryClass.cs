namespace FiniteNCheck.Exact;

/// <summary>A set of states that the dynamics does not leave, with at least one stationary state of its own.</summary>
/// <param name="Name">What distinguishes it, such as <c>J.all = 3/2</c>.</param>
/// <param name="Weight">The probability of the set in the initial state, and so at all times.</param>
public readonly record struct StationaryClass(string Name, double Weight);
