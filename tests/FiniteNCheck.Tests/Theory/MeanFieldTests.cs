using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Xunit.Abstractions;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Tests.Theory;

public sealed class MeanFieldTests(ITestOutputHelper output)
{
    // A few hundred rounding errors of numbers of order 10.
    private const double Rounding = 1e-12;

    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(1, 0.5, 0.2)]
    [InlineData(2, 0.7, 0.35)]
    [InlineData(3, 2.0, 0.2)]
    public void Hopfield_flow_is_equation_B1(int p, double temperature, double omega)
    {
        ImmutableArray<PauliVector> start = Scattered(1 << p);
        Vector<double> m = Averages(start);
        Vector<double> flow = new MeanField(TheoryModels.Hopfield(p, temperature, omega, start)).Flow(m);

        Assert.True((flow - EquationB1(p, 1 / temperature, omega, m)).InfinityNorm() < Rounding);

        // Mutation: another beta or Omega by one part in 10^6 is seen.
        Assert.True((flow - EquationB1(p, 1.000001 / temperature, omega, m)).InfinityNorm() > 100 * Rounding);
        Assert.True((flow - EquationB1(p, 1 / temperature, 1.000001 * omega, m)).InfinityNorm() > 100 * Rounding);
    }

    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(1, 0.5, 0.2)]
    [InlineData(2, 0.5, 0.35)]
    public void Jacobian_in_the_retrieval_state_is_equation_B5_read_with_tanh(int p, double temperature, double omega)
    {
        double beta = 1 / temperature;
        var meanField = new MeanField(TheoryModels.Hopfield(p, temperature, omega, TheoryModels.OnPattern(p)));
        Vector<double> point = meanField.FixedPoint(Averages(TheoryModels.OnPattern(p))).Point!;
        double o = point[2];

        // (B.4): the overlap solves (1 + 8 Omega^2/cosh^2) o = tanh(beta o).
        Assert.InRange(((1 + (8 * Math.Pow(omega / Math.Cosh(beta * o), 2))) * o) - Math.Tanh(beta * o), -Rounding, Rounding);
        Assert.True(o > 0.5);

        Matrix<double> seen = OnOverlaps(meanField.Jacobian(point), p);
        Assert.True((seen - EquationB5(beta, omega, o, Math.Tanh(beta * o))).InfinityNorm() < Rounding);

        // Mutation: the printed tan instead of tanh is refuted.
        Assert.True((seen - EquationB5(beta, omega, o, Math.Tan(beta * o))).InfinityNorm() > 0.1);
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Flow_agrees_with_the_master_equation_of_one_spin_on_random_models()
    {
        output.WriteLine(Support.Seed.Description);
        foreach (CollectiveModel model in RandomModels.Draw(200))
        {
            Vector<double> m = Averages(((ProductState)model.Initial).Bloch);
            Vector<double> flow = new MeanField(model).Flow(m);
            Assert.True((flow - OneSpinMasterEquation(model, m)).InfinityNorm() < Rounding, $"{model}");

            // Mutation: one field or one jump operator changed by 1e-6.
            CollectiveModel mutant = model with { Fields = model.Fields.SetItem(0, model.Fields[0] + new PauliVector(1e-6, 2e-6, 3e-6)) };
            bool moves = m.SubVector(0, 3).L2Norm() > 0.01 && Math.Abs((3 * m[0]) - m[2]) > 0.01;
            Assert.True(!moves || (flow - OneSpinMasterEquation(mutant, m)).InfinityNorm() > Rounding, $"{model}");
        }
    }

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Jacobian_agrees_with_finite_differences_on_random_models()
    {
        output.WriteLine(Support.Seed.Description);
        foreach (CollectiveModel model in RandomModels.Draw(200))
        {
            var meanField = new MeanField(model);
            Vector<double> m = Averages(((ProductState)model.Initial).Bloch);
            Matrix<double> exact = meanField.Jacobian(m);
            Matrix<double> differences = Differences(meanField, m);

            // Fourth-order differences at 1e-3: truncation and rounding both near 1e-12 times the rates.
            Assert.True((exact - differences).InfinityNorm() < 1e-10 * Math.Max(1, exact.InfinityNorm()), $"{model}");

            exact[0, exact.ColumnCount - 1] += 1e-8;
            Assert.True((exact - differences).InfinityNorm() > 1e-9, "a wrong element must be seen");
        }
    }

    [Fact]
    [Trait("Kind", "Invariant")]
    public void The_own_site_does_not_change_the_limit()
    {
        CollectiveModel with = TheoryModels.Hopfield(1, 0.5, 0.2, TheoryModels.OnPattern(1));
        CollectiveModel without = with with { Jumps = [.. with.Jumps.Select(jump => jump with { OwnSite = false })] };
        Vector<double> m = Averages(TheoryModels.OnPattern(1));
        Assert.Equal(new MeanField(with).Flow(m), new MeanField(without).Flow(m));
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void Without_feedback_each_spin_relaxes_in_closed_form()
    {
        // beta = 0, Omega = 0: Gamma_+-^2 = 1/2, so x and y decay at rate 1/2 and z at rate 1.
        CollectiveModel model = TheoryModels.Hopfield(1, double.PositiveInfinity, 0, [new(0.5, -0.4, 0.6), new(0.1, 0.2, -0.9)]);
        double[] times = [0, 0.3, 2, 9];
        IReadOnlyList<Vector<double>> samples = new MeanField(model).Trajectory(Averages(((ProductState)model.Initial).Bloch), times);
        Vector<double> start = samples[0];
        for (int i = 0; i < times.Length; i++)
        {
            Vector<double> expected = start.MapIndexed((k, value) => value * Math.Exp((k % 3 == 2 ? -1 : -0.5) * times[i]));

            // The accuracy claimed in the documentation: 1e-12.
            Assert.True((samples[i] - expected).InfinityNorm() < 1e-12);
        }
    }

    internal static Vector<double> Averages(ImmutableArray<PauliVector> bloch) =>
        Vector<double>.Build.DenseOfEnumerable(bloch.SelectMany(b => new[] { b.X, b.Y, b.Z }));

    private static ImmutableArray<PauliVector> Scattered(int blocks) =>
    [
        .. Enumerable.Range(0, blocks)
            .Select(h => new PauliVector(0.4 * Math.Cos(h), 0.5 * Math.Sin(1 + h), 0.6 * Math.Cos(2 + (1.7 * h)))),
    ];

    private static Vector<double> EquationB1(int p, double beta, double omega, Vector<double> m)
    {
        var flow = Vector<double>.Build.Dense(m.Count);
        for (int k = 0; k < m.Count / 3; k++)
        {
            double delta = Enumerable.Range(0, m.Count / 3).Sum(h => TheoryModels.Weight(p, h, k) * m[(3 * h) + 2]);
            (double x, double y, double z) = (m[3 * k], m[(3 * k) + 1], m[(3 * k) + 2]);
            flow[3 * k] = -Math.Cosh(beta * delta) * x / 2;
            flow[(3 * k) + 1] = (-2 * omega * z) - (Math.Cosh(beta * delta) * y / 2);
            flow[(3 * k) + 2] = (2 * omega * y) - (Math.Cosh(beta * delta) * z) + Math.Sinh(beta * delta);
        }

        return flow;
    }

    private static Matrix<double> EquationB5(double beta, double omega, double o, double tanh)
    {
        double cosh = Math.Cosh(beta * o);
        return Matrix<double>.Build.DenseOfArray(new[,]
        {
            { cosh * ((beta * (1 - (o * tanh))) - 1), 2 * omega },
            { -2 * omega * (1 - (beta * o * tanh)), -cosh / 2 },
        });
    }

    // The Jacobian on the overlaps (o_z, o_y) with pattern 1: o = 2^-p sum_k e_k m_k.
    private static Matrix<double> OnOverlaps(Matrix<double> jacobian, int p)
    {
        int[] e = TheoryModels.Patterns(p)[0];
        int[] axes = [2, 1];
        return Matrix<double>.Build.Dense(2, 2, (a, b) =>
            Enumerable.Range(0, e.Length).Sum(h =>
                Enumerable.Range(0, e.Length).Sum(k => e[h] * e[k] * jacobian[(3 * h) + axes[a], (3 * k) + axes[b]])) / e.Length);
    }

    private static Matrix<double> Differences(MeanField meanField, Vector<double> m)
    {
        const double Step = 1e-3;
        var result = Matrix<double>.Build.Dense(m.Count, m.Count);
        for (int k = 0; k < m.Count; k++)
        {
            Vector<double> At(double offset)
            {
                Vector<double> moved = m.Clone();
                moved[k] += offset;
                return meanField.Flow(moved);
            }

            result.SetColumn(k, ((8 * (At(Step) - At(-Step))) - (At(2 * Step) - At(-2 * Step))) / (12 * Step));
        }

        return result;
    }

    // d rho/dt = -i [H, rho] + sum Gamma^2 (j rho j+ - 1/2 {j+ j, rho}) with 2x2 matrices, H from the pair terms written out.
    private static Vector<double> OneSpinMasterEquation(CollectiveModel model, Vector<double> m)
    {
        var flow = Vector<double>.Build.Dense(m.Count);
        for (int block = 0; block < model.Blocks.Length; block++)
        {
            double[] w = [model.Fields[block].X, model.Fields[block].Y, model.Fields[block].Z];
            foreach (PairCoupling pair in model.Couplings)
            {
                if (pair.FirstBlock == block)
                {
                    w[(int)pair.FirstAxis] +=
                        pair.Strength * model.Blocks[pair.SecondBlock].Share * m[(3 * pair.SecondBlock) + (int)pair.SecondAxis];
                }

                if (pair.SecondBlock == block)
                {
                    w[(int)pair.SecondAxis] +=
                        pair.Strength * model.Blocks[pair.FirstBlock].Share * m[(3 * pair.FirstBlock) + (int)pair.FirstAxis];
                }
            }

            Matrix<Complex> rho =
                (Pauli(0) + (m[3 * block] * Pauli(1)) + (m[(3 * block) + 1] * Pauli(2)) + (m[(3 * block) + 2] * Pauli(3))) / 2;
            Matrix<Complex> h = (w[0] * Pauli(1)) + (w[1] * Pauli(2)) + (w[2] * Pauli(3));
            Matrix<Complex> change = -Complex.ImaginaryOne * ((h * rho) - (rho * h));
            foreach (JumpChannel jump in model.Jumps.Where(jump => jump.Block == block))
            {
                double delta = jump.Argument.Select((r, k) => (r.X * m[3 * k]) + (r.Y * m[(3 * k) + 1]) + (r.Z * m[(3 * k) + 2])).Sum();
                double rate = Math.Pow(jump.Rate.Value(delta), 2);
                Matrix<Complex> j = Matrix<Complex>.Build.DenseOfArray(
                    new[,] { { jump.Operator.UpUp, jump.Operator.UpDown }, { jump.Operator.DownUp, jump.Operator.DownDown } });
                Matrix<Complex> jj = j.ConjugateTranspose() * j;
                change += rate * ((j * rho * j.ConjugateTranspose()) - (((jj * rho) + (rho * jj)) / 2));
            }

            for (int a = 0; a < 3; a++)
            {
                flow[(3 * block) + a] = (Pauli(a + 1) * change).Trace().Real;
            }
        }

        return flow;
    }

    private static Matrix<Complex> Pauli(int index) => Matrix<Complex>.Build.DenseOfArray(index switch
    {
        0 => new Complex[,] { { 1, 0 }, { 0, 1 } },
        1 => new Complex[,] { { 0, 1 }, { 1, 0 } },
        2 => new Complex[,] { { 0, -Complex.ImaginaryOne }, { Complex.ImaginaryOne, 0 } },
        _ => new Complex[,] { { 1, 0 }, { 0, -1 } },
    });
}
