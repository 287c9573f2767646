using FiniteNCheck.Model;
using FiniteNCheck.Theory.Corrections;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Theory.Corrections;

/// <summary>
/// The cumulant equations contract derivatives of their own coefficients. Here the derivatives are found by finite differences
/// and contracted one by one, as the equations are written.
/// </summary>
public sealed class CorrectionDerivativeTests(ITestOutputHelper output)
{
    // With cubic rates every coefficient is a polynomial of degree at most 8 in m: these differences are exact.
    private static readonly double[] Stencil = [4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280];
    private const double Step = 0.25;

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_equations_are_those_written_down(int seed) => AssertAsWritten(CorrectionModels.Random(seed), seed);

    [Fact]
    [Trait("Kind", "CrossCheck")]
    [Trait("Speed", "Slow")]
    public void So_they_are_with_collective_jumps() => AssertAsWritten(CorrectionModels.RandomCollective(2), 2);

    private void AssertAsWritten(CollectiveModel model, int seed)
    {
        int n = 3 * model.Blocks.Length;
        var flow = new CorrectionFlow(model, CorrectionDepth.Covariance);
        double[] state = State(n, seed);
        double[] found = new double[state.Length];
        flow.Evaluate(state, found);
        double[] expected = Expected(flow, n, state);
        double scale = expected.Max(Math.Abs);
        double worst = expected.Zip(found, (a, b) => Math.Abs(a - b)).Max();
        output.WriteLine($"largest {scale:G4}, worst difference {worst:G3}");

        // Rounding of differences nested three deep: 1e-15 over 0.25^3, times a few hundred terms.
        Assert.True(worst < 1e-10 * scale);

        // Mutation: a state off by 1e-6 in any one number is seen.
        for (int i = 0; i < state.Length; i++)
        {
            double[] mutant = (double[])state.Clone();
            mutant[i] += 1e-6;
            flow.Evaluate(mutant, found);
            Assert.True(expected.Zip(found, (a, b) => Math.Abs(a - b)).Max() > 1e-10 * scale, $"{i}");
        }
    }

    // Averages inside the ball, and symmetric cumulants of order one.
    private static double[] State(int n, int seed)
    {
        var random = new Random(100 + seed);
        double[] state = new double[CorrectionState.Length(n, CorrectionDepth.Covariance)];
        double Next() => (2 * random.NextDouble()) - 1;
        for (int i = 0; i < n; i++)
        {
            (state[i], state[n + i]) = (0.5 * Next(), Next());
            for (int j = 0; j <= i; j++)
            {
                state[(2 * n) + (i * n) + j] = state[(2 * n) + (j * n) + i] = Next();
                int second = CorrectionState.SecondOffset(n);
                state[second + (i * n) + j] = state[second + (j * n) + i] = Next();
                for (int k = 0; k <= j; k++)
                {
                    double value = Next();
                    foreach ((int a, int b, int c) in new[] { (i, j, k), (i, k, j), (j, i, k), (j, k, i), (k, i, j), (k, j, i) })
                    {
                        state[CorrectionState.ThirdOffset(n) + (((a * n) + b) * n) + c] = value;
                    }
                }
            }
        }

        return state;
    }

    private static double[] Expected(CorrectionFlow flow, int n, double[] state)
    {
        int third = CorrectionState.ThirdOffset(n);
        int second = CorrectionState.SecondOffset(n);
        double[] m = state[..n];
        double[] mu = state[n..(2 * n)];
        double C(int i, int j) => state[(2 * n) + (i * n) + j];
        double S(int i, int j, int k) => state[third + (((i * n) + j) * n) + k];
        double Cb(int i, int j) => state[second + (i * n) + j];
        double[] At(double[] at)
        {
            double[] bare = new double[state.Length];
            double[] derivative = new double[state.Length];
            at.CopyTo(bare, 0);
            flow.Evaluate(bare, derivative);
            return derivative;
        }

        // All coefficients at once: value, first and second derivatives, and the gradient of 1/2 f'':C.
        double[] value = At(m);
        double[][] first = [.. Enumerable.Range(0, n).Select(k => Along(At, m, k))];
        double[][][] twice =
            [.. Enumerable.Range(0, n).Select(k => Enumerable.Range(0, n).Select(l => Along(at => Along(At, at, l), m, k)).ToArray())];
        double[] Curvature(double[] at)
        {
            double[] sum = new double[state.Length];
            for (int k = 0; k < n; k++)
            {
                for (int l = 0; l < n; l++)
                {
                    double[] mixed = Along(x => Along(At, x, l), at, k);
                    for (int i = 0; i < n; i++)
                    {
                        sum[i] += 0.5 * C(k, l) * mixed[i];
                    }
                }
            }

            return sum;
        }

        double[] curvature = Curvature(m);
        double[][] curvatureSlope = [.. Enumerable.Range(0, n).Select(k => Along(Curvature, m, k))];
        double B0(double[] of, int i, int j) => of[(2 * n) + (i * n) + j];
        double[] expected = new double[state.Length];
        for (int i = 0; i < n; i++)
        {
            expected[i] = value[i];
            expected[n + i] = Sum(n, k => first[k][i] * mu[k]) + curvature[i] + value[n + i];
            for (int j = 0; j < n; j++)
            {
                double Leading(int a, int b) => Sum(n, k => first[k][a] * C(k, b));
                expected[(2 * n) + (i * n) + j] = Leading(i, j) + Leading(j, i) + B0(value, i, j);
                double Next(int a, int b) => Sum(n, k => (first[k][b] * Cb(a, k))
                    + ((Sum(n, l => twice[k][l][b] * mu[l]) + curvatureSlope[k][b] + first[k][n + b]) * C(a, k))
                    + (0.5 * Sum(n, l => twice[k][l][b] * S(a, k, l))));
                expected[second + (i * n) + j] = Next(i, j) + Next(j, i) + value[second + (i * n) + j]
                    + Sum(n, l => B0(first[l], i, j) * mu[l])
                    + (0.5 * Sum(n, k => Sum(n, l => B0(twice[k][l], i, j) * C(k, l))));
                for (int k = 0; k < n; k++)
                {
                    double Drift(int a, int b, int c) => Sum(
                        n, l => (first[l][a] * S(l, b, c)) + Sum(n, p => twice[l][p][a] * C(l, b) * C(p, c)));
                    double Noise(int a, int b, int c) => Sum(n, l => B0(first[l], a, b) * C(l, c));
                    expected[third + (((i * n) + j) * n) + k] = value[third + (((i * n) + j) * n) + k]
                        + Drift(i, j, k) + Drift(j, i, k) + Drift(k, i, j) + Noise(i, j, k) + Noise(i, k, j) + Noise(j, k, i);
                }
            }
        }

        return expected;
    }

    private static double Sum(int n, Func<int, double> term) => Enumerable.Range(0, n).Sum(term);

    private static double[] Along(Func<double[], double[]> function, double[] m, int axis)
    {
        double[]? sum = null;
        for (int s = 0; s < Stencil.Length; s++)
        {
            foreach (int sign in new[] { 1, -1 })
            {
                double[] at = (double[])m.Clone();
                at[axis] += sign * (s + 1) * Step;
                double[] value = function(at);
                sum ??= new double[value.Length];
                for (int i = 0; i < value.Length; i++)
                {
                    sum[i] += sign * Stencil[s] / Step * value[i];
                }
            }
        }

        return sum!;
    }
}
