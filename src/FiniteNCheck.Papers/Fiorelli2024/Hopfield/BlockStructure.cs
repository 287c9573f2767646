using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>What couples the fluctuations of different large spins, in the drift and in the diffusion.</summary>
internal static class BlockStructure
{
    private const int Axes = 3;

    /// <summary>The part of a matrix between different blocks.</summary>
    /// <param name="matrix">A matrix over all averages.</param>
    public static Matrix<double> BetweenBlocks(Matrix<double> matrix) =>
        matrix.MapIndexed((i, k, value) => i / Axes == k / Axes ? 0 : value);

    /// <summary>
    /// What the response of the rates (51) adds to the drift:
    /// <c>Q_(z,h),(z,k) = beta w_hk (cosh(beta Delta_h) - m_z,h sinh(beta Delta_h))</c> and
    /// <c>Q_(a,h),(z,k) = -1/2 beta w_hk sinh(beta Delta_h) m_a,h</c> for a = x, y.
    /// </summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> RateResponse(NetworkPoint point) => point.Matrix((a, h, b, k) =>
        b != PauliAxis.Z ? 0
        : point.Beta * point.Network.Weight(h, k) * (a == PauliAxis.Z
            ? point.Cosh(h) - (point.M(PauliAxis.Z, h) * point.Sinh(h))
            : -0.5 * point.Sinh(h) * point.M(a, h)));

    /// <summary>The Jacobian of the general mean-field flow, the drift that holds.</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> FullDrift(NetworkPoint point) => new Fluctuations(point.Model).Drift(point.Averages, Drift.Full);

    /// <summary>The general diffusion.</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> Diffusion(NetworkPoint point) => new Fluctuations(point.Model).Diffusion(point.Averages);

    /// <summary>The xx elements alone of a matrix.</summary>
    /// <param name="matrix">A matrix over all averages.</param>
    public static Matrix<double> OnlyXx(Matrix<double> matrix) =>
        matrix.MapIndexed((i, k, value) => (PauliAxis)(i % Axes) == PauliAxis.X && (PauliAxis)(k % Axes) == PauliAxis.X ? value : 0);

    /// <summary>
    /// The coefficients of a network whose blocks do not know of each other: each block is a network of one pattern
    /// on one block.
    /// </summary>
    /// <param name="point">The point.</param>
    /// <param name="coefficients">The coefficients of one such network.</param>
    public static Matrix<double> OfIndependentBlocks(NetworkPoint point, Func<NetworkPoint, Matrix<double>> coefficients)
    {
        var whole = Matrix<double>.Build.Dense(point.Dimension, point.Dimension);
        for (int h = 0; h < point.Network.BlockCount; h++)
        {
            var single = new NetworkPoint(point.Network with { Patterns = [[1]] }, point.Averages.SubVector(Axes * h, Axes));
            whole.SetSubMatrix(Axes * h, Axes * h, coefficients(single));
        }

        return whole;
    }
}
