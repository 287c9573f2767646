using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Reporting.Moments;

/// <summary>Means, covariances and other matrices as rows of comma-separated values.</summary>
internal static class MomentRows
{
    /// <summary>Means, then covariances, of one time.</summary>
    public static IEnumerable<(string Quantity, string A, string B, double Value)> List(
        ImmutableArray<string> names,
        MomentSeries moments,
        int time) =>
        names
            .Select((name, index) => ("mean", name, "", moments.Mean[time][index]))
            .Concat(Matrix("covariance", names, moments.Covariance[time]));

    /// <summary>All elements of a matrix.</summary>
    public static IEnumerable<(string Quantity, string A, string B, double Value)> Matrix(
        string quantity,
        ImmutableArray<string> names,
        double[,] matrix) =>
        from a in Enumerable.Range(0, names.Length)
        from b in Enumerable.Range(0, names.Length)
        select (quantity, names[a], names[b], matrix[a, b]);
}
