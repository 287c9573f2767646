using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Reporting.Moments;

/// <summary>Which observables of a model are shown: their means, and the covariances of every two of them.</summary>
/// <param name="Names">Their names, in the order shown.</param>
/// <param name="Indices">Their positions in <see cref="SymmetricModel.ObservableNames"/>.</param>
public sealed record ObservableSelection(ImmutableArray<string> Names, ImmutableArray<int> Indices)
{
    /// <summary>All observables of a model.</summary>
    /// <param name="model">The model.</param>
    public static ObservableSelection All(SymmetricModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(model.ObservableNames, [.. Enumerable.Range(0, model.ObservableNames.Length)]);
    }

    /// <summary>Some observables of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="names">Their names; none for all.</param>
    /// <exception cref="InputException">The model has no observable of a name.</exception>
    public static ObservableSelection Of(SymmetricModel model, ImmutableArray<string> names)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (names.IsEmpty)
        {
            return All(model);
        }

        ImmutableArray<string> known = model.ObservableNames;
        return names.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown
            ? throw new InputException(
                $"--observables names '{unknown}', which {model.Name} does not have: its observables are {string.Join(", ", known)}. "
                + Wording.DidYouMean(unknown, known, "Name some of these."))
            : new(names, [.. names.Select(name => known.IndexOf(name))]);
    }

    /// <summary>The moments of these observables.</summary>
    /// <param name="moments">The moments of all.</param>
    public MomentSeries Of(MomentSeries moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        return moments with { Mean = [.. moments.Mean.Select(Of)], Covariance = Of(moments.Covariance) };
    }

    /// <summary>The two-time functions of these observables.</summary>
    /// <param name="twoTime">Those of all, or <see langword="null"/>.</param>
    public TwoTimeSeries? Of(TwoTimeSeries? twoTime) => twoTime is null ? null : twoTime with { Values = [.. twoTime.Values.Select(Of)] };

    /// <summary>The elements of a vector over the observables.</summary>
    /// <param name="vector">The vector.</param>
    public double[] Of(double[] vector) => [.. Indices.Select(index => vector[index])];

    /// <summary>The elements of matrices over the observables.</summary>
    /// <param name="matrices">The matrices.</param>
    public ImmutableArray<double[,]> Of(ImmutableArray<double[,]> matrices) => [.. matrices.Select(Of)];

    /// <summary>The elements of a matrix over the observables.</summary>
    /// <param name="matrix">The matrix.</param>
    public double[,] Of(double[,] matrix) => Elements(matrix);

    private Complex[,] Of(Complex[,] matrix) => Elements(matrix);

    private T[,] Elements<T>(T[,] matrix)
    {
        T[,] result = new T[Indices.Length, Indices.Length];
        for (int a = 0; a < Indices.Length; a++)
        {
            for (int b = 0; b < Indices.Length; b++)
            {
                result[a, b] = matrix[Indices[a], Indices[b]];
            }
        }

        return result;
    }
}
