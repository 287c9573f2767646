namespace FiniteNCheck.Exact;

/// <summary>
/// A set of sectors that the evolution does not leave, and all of whose sectors lead to one another: it has a stationary state of its own.
/// </summary>
/// <param name="Name">Its values of J by block, such as <c>J.all = 50</c> or <c>J.plus = 0 .. 20, J.minus = 10</c>.</param>
/// <param name="Weight">The probability to be in it, which does not change in time.</param>
public sealed record SectorComponent(string Name, double Weight);
