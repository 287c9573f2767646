using System.Collections.Immutable;

namespace FiniteNCheck.Verification.Reference;

/// <summary>The layout of the project's own kinds of reference files: columns and rows.</summary>
internal static class ReferenceColumns
{
    private const string MeanPrefix = "mean.";
    private const string CovariancePrefix = "cov.";
    private const string QuantityPrefix = "quantity.";

    /// <summary>The names of the key columns.</summary>
    /// <param name="kind">The kind.</param>
    public static ImmutableArray<string> Keys(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Exact => ["n", "time"],
        ReferenceKind.Limit => ["time"],
        ReferenceKind.Gibbs => ["n"],
        _ => [],
    };

    /// <summary>All columns: keys, means, upper triangle of the covariance by rows, quantities.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="observables">The names of the observables.</param>
    /// <param name="quantities">The names of the quantities.</param>
    public static ImmutableArray<string> Names(
        ReferenceKind kind, ImmutableArray<string> observables, IEnumerable<string> quantities) =>
    [
        .. Keys(kind),
        .. observables.Select(name => MeanPrefix + name),
        .. observables.SelectMany((row, index) => observables.Skip(index).Select(column => $"{CovariancePrefix}{row}.{column}")),
        .. quantities.Select(name => QuantityPrefix + name),
    ];

    /// <summary>All columns of a file, in their canonical order, given the blocks of its means.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="found">The names found.</param>
    public static ImmutableArray<string> Canonical(ReferenceKind kind, ImmutableArray<string> found)
    {
        IEnumerable<string> means = found
            .Where(name => name.StartsWith(MeanPrefix, StringComparison.Ordinal))
            .Select(name => name[MeanPrefix.Length..]);
        string[] blocks =
        [
            .. means.Select(name => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]).Distinct(StringComparer.Ordinal),
        ];
        IEnumerable<string> quantities = found
            .Where(name => kind == ReferenceKind.Exact && name.StartsWith(QuantityPrefix, StringComparison.Ordinal))
            .Select(name => name[QuantityPrefix.Length..]);
        return Names(kind, [.. blocks.SelectMany(block => new[] { $"x.{block}", $"y.{block}", $"z.{block}" })], quantities);
    }

    /// <summary>The unit of a column: times are in units of the inverse rates of the model, everything else is dimensionless.</summary>
    /// <param name="name">Its name.</param>
    public static string UnitOf(string name) => name is "time" ? "1/rate" : "1";

    /// <summary>The columns with their tolerances.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="observables">The names of the observables.</param>
    /// <param name="quantities">The names of the quantities.</param>
    /// <param name="tolerance">The tolerances.</param>
    public static IEnumerable<ReferenceColumn> With(
        ReferenceKind kind, ImmutableArray<string> observables, IEnumerable<string> quantities, ReferenceTolerance tolerance) =>
        Names(kind, observables, quantities)
            .Select(name =>
                name.StartsWith(MeanPrefix, StringComparison.Ordinal) ? new ReferenceColumn(name, UnitOf(name), tolerance.Mean, 0)
                : name.StartsWith(CovariancePrefix, StringComparison.Ordinal)
                    ? new ReferenceColumn(name, UnitOf(name), tolerance.Covariance, tolerance.CovarianceRelative)
                : name.StartsWith(QuantityPrefix, StringComparison.Ordinal)
                    ? new ReferenceColumn(name, UnitOf(name), tolerance.Quantity, 0)
                : new ReferenceColumn(name, UnitOf(name), 0, 0));

    /// <summary>The keys of all rows; n varies slowest, time fastest.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="sizes">The ladder values.</param>
    /// <param name="times">The times.</param>
    public static double[][] Grid(ReferenceKind kind, ImmutableArray<int> sizes, ImmutableArray<double> times) => kind switch
    {
        ReferenceKind.Exact => [.. sizes.SelectMany(n => times.Select(time => new[] { n, time }))],
        ReferenceKind.Limit => [.. times.Select(time => new[] { time })],
        ReferenceKind.Gibbs => [.. sizes.Select(n => new double[] { n })],
        _ => [],
    };

    /// <summary>Flattens moments: means, then the upper triangle of the covariance by rows.</summary>
    /// <param name="mean">The means.</param>
    /// <param name="covariance">The covariance.</param>
    public static IEnumerable<double> Flatten(double[] mean, double[,] covariance)
    {
        int count = mean.Length;
        return mean.Concat(
            Enumerable.Range(0, count).SelectMany(row => Enumerable.Range(row, count - row).Select(column => covariance[row, column])));
    }
}
