using System.Collections.Immutable;
using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>
/// The gauge transformation before section 6.3.1, <c>sigma_z^(i) -> xi_i^1 sigma_z^(i)</c>: sites with
/// <c>xi_i^1 = -1</c> are rotated by pi about x, which makes the first pattern uniform and merges a block with the
/// block of opposite signs.
/// </summary>
internal static class GaugeTransformation
{
    private const int Axes = 3;

    /// <summary>Networks on 2^p blocks, p = 1, 2, 3, in states that are symmetric under the exchange of merged blocks.</summary>
    public static IEnumerable<NetworkPoint> Points() => NetworkPoints.Generic().Select(point => point with
    {
        Averages = Merger(point).TransposeThisAndMultiply(point.Averages.SubVector(0, point.Dimension / 2)) * Math.Sqrt(2),
    });

    /// <summary>The transformed network on 2^(p-1) blocks in the transformed state.</summary>
    /// <param name="point">A point on all 2^p blocks.</param>
    public static NetworkPoint Transformed(NetworkPoint point)
    {
        HopfieldNetwork network = point.Network;
        ImmutableArray<ImmutableArray<int>> patterns =
        [
            .. network.Patterns.Select(row =>
                row.Take(network.BlockCount / 2).Select((sign, h) => sign * network.Patterns[0][h]).ToImmutableArray()),
        ];
        return new NetworkPoint(network with { Patterns = patterns }, point.Averages.SubVector(0, point.Dimension / 2));
    }

    /// <summary>
    /// The fluctuations of merged blocks from those of all 2^p: <c>F_g = (F_h + R F_k)/sqrt(2)</c> with
    /// <c>R = diag(1, -1, -1)</c> and k the block whose signs are opposite to those of h.
    /// </summary>
    /// <param name="point">A point on all 2^p blocks, the signs +1 first.</param>
    public static Matrix<double> Merger(NetworkPoint point)
    {
        int blocks = point.Network.BlockCount;
        return Matrix<double>.Build.Dense(point.Dimension / 2, point.Dimension, (i, j) =>
        {
            (int g, int axis, int h) = (i / Axes, i % Axes, j / Axes);
            double sign = h == g ? 1 : h == blocks - 1 - g ? ((PauliAxis)axis == PauliAxis.X ? 1 : -1) : 0;
            return axis == j % Axes ? sign / Math.Sqrt(2) : 0;
        });
    }
}
