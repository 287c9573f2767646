using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>
/// Appendix B.1: the mean-field equations of the Hopfield network as printed, each as one column, and the same from
/// the general flow.
/// </summary>
internal static class NetworkFlow
{
    /// <summary>The right sides of (B.1), x, y, z of one block after the other.</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> OfBlocks(NetworkPoint point)
    {
        double omega = point.Network.TransverseField;
        return Column(Enumerable.Range(0, point.Network.BlockCount).SelectMany(k => new[]
        {
            -point.Cosh(k) / 2 * point.M(PauliAxis.X, k),
            (-2 * omega * point.M(PauliAxis.Z, k)) - (point.Cosh(k) / 2 * point.M(PauliAxis.Y, k)),
            (2 * omega * point.M(PauliAxis.Y, k)) - (point.Cosh(k) * point.M(PauliAxis.Z, k)) + point.Sinh(k),
        }));
    }

    /// <summary>The general mean-field flow (22) of the network.</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> General(NetworkPoint point) => new MeanField(point.Model).Flow(point.Averages).ToColumnMatrix();

    /// <summary>The right sides of (B.2), y and z of one pattern after the other.</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> OfOverlaps(NetworkPoint point)
    {
        double omega = point.Network.TransverseField;
        double cosh = Enumerable.Range(0, point.Network.BlockCount).Average(point.Cosh);
        return Column(Enumerable.Range(0, point.Network.Patterns.Length).SelectMany(mu =>
        {
            double y = Overlap(point, point.Averages, mu, PauliAxis.Y);
            double z = Overlap(point, point.Averages, mu, PauliAxis.Z);
            double sinh = Enumerable.Range(0, point.Network.BlockCount).Average(k => point.Network.Patterns[mu][k] * point.Sinh(k));
            return new[] { (-2 * omega * z) - (cosh / 2 * y), (2 * omega * y) - (cosh * z) + sinh };
        }));
    }

    /// <summary>The overlaps of the general mean-field flow, y and z of one pattern after the other.</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> GeneralOfOverlaps(NetworkPoint point)
    {
        Vector<double> flow = new MeanField(point.Model).Flow(point.Averages);
        return Column(Enumerable.Range(0, point.Network.Patterns.Length).SelectMany(mu =>
            new[] { Overlap(point, flow, mu, PauliAxis.Y), Overlap(point, flow, mu, PauliAxis.Z) }));
    }

    /// <summary>The left side of (B.4), <c>[1 + 8 Omega^2/cosh(beta o_z)^2] o_z</c>.</summary>
    /// <param name="point">A fixed point that retrieves one pattern, the first block aligned with it.</param>
    public static Matrix<double> RetrievalLeft(NetworkPoint point)
    {
        double z = point.M(PauliAxis.Z, 0);
        double field = point.Network.TransverseField / Math.Cosh(point.Beta * z);
        return Column([(1 + (8 * field * field)) * z]);
    }

    /// <summary>The right side of (B.4), <c>tanh(beta o_z)</c>.</summary>
    /// <param name="point">A fixed point that retrieves one pattern, the first block aligned with it.</param>
    public static Matrix<double> RetrievalRight(NetworkPoint point) => Column([Math.Tanh(point.Beta * point.M(PauliAxis.Z, 0))]);

    /// <summary>The stability matrix (B.5) in the order z, y.</summary>
    /// <param name="point">A fixed point that retrieves one pattern, the first block aligned with it.</param>
    /// <param name="tangent">The function printed as <c>tan</c>.</param>
    public static Matrix<double> Stability(NetworkPoint point, Func<double, double> tangent)
    {
        double z = point.M(PauliAxis.Z, 0);
        double cosh = Math.Cosh(point.Beta * z);
        double omega = point.Network.TransverseField;
        double slope = 1 - (point.Beta * z * tangent(point.Beta * z));
        return Matrix<double>.Build.DenseOfArray(new[,]
        {
            { cosh * ((point.Beta * (1 - (z * tangent(point.Beta * z)))) - 1), 2 * omega },
            { -2 * omega * slope, -cosh / 2 },
        });
    }

    /// <summary>The stability matrix (B.3) of the paramagnetic state in the order z, y.</summary>
    /// <param name="point">The point; its averages are not used.</param>
    public static Matrix<double> ParamagneticStability(NetworkPoint point)
    {
        double omega = point.Network.TransverseField;
        return Matrix<double>.Build.DenseOfArray(new[,] { { point.Beta - 1, 2 * omega }, { -2 * omega, -0.5 } });
    }

    /// <summary>
    /// The Jacobian of the general flow at the averages, as it acts on the overlap with the first pattern, in the
    /// order z, y.
    /// </summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> JacobianOfOverlap(NetworkPoint point)
    {
        Matrix<double> jacobian = new MeanField(point.Model).Jacobian(point.Averages);
        PauliAxis[] axes = [PauliAxis.Z, PauliAxis.Y];
        return Matrix<double>.Build.Dense(2, 2, (i, k) => Overlap(point, jacobian * Aligned(point, axes[k]), 0, axes[i]));
    }

    private static Vector<double> Aligned(NetworkPoint point, PauliAxis axis)
    {
        var aligned = Vector<double>.Build.Dense(point.Dimension);
        for (int k = 0; k < point.Network.BlockCount; k++)
        {
            aligned[(3 * k) + (int)axis] = point.Network.Patterns[0][k];
        }

        return aligned;
    }

    private static double Overlap(NetworkPoint point, Vector<double> averages, int mu, PauliAxis axis) =>
        Enumerable.Range(0, point.Network.BlockCount).Average(k => point.Network.Patterns[mu][k] * averages[(3 * k) + (int)axis]);

    private static Matrix<double> Column(IEnumerable<double> values) => Vector<double>.Build.DenseOfEnumerable(values).ToColumnMatrix();
}
