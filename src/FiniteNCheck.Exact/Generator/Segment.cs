namespace FiniteNCheck.Exact.Generator;

/// <summary>What a kernel does in one call: a run of numbers, or two runs that share weights, that the same terms feed.</summary>
/// <param name="Weights">The weights that the terms read.</param>
/// <param name="First">Where the run lies in the result and its length.</param>
/// <param name="Second">The same for the second run; its length is 0 where there is none.</param>
/// <param name="FirstPlace">Where the places of the terms begin.</param>
/// <param name="Products">The counts of a <see cref="TermList"/>.</param>
/// <param name="TurnedProducts">The second one.</param>
/// <param name="Singles">The third one.</param>
/// <param name="TurnedSingles">The fourth one.</param>
/// <param name="Increments">Whether the run was computed before, without these terms.</param>
internal readonly record struct Segment(
    double[] Weights,
    (int At, int Length) First,
    (int At, int Length) Second,
    int FirstPlace,
    int Products,
    int TurnedProducts,
    int Singles,
    int TurnedSingles,
    bool Increments)
{
    /// <summary>Roughly proportional to the time it takes.</summary>
    public double Cost => (First.Length + Second.Length + 16.0) * (Products + TurnedProducts + Singles + TurnedSingles);
}
