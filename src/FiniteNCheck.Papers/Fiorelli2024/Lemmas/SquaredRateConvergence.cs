using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>
/// Lemma 5:
/// <c>|omega_t((Gamma^2(Delta_N) - Gamma^2(Delta(t))) X)| &lt;= C ||X|| sum_a |r_a| sqrt(omega_t((m_a^N - m_a(t))^2))</c>.
/// At rest exactly for any rate in a product state, with <c>X</c> the sign of the difference, which makes the left
/// side as large as it can be; along the evolution with <c>X = 1</c> for the linear rates of section 3.1, whose
/// squares need no more than second moments.
/// </summary>
/// <param name="constant">The constant <c>C</c> from those of the rate.</param>
internal sealed class SquaredRateConvergence(Func<RateConstants, double> constant)
{
    private const double Rounding = 1e-10;
    private static readonly double[] times = [0.5, 1];

    /// <summary>Computes both sides.</summary>
    /// <param name="run">The run.</param>
    public Finding Check(ClaimRun run) =>
        BoundJudge.Judge(
            "omega_t((Gamma^2(Delta_N) - Gamma^2(Delta(t))) X) against C ||X|| sum |r| sqrt(omega_t((m - m(t))^2))",
            [.. AtRest(), .. Evolving(run)],
            Rounding);

    // N spins that point up with probability (1 + m)/2: m_z^N takes the values (2k - N)/N with binomial probabilities.
    private IEnumerable<Bound> AtRest()
    {
        foreach (RatePoint point in RatePoint.All.Where(point => point.Argument.X == 0 && point.Argument.Y == 0))
        {
            foreach (double m in new[] { -0.5, 0.3, 0.9 })
            {
                for (int n = 4; n <= 1024; n *= 4)
                {
                    double Squared(double x) => Math.Pow(point.Rate.Value(point.Argument.Z * x), 2);
                    double left = 0;
                    double probability = Math.Pow((1 - m) / 2, n);
                    for (int k = 0; k <= n; k++)
                    {
                        left += probability * Math.Abs(Squared(((2.0 * k) - n) / n) - Squared(m));
                        probability *= (double)(n - k) / (k + 1) * (1 + m) / (1 - m);
                    }

                    double right = constant(point.Constants) * Math.Abs(point.Argument.Z) * Math.Sqrt((1 - (m * m)) / n);
                    yield return new Bound($"{point.Name.Split(';')[0]}; product state of m_z = {m}, t = 0", n, left, right);
                }
            }
        }
    }

    private IEnumerable<Bound> Evolving(ClaimRun run)
    {
        foreach (CollectiveModel model in Section31.Models)
        {
            var start = Vector<double>.Build.DenseOfArray(Start(model));
            IReadOnlyList<Vector<double>> meanField = new MeanField(model).Trajectory(start, times);
            for (int t = 0; t < times.Length; t++)
            {
                foreach (int n in new[] { 12, 24, 48 })
                {
                    ExactResult exact = run.Exact(model, n, times);
                    double variance = exact.Moments.Covariance[t][2, 2] / n;
                    double bias = exact.Moments.Mean[t][2] - meanField[t][2];

                    // Gamma = g (1 + m_z): the square is quadratic, so its average is known from the mean and the variance.
                    JumpChannel jump = model.Jumps[0];
                    double g = jump.Rate.Value(0);
                    double left = g * g * Math.Abs(variance + Math.Pow(1 + exact.Moments.Mean[t][2], 2) - Math.Pow(1 + meanField[t][2], 2));
                    double right = constant(RateConstants.Compute(jump.Rate, 1)) * Math.Sqrt(variance + (bias * bias));
                    yield return new Bound($"{model.Name}; t = {times[t]}", n, left, right);
                }
            }
        }
    }

    private static double[] Start(CollectiveModel model)
    {
        PauliVector bloch = ((ProductState)model.Initial).Bloch[0];
        return [bloch.X, bloch.Y, bloch.Z];
    }
}
