using System.Collections.Immutable;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Verification;

/// <summary>A prediction as a function of time.</summary>
/// <param name="Times">The times, from 0 to the last one of the study.</param>
/// <param name="Values"><c>[time][element]</c>, the elements in the order in which they are compared at one time.</param>
public sealed record PredictedCurve(ImmutableArray<double> Times, ImmutableArray<ImmutableArray<double>> Values)
{
    /// <summary>Number of intervals of an initial curve; <c>CurveSampling</c> adds the points that the flow needs.</summary>
    private const int Intervals = 60;

    /// <summary>The times of an initial curve.</summary>
    /// <param name="last">The last time of the study, positive.</param>
    internal static ImmutableArray<double> TimesUpTo(double last) =>
        [.. Enumerable.Range(0, Intervals + 1).Select(i => last * i / Intervals)];

    /// <summary>The prediction of a theory at its times.</summary>
    /// <param name="theory">The theory.</param>
    /// <param name="kind">Averages, or covariances.</param>
    internal static PredictedCurve From(TheoryResult theory, PredictionKind kind) =>
        new(
            theory.Moments.Times,
            kind == PredictionKind.MeanField
                ? [.. theory.Moments.Mean.Select(mean => mean.ToImmutableArray())]
                : [.. theory.Moments.Covariance.Select(UpperTriangle)]);

    /// <summary>The elements of a symmetric matrix in the order in which they are compared.</summary>
    private static ImmutableArray<double> UpperTriangle(double[,] matrix)
    {
        int size = matrix.GetLength(0);
        return [.. Enumerable.Range(0, size).SelectMany(a => Enumerable.Range(a, size - a).Select(b => matrix[a, b]))];
    }
}
