using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>A rectangular grid in the (T, Omega) plane; points are ordered by temperature, then by field.</summary>
/// <param name="Temperatures">The temperatures, increasing.</param>
/// <param name="Fields">The transverse fields, increasing.</param>
public sealed record PlaneGrid(ImmutableArray<double> Temperatures, ImmutableArray<double> Fields)
{
    // Grid values carry no more digits than anyone reads: rounding of the division does not show.
    private const int Decimals = 6;

    /// <summary>The number of points.</summary>
    public int Count => Temperatures.Length * Fields.Length;

    /// <summary>The point with an index.</summary>
    /// <param name="index">The index, temperatures outermost.</param>
    public (double Temperature, double Field) this[int index] => (Temperatures[index / Fields.Length], Fields[index % Fields.Length]);

    /// <summary>Equally spaced values along both axes, both ends included.</summary>
    /// <param name="temperatures">First and last temperature.</param>
    /// <param name="fields">First and last field.</param>
    /// <param name="size">How many of each.</param>
    public static PlaneGrid Between((double From, double To) temperatures, (double From, double To) fields, GridSize size) =>
        new(Spaced(temperatures, size.Temperatures), Spaced(fields, size.Fields));

    /// <summary>Computes something at every point, in parallel; the result does not depend on the number of threads.</summary>
    /// <param name="at">What, from temperature and field.</param>
    /// <param name="work">Told of every point that is done.</param>
    /// <param name="what">What the work is called.</param>
    /// <param name="weight">What a point counts for.</param>
    /// <exception cref="InputException">A point cannot be computed.</exception>
    internal ImmutableArray<T> Map<T>(Func<double, double, T> at, FigureWork work, string what, double weight)
    {
        var results = new T[Count];
        CheckedParallel.For<InputException>(Count, work.Options, index =>
        {
            (double temperature, double field) = this[index];
            results[index] = at(temperature, field);
            work.Done(what, weight);
        });
        return [.. results];
    }

    private static ImmutableArray<double> Spaced((double From, double To) range, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Math.Round(range.From + ((range.To - range.From) * i / (count - 1)), Decimals))];
}
