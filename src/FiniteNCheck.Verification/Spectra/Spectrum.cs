using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Spectra;

/// <summary>
/// The Fourier transform of two-time functions of the fluctuations over a window,
/// <c>S_ab(w) = int_0^T (e^(iwt) &lt;F_a(t) F_b(0)&gt; + e^(-iwt) &lt;F_a(0) F_b(t)&gt;) dt</c>: the power spectrum in a stationary state.
/// </summary>
/// <remarks>
/// <c>&lt;F_a(0) F_b(t)&gt;</c> is the complex conjugate of <c>&lt;F_b(t) F_a(0)&gt;</c>, so that S is Hermitian. In a stationary state the
/// integral of S over <c>dw/(2 pi)</c> is <c>&lt;F_a F_b&gt;</c>.
/// </remarks>
public static class Spectrum
{
    /// <summary>Transforms two-time functions.</summary>
    /// <param name="series">The functions at the times of the grid.</param>
    /// <param name="grid">The grid.</param>
    /// <returns>By frequency, the matrix <c>S_ab</c>.</returns>
    public static ImmutableArray<Complex[,]> Transform(TwoTimeSeries series, SpectrumGrid grid)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(grid);
        return [.. grid.Frequencies.Select(frequency => At(series, grid, frequency))];
    }

    /// <summary>The error that errors of the two-time functions make in every element.</summary>
    /// <param name="series">The functions at the times of the grid.</param>
    /// <param name="grid">The grid.</param>
    public static double Error(TwoTimeSeries series, SpectrumGrid grid)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(grid);
        return 2 * series.Errors.Zip(grid.Weights, (error, weight) => error * weight).Sum();
    }

    /// <summary>The largest distance between elements of two spectra.</summary>
    /// <param name="a">First spectrum.</param>
    /// <param name="b">Second spectrum, at the same frequencies.</param>
    public static double Distance(ImmutableArray<Complex[,]> a, ImmutableArray<Complex[,]> b) =>
        a.Zip(b, (x, y) => x.Cast<Complex>().Zip(y.Cast<Complex>(), (s, t) => (s - t).Magnitude).Max()).Max();

    private static Complex[,] At(TwoTimeSeries series, SpectrumGrid grid, double frequency)
    {
        int size = series.Values[0].GetLength(0);
        var half = new Complex[size, size];
        for (int t = 0; t < grid.Times.Length; t++)
        {
            var factor = Complex.FromPolarCoordinates(grid.Weights[t], frequency * grid.Times[t]);
            for (int a = 0; a < size; a++)
            {
                for (int b = 0; b < size; b++)
                {
                    half[a, b] += factor * series.Values[t][a, b];
                }
            }
        }

        var whole = new Complex[size, size];
        for (int a = 0; a < size; a++)
        {
            for (int b = 0; b < size; b++)
            {
                whole[a, b] = half[a, b] + Complex.Conjugate(half[b, a]);
            }
        }

        return whole;
    }
}
