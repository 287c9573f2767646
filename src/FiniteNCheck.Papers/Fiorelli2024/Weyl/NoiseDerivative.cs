using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Dynamics;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>
/// (42): how <c>Y_(t,s)</c> of (38) changes with the earlier time. <c>Y_(t,s)</c> and <c>X_(t,s)</c> are those of a run that starts from
/// the averages at s and lasts t - s; the coefficients are those that the paper prints.
/// </summary>
internal static class NoiseDerivative
{
    // Central differences of fourth order: the fifth derivative times 1e-10, and rounding of 1e-12 over the step.
    private const double Step = 5e-3;
    private const double Allowed = 1e-7;

    /// <summary>Compares the difference quotient in s with <c>X (sigma S sigma - Gamma^2 G) X^T</c>.</summary>
    /// <param name="run">The run.</param>
    /// <param name="diffusion">What multiplies <c>-sigma S sigma^T - Gamma^2 G</c>: 1 as printed.</param>
    public static Finding Check(ClaimRun run, double diffusion = 1) => IdentityJudge.Judge(
        "difference quotient of Y_(t,s) in s against X_(t,s) (sigma S sigma - Gamma^2 G) X_(t,s)^T",
        TwoTimePoint.All(run.Effort).Select(point => (point.Model.Name, Residual(run, point, diffusion))),
        Allowed);

    private static double Residual(ClaimRun run, TwoTimePoint point, double diffusion)
    {
        (double s, double t) = (point.Time / 2, point.Time);
        double[] times = [s - (2 * Step), s - Step, s, s + Step, s + (2 * Step)];
        TheoryResult path = Solve(run, point.Model, times);
        (Matrix<double> Propagator, Matrix<double> Noise)[] from =
            [.. times.Select((time, k) => From(run, point.Model, path.Moments.Mean[k], t - time))];
        Matrix<double> quotient = ((8 * (from[3].Noise - from[1].Noise)) - (from[4].Noise - from[0].Noise)) / (12 * Step);
        Matrix<double> local = new PrintedCoefficients(point.Model).Diffusion(Vector<double>.Build.Dense(path.Moments.Mean[2]));
        Matrix<double> expected = -diffusion * (from[2].Propagator * local * from[2].Propagator.Transpose());
        return (quotient - expected).FrobeniusNorm() / expected.FrobeniusNorm();
    }

    private static (Matrix<double> Propagator, Matrix<double> Noise) From(
        ClaimRun run, CollectiveModel model, double[] averages, double duration)
    {
        ImmutableArray<PauliVector> bloch =
            [.. averages.Chunk(3).Select(block => new PauliVector(block[0], block[1], block[2]))];
        TheoryResult limit = Solve(run, model.StartingFrom(bloch), [duration]);
        return (Matrix<double>.Build.DenseOfArray(limit.Propagator[0]), Matrix<double>.Build.DenseOfArray(limit.Noise[0]));
    }

    private static TheoryResult Solve(ClaimRun run, CollectiveModel model, IReadOnlyList<double> times) =>
        LimitTheory.Solve(model, times, Drift.Frozen, run.Cancellation);
}
