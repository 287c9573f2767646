using FiniteNCheck.Exact.Generator.Kernels;

namespace FiniteNCheck.Exact.Generator;

/// <summary>The work of one kernel call: a run of numbers fed by the same terms, or two such runs that share weights.</summary>
/// <param name="Weights">The weights that the terms read.</param>
/// <param name="First">Offset and length of the run in the result.</param>
/// <param name="Second">Offset and length of the second run; the length is 0 where there is none.</param>
/// <param name="FirstOffset">The index of the first offset of its terms.</param>
/// <param name="Counts">How many terms of each kind there are.</param>
/// <param name="Increments">Whether the run has been computed already, without these terms.</param>
internal readonly record struct Segment(
    double[] Weights,
    (int At, int Length) First,
    (int At, int Length) Second,
    int FirstOffset,
    TermCounts Counts,
    bool Increments)
{
    /// <summary>A number roughly proportional to the time that the call takes.</summary>
    public double Cost => (First.Length + Second.Length + 16.0) * Counts.Total;
}
