using System.Globalization;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>A point of the (T, Omega) plane of one pattern on its two blocks.</summary>
/// <param name="Temperature">The temperature.</param>
/// <param name="Field">The transverse field.</param>
/// <param name="Phase">Where the flow from the stored pattern goes.</param>
/// <param name="Coefficients">The coefficients of the covariance equation.</param>
/// <param name="Averages">The fixed point, or <see langword="null"/> where there is none.</param>
internal sealed record PlanePoint(double Temperature, double Field, Phase Phase, Fluctuations Coefficients, Vector<double>? Averages)
{
    // Far below any overlap of interest, and above what rounding leaves of one at a critical point, where the flow is cubic: 1e-5.
    private const double SmallestOverlap = 1e-4;

    /// <summary>The name of the point in evidence.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"T = {Numeral.Of(Temperature, 4)}, Omega = {Numeral.Of(Field, 4)}");

    /// <summary>Follows the mean field at a point.</summary>
    /// <param name="temperature">The temperature.</param>
    /// <param name="field">The transverse field.</param>
    public static PlanePoint At(double temperature, double field)
    {
        var pattern = new ProductState([new PauliVector(0, 0, 1), new PauliVector(0, 0, -1)]);
        var coefficients = new Fluctuations(ModelPoints.OnePattern(temperature, field, pattern));
        Vector<double>? reached = coefficients.MeanField.FixedPoint(Vector<double>.Build.Dense([0, 0, 1, 0, 0, -1])).Point;
        Phase phase = reached is null ? Phase.LimitCycle : reached[2] > SmallestOverlap ? Phase.Retrieval : Phase.Paramagnetic;
        return new PlanePoint(temperature, field, phase, coefficients, reached);
    }

    /// <summary>A rectangle of the plane, temperatures outermost.</summary>
    /// <param name="temperatures">The temperatures.</param>
    /// <param name="fields">The transverse fields.</param>
    public static IEnumerable<PlanePoint> Grid(IReadOnlyList<double> temperatures, IReadOnlyList<double> fields) =>
        temperatures.SelectMany(_ => fields, At);

    /// <summary>Equally spaced numbers, both ends included.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The last.</param>
    /// <param name="count">How many, at least 2.</param>
    public static double[] Between(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(i => from + ((to - from) * i / (count - 1)))];
}
