using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Dynamics;

/// <summary>
/// Theorem 2 against Theorem 1: a product state turned by a small angle about an axis, <c>W(-r) rho W(r)</c>, is a product state. Theorem 1
/// gives its averages, and their derivative in the angle is <c>X_t sigma(0)</c> of Theorem 2. Nothing is simulated.
/// </summary>
internal static class KickedMeanField
{
    // Central differences of fourth order at this angle: the fifth derivative times 1e-10, and rounding of 1e-12/angle.
    private const double Angle = 5e-3;
    private const double Allowed = 1e-7;

    /// <summary>Compares both sides for turns about all axes.</summary>
    /// <param name="run">The run.</param>
    /// <param name="drift">The drift of the propagator X.</param>
    public static Finding Check(ClaimRun run, Drift drift) => IdentityJudge.Judge(
        "averages from a turned start, their derivative in the angle, against X sigma(0)",
        TwoTimePoint.All(run.Effort).Select(point => (point.Model.Name, Residual(run, point, drift))),
        Allowed);

    private static double Residual(ClaimRun run, TwoTimePoint point, Drift drift)
    {
        TheoryResult limit = LimitTheory.Solve(point.Model, [0, point.Time], drift, run.Cancellation);
        Matrix<double> response = Matrix<double>.Build.DenseOfArray(limit.Propagator[1])
            * Matrix<double>.Build.DenseOfArray(limit.Symplectic[0]);
        var byTheorem1 = Matrix<double>.Build.DenseOfColumnVectors(
            Enum.GetValues<PauliAxis>().Select(axis => Derivative(run, point, axis)));
        return (byTheorem1 - response).L2Norm() / byTheorem1.L2Norm();
    }

    private static Vector<double> Derivative(ClaimRun run, TwoTimePoint point, PauliAxis axis) =>
        ((8 * Difference(run, point, axis, Angle)) - Difference(run, point, axis, 2 * Angle)) / (12 * Angle);

    private static Vector<double> Difference(ClaimRun run, TwoTimePoint point, PauliAxis axis, double angle) =>
        Averages(run, point, axis, angle) - Averages(run, point, axis, -angle);

    private static Vector<double> Averages(ClaimRun run, TwoTimePoint point, PauliAxis axis, double angle)
    {
        PauliVector turned = Turn(((ProductState)point.Model.Initial).Bloch[0], PauliVector.Along(axis), 2 * angle);
        CollectiveModel model = point.Model with { Initial = new ProductState([turned]) };
        return Vector<double>.Build.Dense(LimitTheory.Solve(model, [point.Time], Drift.Full, run.Cancellation).Moments.Mean[0]);
    }

    // Rodrigues' formula.
    private static PauliVector Turn(PauliVector m, PauliVector n, double angle)
    {
        var cross = new PauliVector((n.Y * m.Z) - (n.Z * m.Y), (n.Z * m.X) - (n.X * m.Z), (n.X * m.Y) - (n.Y * m.X));
        return (Math.Cos(angle) * m) + (Math.Sin(angle) * cross) + ((1 - Math.Cos(angle)) * n.Dot(m) * n);
    }
}
