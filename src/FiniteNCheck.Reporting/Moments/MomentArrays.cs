using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Npz;

namespace FiniteNCheck.Reporting.Moments;

/// <summary>Arrays that exact runs and predictions share.</summary>
internal static class MomentArrays
{
    /// <summary><c>observables</c>, <c>times</c>, <c>mean[time][observable]</c>, <c>covariance[time][observable][observable]</c>.</summary>
    /// <param name="names">The observables.</param>
    /// <param name="moments">Their moments.</param>
    public static IEnumerable<NpyArray> List(ImmutableArray<string> names, MomentSeries moments) =>
        [
            NpyArray.OfTexts("observables", names, names.Length),
            NpyArray.OfReals("times", moments.Times, moments.Times.Length),
            NpyArray.OfReals("mean", moments.Mean.SelectMany(values => values), moments.Times.Length, names.Length),
            OfMatrices("covariance", moments.Covariance, names.Length),
        ];

    /// <summary>Square matrices, one per time.</summary>
    /// <param name="name">The name of the array.</param>
    /// <param name="matrices">The matrices.</param>
    /// <param name="size">Their size.</param>
    public static NpyArray OfMatrices(string name, ImmutableArray<double[,]> matrices, int size) =>
        NpyArray.OfReals(name, matrices.SelectMany(matrix => matrix.Cast<double>()), matrices.Length, size, size);
}
