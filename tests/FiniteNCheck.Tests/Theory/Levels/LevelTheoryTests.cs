using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Levels;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Theory.Levels;

/// <summary>Mean field and fluctuations of sites with levels.</summary>
public sealed class LevelTheoryTests(ITestOutputHelper output)
{
    // The required bound; rounding errors are about 1e-13.
    private const double IdentityTolerance = 1e-9;

    [Theory]
    [Trait("Kind", "Invariant")]
    [InlineData(false)]
    [InlineData(true)]
    public void The_full_drift_keeps_the_commutators_on_random_models(bool collective)
    {
        output.WriteLine(Seed.Description);
        double worst = 0;
        double smallest = double.PositiveInfinity;
        int failures = 0;
        foreach (LevelModel model in RandomLevels.Draw(200, collective))
        {
            var fluctuations = new LevelFluctuations(model);
            Vector<double> m = LevelStartResolution.Averages(model);
            worst = Math.Max(worst, Residual(fluctuations, m, fluctuations.Drift(m, Drift.Full)).InfinityNorm());

            // Mutation: the rates of jumps of single sites do not respond.
            Matrix<double> frozen = fluctuations.Drift(m, Drift.Frozen);
            Matrix<double> missing = fluctuations.Drift(m, Drift.Full) - frozen;
            Matrix<double> sigma = LevelFluctuations.Symplectic(fluctuations.MeanField.Coordinates, m);
            double size = ((missing * sigma) + (sigma * missing.Transpose())).InfinityNorm();
            if (size > 1e-2)
            {
                failures++;
                smallest = Math.Min(smallest, Residual(fluctuations, m, frozen).InfinityNorm());
            }
        }

        output.WriteLine($"full: {worst:G3}; frozen: above {smallest:G3} on {failures} of 200");
        Assert.True(worst < IdentityTolerance, $"{worst}");
        Assert.True(smallest > 1e5 * IdentityTolerance, $"{smallest}");
        Assert.True(failures > 80, "the models must exercise the difference");
    }

    /// <summary>The mutation test: the field of the collective jumps is frozen in the drift.</summary>
    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_frozen_lambda_breaks_the_commutators()
    {
        int failures = 0;
        foreach (LevelModel model in RandomLevels.Draw(60, collective: true))
        {
            LevelModel alone = model with { Jumps = [], Couplings = [], Fields = [.. model.Fields.Select(Zero)] };
            var fluctuations = new LevelFluctuations(alone);
            Vector<double> m = LevelStartResolution.Averages(alone);
            if (fluctuations.CommutatorNoise(m).InfinityNorm() > 1e-2)
            {
                // At rates that do not respond the drift is the rotation in a field that is fixed at m.
                Matrix<double> frozen = fluctuations.Drift(m, Drift.Full) - Response(fluctuations, m);
                Assert.True(Residual(fluctuations, m, frozen).InfinityNorm() > 1e5 * IdentityTolerance);
                failures++;
            }
        }

        Assert.True(failures > 30, "the models must exercise the difference");

        static LocalOperator Zero(LocalOperator field) => LocalOperator.Zero(field.Dimension);
    }

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(false)]
    [InlineData(true)]
    public void Flow_and_Jacobian_are_those_of_density_matrices(bool collective)
    {
        foreach (LevelModel model in RandomLevels.Draw(100, collective))
        {
            var flow = new LevelMeanField(model);
            Vector<double> m = LevelStartResolution.Averages(model);
            LocalOperator[] direct = MatrixFlow.Of(model, ((LevelProduct)model.Initial).States);
            Vector<double> expected = flow.Coordinates.Averages([.. direct]);

            // Rounding of sums of a few hundred terms.
            Assert.True((flow.Flow(m) - expected).InfinityNorm() < 1e-12, "flow");
            Matrix<double> jacobian = flow.Jacobian(m);
            for (int k = 0; k < m.Count; k++)
            {
                const double Step = 1e-3;
                Vector<double> Shifted(double by) => flow.Flow(m + (by * Vector<double>.Build.Dense(m.Count, i => i == k ? 1 : 0)));
                Vector<double> slope = ((8 * (Shifted(Step) - Shifted(-Step))) - (Shifted(2 * Step) - Shifted(-2 * Step))) / (12 * Step);

                // Fourth-order differences at 1e-3.
                Assert.True((slope - jacobian.Column(k)).InfinityNorm() < 1e-8, $"column {k}");
            }
        }
    }

    /// <summary>
    /// The diffusion is what the generator does to products of two averages beyond the rule of Leibniz, seen at constant rates.
    /// </summary>
    [Fact]
    [Trait("Kind", "Analytic")]
    public void At_constant_rates_the_diffusion_is_that_of_independent_sites()
    {
        foreach (LevelModel drawn in RandomLevels.Draw(60, collective: false))
        {
            LevelModel model = drawn with
            {
                Couplings = [],
                Jumps = [.. drawn.Jumps.Select(jump => jump with { Rate = new PolynomialRate([0.7]) })],
            };
            var fluctuations = new LevelFluctuations(model);
            Vector<double> m = LevelStartResolution.Averages(model);
            Matrix<double> sigma = LevelFluctuations.ProductCovariance(fluctuations.MeanField.Coordinates, m);
            Matrix<double> q = fluctuations.Drift(m, Drift.Full);

            // Independent sites stay a product: dSigma/dt = Q Sigma + Sigma Q^T + D is the slope of the product's covariance.
            const double Step = 1e-4;
            Vector<double> f = fluctuations.MeanField.Flow(m);
            Matrix<double> slope = (At(Step) - At(-Step)) / (2 * Step);
            Matrix<double> residual = slope - (q * sigma) - (sigma * q.Transpose()) - fluctuations.Diffusion(m);

            // The covariance is quadratic in m: central differences are exact but for rounding, 1e-15/1e-4.
            Assert.True(residual.InfinityNorm() < 1e-9, $"{residual.InfinityNorm()}");

            Matrix<double> At(double time) =>
                LevelFluctuations.ProductCovariance(fluctuations.MeanField.Coordinates, m + (time * f));
        }
    }

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_levels_through_the_general_code_agree_with_the_Pauli_code(bool collective)
    {
        CollectiveModel[] models = collective
            ? [.. Support.RandomModels.DrawCollective(Seed.Value, 30).Select(drawn => drawn.Model)]
            : RandomModels.Draw(30);
        foreach (CollectiveModel model in models)
        {
            LevelModel lifted = LevelModel.From(model);
            Assert.Equal(model.ObservableNames.ToArray(), lifted.ObservableNames.ToArray());
            foreach (Drift drift in collective ? [Drift.Full] : Drift.Known)
            {
                // Both integrate the same equations in the same steps; differences are rounding. Rates along several axes are for two
                // levels alone, which only the exact side needs.
                TheoryResult pauli = LimitTheory.Solve(model, [0.3, 0.8], drift);
                TheoryResult general = LimitRun.Solve(new LevelLimit(lifted), [0.3, 0.8], drift, default);
                for (int t = 0; t < 2; t++)
                {
                    AssertClose(pauli.Moments.Mean[t], general.Moments.Mean[t]);
                    AssertClose(Flat(pauli.Moments.Covariance[t]), Flat(general.Moments.Covariance[t]));
                    AssertClose(Flat(pauli.Symplectic[t]), Flat(general.Symplectic[t]));
                    AssertClose(Flat(pauli.Propagator[t]), Flat(general.Propagator[t]));
                    AssertClose(Flat(pauli.Noise[t]), Flat(general.Noise[t]));
                }
            }
        }

        static double[] Flat(double[,] matrix) => [.. matrix.Cast<double>()];

        static void AssertClose(double[] expected, double[] actual)
        {
            double scale = Math.Max(1, expected.Max(Math.Abs));
            Assert.All(expected.Zip(actual), pair => Assert.InRange((pair.First - pair.Second) / scale, -1e-12, 1e-12));
        }
    }

    /// <summary>Three levels in a cascade r to e to g at rates 2 and 1, each site on its own: populations in closed form.</summary>
    [Fact]
    [Trait("Kind", "Analytic")]
    public void A_cascade_has_its_closed_form()
    {
        LevelModel model = new()
        {
            Name = "cascade",
            Blocks = [new Block("atoms", 1) { Levels = ["g", "e", "r"] }],
            Fields = [LocalOperator.Zero(3)],
            Jumps =
            [
                new LevelJump(0, LocalOperator.Unit(3, 1, 2), new PolynomialRate([Math.Sqrt(2)]), [LocalOperator.Zero(3)]),
                new LevelJump(0, LocalOperator.Unit(3, 0, 1), new PolynomialRate([1]), [LocalOperator.Zero(3)]),
            ],
            Initial = new LevelProduct([LocalOperator.Unit(3, 2, 2)]),
        };
        double[] times = [0.4, 1.3];
        TheoryResult theory = SymmetricTheory.Solve(model, times, Drift.Full);
        for (int t = 0; t < times.Length; t++)
        {
            double r = Math.Exp(-2 * times[t]);
            double e = 2 * (Math.Exp(-times[t]) - r);
            double[] p = [1 - e - r, e, r];
            for (int a = 0; a < 3; a++)
            {
                Assert.Equal(p[a], theory.Moments.Mean[t][a], 1e-11);
                for (int b = 0; b < 3; b++)
                {
                    Assert.Equal((a == b ? p[a] : 0) - (p[a] * p[b]), theory.Moments.Covariance[t][a, b], 1e-10);
                }

                // The populations add up to 1: their sum does not fluctuate.
                Assert.Equal(0, Enumerable.Range(0, 3).Sum(b => theory.Moments.Covariance[t][a, b]), 1e-12);
            }

            // x of a pair of levels has the variance p_a + p_b in a diagonal state.
            Assert.Equal(p[0] + p[1], theory.Moments.Covariance[t][3, 3], 1e-10);
        }
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void The_stationary_state_of_a_cycle_with_rates_that_respond_is_found()
    {
        // SIRS with an entire rate: infection at rate (0.1 + 3 i)^2, recovery 1, loss of immunity 1.
        LevelModel model = Sirs();
        TheoryResult theory = SymmetricTheory.Solve(model, [1, double.PositiveInfinity], Drift.Full);
        double[] end = theory.Moments.Mean[1];
        Assert.Equal(end[1], Math.Pow(0.1 + (3 * end[1]), 2) * end[0], 1e-9);
        Assert.Equal(end[1], end[2], 1e-9);
        Assert.NotNull(theory.StationaryCovariance);

        // A fixed point asked for as a start is that state.
        LevelModel resolved = (LevelModel)SymmetricTheory.ResolveInitialState(
            model with { Initial = new LevelFixedPoint(((LevelProduct)model.Initial).States) });
        Assert.Equal(end[1], ((LevelProduct)resolved.Initial).States[0][1, 1].Real, 1e-9);
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void A_block_of_fixed_size_moves_in_the_mean_field_of_the_others()
    {
        LevelModel model = Sirs() with
        {
            Blocks = [.. Sirs().Blocks, Block.OfSize("probe", 1)],
            Fields = [LocalOperator.Zero(3), LocalOperator.Of(new PauliVector(0.3, 0, 0))],
            Couplings =
            [
                new LevelCoupling(0, LocalOperator.Unit(3, 1, 1), 1, LocalOperator.Of(SpinOperator.Pauli(PauliAxis.Z)), 0.8),
            ],
            Jumps = [.. Sirs().Jumps.Select(jump => jump with { Argument = [jump.Argument[0], LocalOperator.Zero(2)] })],
            Initial = new LevelProduct([((LevelProduct)Sirs().Initial).States[0], LocalOperator.Unit(2, 0, 0)]),
        };
        TheoryResult with = SymmetricTheory.Solve(model, [1.5], Drift.Full);
        TheoryResult without = SymmetricTheory.Solve(Sirs(), [1.5], Drift.Full);
        Assert.Equal(12, with.Moments.Mean[0].Length);
        for (int a = 0; a < 9; a++)
        {
            Assert.Equal(without.Moments.Mean[0][a], with.Moments.Mean[0][a], 1e-10);
            Assert.Equal(0, with.Moments.Covariance[0][a, 11], 1e-12);
        }

        // The probe stays pure: its Bloch vector keeps its length, and moves.
        double[] bloch = with.Moments.Mean[0][9..];
        Assert.Equal(1, bloch.Sum(each => each * each), 1e-9);
        Assert.True(bloch[2] < 0.9);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("scale", "is no mean field")]
    [InlineData("mixture", "does not cluster")]
    [InlineData("frozen", "collective jumps")]
    public void What_has_no_limit_is_refused_in_one_line(string what, string message)
    {
        LevelModel model = Sirs();
        LocalOperator identity = LocalOperator.Identity(3);
        model = what switch
        {
            "scale" => model with { Couplings = [new LevelCoupling(0, identity, 0, identity, 1) { Scale = 0.5 }] },
            "mixture" => model with { Initial = new LevelMixture([Component(0), Component(1)]) },
            _ => model with { CollectiveJumps = [new LevelCollectiveJump([identity], new PolynomialRate([1]), [LocalOperator.Zero(3)])] },
        };
        InputException refused = Assert.Throws<InputException>(() => SymmetricTheory.Solve(model, [1], Drift.Frozen));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);

        static LevelComponent Component(int level) => new(0.5, [LocalOperator.Unit(3, level, level)]);
    }

    private static LevelModel Sirs()
    {
        ImmutableArray<LocalOperator> infected = [LocalOperator.Unit(3, 1, 1)];
        ImmutableArray<LocalOperator> none = [LocalOperator.Zero(3)];
        return new()
        {
            Name = "SIRS",
            Blocks = [new Block("people", 1) { Levels = ["S", "I", "R"] }],
            Fields = [LocalOperator.Zero(3)],
            Jumps =
            [
                new LevelJump(0, LocalOperator.Unit(3, 1, 0), new PolynomialRate([0.1, 3]), infected),
                new LevelJump(0, LocalOperator.Unit(3, 2, 1), new PolynomialRate([1]), none),
                new LevelJump(0, LocalOperator.Unit(3, 0, 2), new PolynomialRate([1]), none),
            ],
            Initial = new LevelProduct([LocalOperator.Diagonal([0.6, 0.4, 0])]),
        };
    }

    // dsigma/dt - Q sigma - sigma Q^T - 2 Im C, with dsigma/dt from the flow since sigma is linear in m.
    private static Matrix<double> Residual(LevelFluctuations fluctuations, Vector<double> m, Matrix<double> q)
    {
        LevelCoordinates coordinates = fluctuations.MeanField.Coordinates;
        Matrix<double> sigma = LevelFluctuations.Symplectic(coordinates, m);
        return LevelFluctuations.Symplectic(coordinates, fluctuations.MeanField.Flow(m))
            - (q * sigma)
            - (sigma * q.Transpose())
            - (2 * fluctuations.CommutatorNoise(m));
    }

    // What the drift of collective jumps alone owes to the response of their field: all but the rotation in the field at m, which is
    // antisymmetric in the Gell-Mann basis of every block.
    private static Matrix<double> Response(LevelFluctuations fluctuations, Vector<double> m)
    {
        LevelCoordinates coordinates = fluctuations.MeanField.Coordinates;
        Matrix<double> rotation = Matrix<double>.Build.Dense(m.Count, m.Count);
        double[] field = FieldOf(fluctuations, m);
        for (int i = 0; i < m.Count; i++)
        {
            int block = coordinates.BlockOf[i];
            int offset = coordinates.Offset(block);
            for (int b = 0; b < coordinates.Algebras[block].Count; b++)
            {
                for (int c = 0; c < coordinates.Algebras[block].Count; c++)
                {
                    rotation[i, offset + c] += coordinates.Algebras[block].Commutators[i - offset, b, c] * field[offset + b];
                }
            }
        }

        return fluctuations.Drift(m, Drift.Full) - rotation;
    }

    private static double[] FieldOf(LevelFluctuations fluctuations, Vector<double> m)
    {
        double[] field = new double[m.Count];
        foreach (LevelCollectiveChannel channel in fluctuations.MeanField.CollectiveChannels)
        {
            channel.AddField(m.ToArray(), field);
        }

        return field;
    }
}
