using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory.Corrections;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Theory.Corrections;

/// <summary>The exact engine's ladders approach the limit with the slope that theory says: <c>n (q_n - q_inf) -> q_1</c>.</summary>
public sealed class CorrectionLadderTests(ITestOutputHelper output)
{
    private static readonly PauliVector Start = new(0.2, 0.3, 0.7);
    private static readonly int[] Long = [6, 8, 11, 16, 24, 34, 48, 64];

    // Rates that vary fast make series whose terms fall from larger sizes on.
    private static readonly int[] Longest = [16, 20, 26, 34, 46, 64, 90, 128];
    private static readonly int[] Pairs = [4, 5, 6, 7, 8, 9, 10, 12];
    private static readonly int[] Middle = [4, 6, 8, 11, 15, 20, 28];

    /// <summary>Model, time, sizes.</summary>
    public static TheoryData<string> Names => [.. Cases.Keys];

    private static Dictionary<string, (CollectiveModel Model, double Time, int[] Sizes)> Cases { get; } = new()
    {
        ["paramagnet"] = (CorrectionModels.OnePattern(0.5, 0.2, Start), 1, Long),
        ["retrieval"] = (CorrectionModels.OnePattern(2, 0.2, Start), 0.3, Longest),
        ["retrieval without the own site"] = (CorrectionModels.OnePattern(2, 0.2, Start, ownSite: false), 0.3, Longest),
        ["normalised rates"] = (CorrectionModels.OnePattern(1.4, 0.3, Start, normalised: true), 0.15, Longest),
        ["normalised rates without the own site"] =
            (CorrectionModels.OnePattern(1.4, 0.3, Start, ownSite: false, normalised: true), 0.15, Longest),
        ["density-dependent rates"] = (TestModels.DensityDependent(1.2, 0.8, 0.4), 0.6, Long),
        ["tilted axis"] = (TestModels.TiltedAxis(), 0.5, Middle),
        ["tilted exponentials"] = (TiltedExponentials(), 0.5, Middle),
        ["couplings alone"] = (CouplingsAlone(), 0.5, Long),
        ["two blocks 2:1"] = (TwoBlocks(ownSite: true), 0.15, Pairs),
        ["two blocks 2:1 without the own site"] = (TwoBlocks(ownSite: false), 0.15, Pairs),
        ["driven collective decay"] = (CollectiveModels.DrivenDecay(0.15, new PauliVector(0.6, 0, 0.8)), 0.6, Long),
        ["superradiance"] = (CollectiveModels.DrivenDecay(0, new PauliVector(0.8, 0, 0.6)), 0.5, Long),
        ["collective decay with a rate"] = (CollectiveWithRate(), 0.3, Longest),
        ["collective beside single jumps"] = (CollectiveBesideSingle(), 0.4, Long),
        ["two blocks that emit together"] = (TogetherInTwoBlocks(), 0.2, Pairs),
        ["three blocks"] = (ThreeBlocks(), 0.1, [1, 2, 3, 4, 5]),
    };

    [Theory]
    [Trait("Kind", "Convergence")]
    [MemberData(nameof(Names))]
    public void The_slope_of_the_exact_ladder_is_the_predicted_coefficient(string name)
    {
        (CollectiveModel model, double time, int[] sizes) = Cases[name];
        CorrectionResult theory = CorrectionTheory.Solve(model, [time]);
        MomentSeries[] ladder = [.. sizes.Select(n => Verified.Moments(model, n, [time], new ExactOptions { Tolerance = 1e-13 }))];
        Check("mean", sizes, [.. ladder.Select(each => each.Mean[0])], theory.Mean[0], theory.MeanCorrection[0]);
        Check(
            "covariance",
            sizes,
            [.. ladder.Select(each => Flat(each.Covariance[0]))],
            Flat(theory.Covariance[0]),
            Flat(theory.CovarianceCorrection!.Value[0]));
    }

    private void Check(string kind, int[] sizes, double[][] ladder, double[] limit, double[] correction)
    {
        double[] slope = Slope(sizes, ladder, limit);
        double scale = correction.Max(Math.Abs);
        double worst = slope.Zip(correction, (a, b) => Math.Abs(a - b)).Max() / scale;

        double[] residuals =
        [
            .. Enumerable.Range(0, sizes.Length)
                .Select(k => Norm(limit.Select((value, i) => ladder[k][i] - value - (correction[i] / sizes[k])))),
        ];
        double order = Order(sizes, residuals);
        output.WriteLine($"{kind}: largest coefficient {scale:G4}, relative error {worst:G3}, order of what is left {order:F3}");

        // The required accuracy of the coefficient, where the ladder resolves it.
        Assert.True(worst < 1e-4);
        Assert.InRange(order, 1.9, 2.1);

        // Mutation: a coefficient off by 1 per cent is not the slope.
        Assert.True(slope.Zip(correction, (a, b) => Math.Abs(a - (1.01 * b))).Max() / scale > 1e-4);
    }

    // The value at 1/n = 0 of the polynomial in 1/n through n (q_n - q_inf).
    private static double[] Slope(int[] sizes, double[][] ladder, double[] limit)
    {
        Matrix<double> powers = Matrix<double>.Build.Dense(sizes.Length, sizes.Length, (i, k) => Math.Pow((double)sizes[0] / sizes[i], k));
        Matrix<double> right = Matrix<double>.Build.Dense(sizes.Length, limit.Length, (i, k) => sizes[i] * (ladder[i][k] - limit[k]));
        return powers.QR().Solve(right).Row(0).ToArray();
    }

    // The order of the remainder between neighbouring sizes, extrapolated once: it approaches 2 with an error of 1/n.
    private static double Order(int[] sizes, double[] residuals)
    {
        double Local(int k) => Math.Log(residuals[k - 1] / residuals[k]) / Math.Log((double)sizes[k] / sizes[k - 1]);
        double Inverse(int k) => 1 / Math.Sqrt(sizes[k] * sizes[k - 1]);
        int last = sizes.Length - 1;
        return Local(last) + ((Local(last) - Local(last - 1)) * Inverse(last) / (Inverse(last - 1) - Inverse(last)));
    }

    private static double Norm(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));

    private static double[] Flat(double[,] matrix) => [.. matrix.Cast<double>()];

    private static CollectiveModel TiltedExponentials() => TestModels.OneBlock(
        "tilted-exponentials",
        new PauliVector(0.2, 0.1, -0.3),
        new PauliVector(0.4, -0.2, 0.3),
        TestModels.Channel(
            new SpinOperator(0.2, new Complex(0.5, 0.3), new Complex(0.1, -0.4), -0.1),
            new ExponentialRate(0.7, 0.6),
            new PauliVector(0.5, 0.2, 0.4)),
        TestModels.Channel(
            new SpinOperator(new Complex(0, 0.3), -0.2, 0.6, 0.1),
            new ExponentialRate(0.6, -0.5),
            new PauliVector(-0.3, 0.4, 0.6)));

    private static CollectiveModel CollectiveWithRate() =>
        TestModels.OneBlock("collective rate", new PauliVector(0.2, 0, 0), new PauliVector(0, 0.6, 0.8)) with
        {
            CollectiveJumps = [CollectiveModels.Decay(new ExponentialRate(0.8, 0.6), PauliVector.Along(PauliAxis.Z))],
        };

    private static CollectiveModel CollectiveBesideSingle() => TestModels.OneBlock(
        "collective and single",
        new PauliVector(0.3, 0, 0.1),
        new PauliVector(0.3, 0.4, 0.5),
        TestModels.Channel(SpinOperator.Lower, new ExponentialRate(0.5, 0.5), PauliVector.Along(PauliAxis.Z)),
        TestModels.Channel(SpinOperator.Raise, TestModels.Constant(0.4), PauliVector.Zero)) with
    {
        CollectiveJumps = [CollectiveModels.Decay(TestModels.Constant(0.9), PauliVector.Zero)],
    };

    private static CollectiveModel TogetherInTwoBlocks() => CorrectionModels.Blocks([2, 1], []) with
    {
        Initial = new ProductState([new(0.6, 0, 0.8), new(0, 0.8, -0.6)]),
        CollectiveJumps =
        [
            new(
                [SpinOperator.Lower, Complex.FromPolarCoordinates(0.9, 0.7) * SpinOperator.Lower],
                new ExponentialRate(0.7, 0.4),
                [new(0, 0, 0.4), new(0, 0, -0.3)]),
        ],
    };

    private static CollectiveModel CouplingsAlone() =>
        TestModels.OneBlock("couplings", new PauliVector(0.3, 0, 0.1), new PauliVector(0.4, 0.3, 0.6)) with
        {
            Couplings = [new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, 0.5), new PairCoupling(0, PauliAxis.X, 0, PauliAxis.Y, -0.3)],
        };

    private static CollectiveModel TwoBlocks(bool ownSite) => CorrectionModels.Blocks(
        [2, 1],
        [
            new JumpChannel(0, SpinOperator.Raise, new PolynomialRate([0.7, 0.3, -0.2, 0.1]), [new(0, 0, 0.6), new(0, 0, -0.4)], ownSite),
            new JumpChannel(1, SpinOperator.Lower, new ExponentialRate(0.7, 0.8), [new(0, 0, 0.3), new(0, 0, 0.5)], ownSite),
            new JumpChannel(
                1, SpinOperator.Pauli(PauliAxis.Z), new PolynomialRate([0.4, 0.3]), [new(0, 0, 0.5), PauliVector.Zero], ownSite),
        ],
        new PairCoupling(0, PauliAxis.Z, 1, PauliAxis.X, 0.3),
        new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, 0.2));

    private static CollectiveModel ThreeBlocks() => CorrectionModels.Blocks(
        [1, 1, 1],
        [
            new JumpChannel(0, SpinOperator.Raise, new ExponentialRate(0.6, 0.4), [new(0, 0, 0.3), new(0, 0, 0.3), new(0, 0, -0.3)]),
            new JumpChannel(1, SpinOperator.Lower, new PolynomialRate([0.6, 0.3]), [new(0, 0, 0.4), PauliVector.Zero, new(0, 0, 0.4)]),
            new JumpChannel(2, SpinOperator.Lower, new ExponentialRate(0.6, -0.4), [PauliVector.Zero, new(0, 0, 0.5), new(0, 0, 0.2)]),
        ],
        new PairCoupling(0, PauliAxis.Z, 2, PauliAxis.Z, 0.3));
}
