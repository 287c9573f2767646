using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Claims.Hopfield;

/// <summary>
/// The matrices of (58) at a point, from the general machinery of the theory: the drift with frozen rates, and the diffusion in its two parts. With every rate
/// frozen at its mean-field value <c>Gamma'</c> is zero, and what remains of the Gram matrix is <c>Gamma^2 G^sym</c>; the rest is <c>sigma S^sym sigma^T</c>.
/// </summary>
internal static class FluctuationParts
{
    /// <summary>The drift <c>Q</c> with frozen rates (35).</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> FrozenDrift(Point point) => new Fluctuations(point.Model).Drift(point.Averages, Drift.Printed);

    /// <summary>The drift that responds: the Jacobian of the mean-field flow.</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> FullDrift(Point point) => new Fluctuations(point.Model).Drift(point.Averages, Drift.Full);

    /// <summary><c>Gamma^2 G^sym</c>.</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> RatePart(Point point) => new Fluctuations(Frozen(point)).Diffusion(point.Averages);

    /// <summary><c>sigma S^sym sigma^T</c>.</summary>
    /// <param name="point">The point.</param>
    public static Matrix<double> ResponsePart(Point point) => new Fluctuations(point.Model).Diffusion(point.Averages) - RatePart(point);

    private static CollectiveModel Frozen(Point point)
    {
        return point.Model with { Jumps = [.. point.Model.Jumps.Select(WithConstantRate)] };

        JumpChannel WithConstantRate(JumpChannel jump)
        {
            double argument = jump.Argument.Select((r, k) => r.Dot(Bloch(k))).Sum();
            return jump with { Rate = new PolynomialRate([jump.Rate.Value(argument)]) };
        }

        PauliVector Bloch(int block) => new(point.Averages[3 * block], point.Averages[(3 * block) + 1], point.Averages[(3 * block) + 2]);
    }
}
