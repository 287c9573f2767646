using System.Collections.Immutable;

namespace FiniteNCheck.Verification;

/// <summary>A prediction as a function of time.</summary>
/// <param name="Times">The times, from 0 to the last one of the study.</param>
/// <param name="Values"><c>[time][element]</c>, the elements in the order in which they are compared at one time.</param>
public sealed record PredictedCurve(ImmutableArray<double> Times, ImmutableArray<ImmutableArray<double>> Values)
{
    /// <summary>The names of the elements, as findings call them.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Number of intervals of an initial curve; <c>CurveSampling</c> adds the points that the flow needs.</summary>
    private const int Intervals = 60;

    /// <summary>The times of an initial curve.</summary>
    /// <param name="last">The last time of the study, positive.</param>
    internal static ImmutableArray<double> TimesUpTo(double last) =>
        [.. Enumerable.Range(0, Intervals + 1).Select(i => last * i / Intervals)];
}
