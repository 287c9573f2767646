using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Theory;

/// <summary>
/// The stationary solution of the covariance equation (50) at a mean-field fixed point, <c>Q Sigma + Sigma Q^T + D = 0</c>.
/// </summary>
/// <param name="Covariance">The covariance, or <see langword="null"/> if none exists.</param>
/// <param name="Reason">The reason why none exists, or <see langword="null"/>.</param>
public sealed record StationaryCovariance(Matrix<double>? Covariance, string? Reason)
{
    /// <summary>The averages at the fixed point, or <see langword="null"/> where none is known.</summary>
    internal Vector<double>? Point { get; init; }

    /// <summary>
    /// Solves for the covariance at a fixed point. It exists if the drift is Hurwitz; otherwise the result says which
    /// fluctuations grow or are undamped.
    /// </summary>
    /// <param name="fluctuations">The coefficients.</param>
    /// <param name="fixedPoint">The averages at the fixed point.</param>
    /// <param name="drift">The drift to use.</param>
    public static StationaryCovariance At(FluctuationCoefficients fluctuations, Vector<double> fixedPoint, Drift drift)
    {
        ArgumentNullException.ThrowIfNull(fluctuations);
        ArgumentNullException.ThrowIfNull(fixedPoint);
        Matrix<double> q = fluctuations.Drift(fixedPoint, drift);
        IReadOnlyList<System.Numerics.Complex> eigenvalues = new EigenDecomposition(q).Values;
        var largest = eigenvalues.MaxBy(each => each.Real);
        double threshold = Stability.MarginalRate(Math.Max(q.InfinityNorm(), fluctuations.MeanField.RateScale(fixedPoint)));
        string name = drift.Name;
        if (largest.Real > threshold)
        {
            return new StationaryCovariance(
                Covariance: null,
                $"the {name} drift is unstable at the mean-field fixed point: eigenvalue {Text(largest)} per unit time, "
                + "fluctuations grow without bound");
        }

        if (largest.Real >= -threshold)
        {
            int undamped = eigenvalues.Count(each => each.Real >= -threshold);
            return new StationaryCovariance(
                Covariance: null,
                $"the {name} drift leaves {undamped} of {q.RowCount} directions undamped at the mean-field fixed point "
                + $"(largest eigenvalue {Text(largest)} per unit time, zero within {Numeral.Of(threshold, 2)}): "
                + "the late covariance depends on the initial state or grows");
        }

        return new StationaryCovariance(LyapunovEquation.Solve(q, fluctuations.Diffusion(fixedPoint)), Reason: null);
    }

    private static string Text(System.Numerics.Complex value) =>
        Math.Abs(value.Imaginary) <= 1e-12 * Math.Max(1, value.Magnitude)
            ? Numeral.Of(value.Real, 4)
            : $"{Numeral.Of(value.Real, 4)} +- {Numeral.Of(Math.Abs(value.Imaginary), 4)}i";
}
