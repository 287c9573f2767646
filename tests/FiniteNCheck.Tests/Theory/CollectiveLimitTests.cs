using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Xunit.Abstractions;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Tests.Theory;

/// <summary>Mean field and fluctuations of collective jumps.</summary>
public sealed class CollectiveLimitTests(ITestOutputHelper output)
{
    // The required bound; rounding errors are about 1e-14.
    private const double IdentityTolerance = 1e-9;

    [Fact]
    [Trait("Kind", "Invariant")]
    public void The_drift_keeps_the_commutators_on_random_models_and_a_frozen_lambda_does_not()
    {
        output.WriteLine(Seed.Description);
        double worst = 0;
        double smallest = double.PositiveInfinity;
        int failures = 0;
        foreach (CollectiveModel model in Draw(200))
        {
            var fluctuations = new Fluctuations(model);
            Vector<double> m = Start(model);
            Matrix<double> full = fluctuations.Drift(m, Drift.Full);
            worst = Math.Max(worst, Residual(fluctuations, m, full).InfinityNorm());

            // Mutation: the field of the jumps does not respond to the state. What is missing is then all that the noise of the jumps does
            // to the commutators.
            Matrix<double> frozen = full - ResponseOfField(model, m);
            double residual = Residual(fluctuations, m, frozen).InfinityNorm();
            double noise = new Fluctuations(model with { Jumps = [] }).CommutatorNoise(m).InfinityNorm();
            if (noise > 0.01)
            {
                failures++;
                smallest = Math.Min(smallest, residual);
            }
        }

        output.WriteLine($"whole Jacobian: {worst:G3}; frozen lambda: above {smallest:G3} on {failures} of 200");
        Assert.True(worst < IdentityTolerance);
        Assert.True(smallest > 1e6 * IdentityTolerance);
        Assert.True(failures > 80, "the models must exercise the difference");
    }

    [Fact]
    [Trait("Kind", "Invariant")]
    public void The_diffusion_of_a_collective_jump_has_rank_two_at_most()
    {
        foreach (CollectiveModel model in Draw(100))
        {
            CollectiveModel alone = model with { Jumps = [], CollectiveJumps = [model.CollectiveJumps[0]] };
            Matrix<double> diffusion = new Fluctuations(alone).Diffusion(Start(model));
            double[] eigenvalues = [.. diffusion.Evd(Symmetricity.Symmetric).EigenValues.Select(each => each.Real).Order()];

            // Rounding of eigenvalues of matrices of norm up to about 30.
            Assert.All(eigenvalues.SkipLast(2), each => Assert.InRange(each, -1e-12, 1e-12));
            Assert.All(eigenvalues.TakeLast(2), each => Assert.True(each > -1e-12));
        }
    }

    /// <summary>
    /// The flow and its Jacobian from the definition: <c>H_h += (i/2) (lambda^* w_h - lambda w_h^+)</c>, <c>w_h</c> by differences of
    /// <c>lambda = l Gamma</c>, all with 2x2 matrices.
    /// </summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Flow_and_Jacobian_are_those_of_the_definition()
    {
        foreach (CollectiveModel model in Draw(60))
        {
            CollectiveModel alone = model with { Jumps = [], Couplings = [], Fields = [.. model.Fields.Select(_ => PauliVector.Zero)] };
            var meanField = new MeanField(alone);
            Vector<double> m = Start(model);
            Vector<double> expected = FlowByDefinition(alone, m);
            Assert.True((meanField.Flow(m) - expected).InfinityNorm() < 1e-9, "flow");
            Matrix<double> jacobian = meanField.Jacobian(m);
            for (int k = 0; k < m.Count; k++)
            {
                const double Step = 1e-3;
                Vector<double> Shifted(double by) => meanField.Flow(m + (by * Vector<double>.Build.Dense(m.Count, i => i == k ? 1 : 0)));
                Vector<double> slope = ((8 * (Shifted(Step) - Shifted(-Step))) - (Shifted(2 * Step) - Shifted(-2 * Step))) / (12 * Step);

                // Fourth-order differences at 1e-3.
                Assert.True((slope - jacobian.Column(k)).InfinityNorm() < 1e-8, $"column {k}");
            }
        }
    }

    /// <summary>Superradiance: <c>z' = -(1 - z^2)/2</c> for <c>L = n^(-1/2) sum sigma_-</c>, hence <c>z = tanh((t_D - t)/2)</c>.</summary>
    [Fact]
    [Trait("Kind", "Analytic")]
    public void A_superradiant_burst_is_a_hyperbolic_tangent()
    {
        const double Tilt = 0.8;
        CollectiveModel model = CollectiveModels.DrivenDecay(0, new PauliVector(Math.Sin(Tilt), 0, Math.Cos(Tilt)));
        double[] times = [0.5, 2, 5];
        TheoryResult theory = LimitTheory.Solve(model, times, Drift.Full);
        for (int t = 0; t < times.Length; t++)
        {
            double delay = 2 * Math.Atanh(Math.Cos(Tilt));
            Assert.Equal(Math.Tanh((delay - times[t]) / 2), theory.Moments.Mean[t][2], 1e-11);
        }
    }

    /// <summary>
    /// Boundary time crystal: below the threshold <c>Omega = 1/4</c> the stationary state is <c>y = 4 Omega</c>,
    /// <c>z = -sqrt(1 - 16 Omega^2)</c>; above it there is none.
    /// </summary>
    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(0.15)]
    [InlineData(0.2)]
    public void The_stationary_state_below_the_threshold(double omega)
    {
        CollectiveModel model = CollectiveModels.DrivenDecay(omega, new PauliVector(0, 0, 1));
        TheoryResult theory = LimitTheory.Solve(model, [1], Drift.Full);
        FixedPoint reached = new MeanField(model).FixedPoint(Start(model));
        Assert.NotNull(reached.Point);
        Assert.Equal(0, reached.Point![0], 1e-9);
        Assert.Equal(4 * omega, Math.Abs(reached.Point[1]), 1e-9);
        Assert.Equal(-Math.Sqrt(1 - (16 * omega * omega)), reached.Point[2], 1e-9);

        // The length of the Bloch vector is conserved: fluctuations along it are not damped, and the theory says so.
        Assert.Null(theory.StationaryCovariance);
        Assert.Contains("undamped", theory.Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void There_is_no_stationary_state_above_the_threshold()
    {
        FixedPoint reached = new MeanField(CollectiveModels.DrivenDecay(0.6, new PauliVector(0, 0, 1))).FixedPoint(
            Vector<double>.Build.DenseOfArray([0, 0, 1.0]));
        Assert.Null(reached.Point);
        Assert.Contains("limit cycle or closed orbit", reached.Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void The_drift_with_frozen_rates_is_refused_in_one_line()
    {
        CollectiveModel model = CollectiveModels.TwoBlocks();
        InputException refused = Assert.Throws<InputException>(() => LimitTheory.Solve(model, [1], Drift.Frozen));
        Assert.Contains("collective jumps", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.NewLine, refused.Message, StringComparison.Ordinal);
    }

    private static CollectiveModel[] Draw(int count) =>
        [.. Support.RandomModels.DrawCollective(Seed.Value, count).Select(drawn => drawn.Model)];

    private static Vector<double> Start(CollectiveModel model) => MeanFieldTests.Averages(((ProductState)model.Initial).Bloch);

    private static Matrix<double> Residual(Fluctuations fluctuations, Vector<double> m, Matrix<double> q)
    {
        Matrix<double> sigma = Fluctuations.Symplectic(m);
        return Fluctuations.Symplectic(fluctuations.MeanField.Flow(m))
            - (q * sigma)
            - (sigma * q.Transpose())
            - (2 * fluctuations.CommutatorNoise(m));
    }

    // What the drift owes to the response of lambda: the Jacobian of the collective flow less that of the field frozen at m.
    private static Matrix<double> ResponseOfField(CollectiveModel model, Vector<double> m)
    {
        CollectiveModel alone = model with { Jumps = [], Couplings = [], Fields = [.. model.Fields.Select(_ => PauliVector.Zero)] };
        CollectiveModel frozen = alone with { CollectiveJumps = [], Fields = [.. FieldByDefinition(alone, m)] };
        Matrix<double> response = new MeanField(alone).Jacobian(m) - new MeanField(frozen).Jacobian(m);
        return response.MapIndexed((i, k, value) => value * Math.Sqrt(model.Blocks[i / 3].Share / model.Blocks[k / 3].Share));
    }

    private static Vector<double> FlowByDefinition(CollectiveModel model, Vector<double> m)
    {
        PauliVector[] field = FieldByDefinition(model, m);
        return Vector<double>.Build.Dense(m.Count, i =>
        {
            PauliVector w = field[i / 3];
            int offset = i - (i % 3);
            (int b, int c) = ((i + 1) % 3, (i + 2) % 3);
            return 2 * ((w[(PauliAxis)b] * m[offset + c]) - (w[(PauliAxis)c] * m[offset + b]));
        });
    }

    // The Pauli coefficients of (i/2) (lambda^* w - lambda w^+): -Im(lambda^* w) for the gradient w_h = (1/share_h) d lambda/dm_h.
    private static PauliVector[] FieldByDefinition(CollectiveModel model, Vector<double> m)
    {
        double[] sum = new double[m.Count];
        foreach (CollectiveJump jump in model.CollectiveJumps)
        {
            Complex lambda = Lambda(model, jump, m);
            for (int i = 0; i < m.Count; i++)
            {
                const double Step = 1e-3;
                Complex At(double by) => Lambda(model, jump, m + (by * Vector<double>.Build.Dense(m.Count, k => k == i ? 1 : 0)));
                Complex slope = ((8 * (At(Step) - At(-Step))) - (At(2 * Step) - At(-2 * Step))) / (12 * Step);
                sum[i] -= (Complex.Conjugate(lambda) * slope / model.Blocks[i / 3].Share).Imaginary;
            }
        }

        return [.. Enumerable.Range(0, m.Count / 3).Select(h => new PauliVector(sum[3 * h], sum[(3 * h) + 1], sum[(3 * h) + 2]))];
    }

    // sum_h share_h tr(o_h rho_h) Gamma(Delta)
    private static Complex Lambda(CollectiveModel model, CollectiveJump jump, Vector<double> m)
    {
        Complex l = 0;
        double delta = 0;
        for (int h = 0; h < model.Blocks.Length; h++)
        {
            var bloch = new PauliVector(m[3 * h], m[(3 * h) + 1], m[(3 * h) + 2]);
            var rho = new SpinOperator(
                (1 + bloch.Z) / 2, new Complex(bloch.X, -bloch.Y) / 2, new Complex(bloch.X, bloch.Y) / 2, (1 - bloch.Z) / 2);
            SpinOperator product = jump.Operators[h] * rho;
            l += model.Blocks[h].Share * (product.UpUp + product.DownDown);
            delta += jump.Argument[h].Dot(bloch);
        }

        return l * jump.Rate.Value(delta);
    }
}
