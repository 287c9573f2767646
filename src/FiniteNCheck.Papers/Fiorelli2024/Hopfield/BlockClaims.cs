using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Verification;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>Section 6.3, after (64) and (65): what couples different large spins, and the gauge transformation that merges them.</summary>
internal static class BlockClaims
{
    private const string Jacobian = "the Jacobian of the mean-field flow (22)";

    // The accuracy of the exact solutions is 1e-12 in trace norm.
    private const double ExactRounding = 1e-10;

    private static readonly int[] Sizes = [2, 4, 6];
    private static readonly ImmutableArray<ImmutableArray<int>> TwoPatterns = [[1, 1], [1, -1]];

    /// <summary>The claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        new Claim
        {
            Id = "E64-drift-blocks",
            Place = "Section 6.3, after (64)",
            Statement = "The drift couples no different large spins: Q_hk = 0 for h != k.",
            Expected = Verdict.Refuted,
            Check = _ => Compare(
                $"Q_hk = 0 against {Jacobian} between blocks",
                point => BlockStructure.BetweenBlocks(PrintedCovariance.Drift(point)),
                point => BlockStructure.BetweenBlocks(BlockStructure.FullDrift(point)),
                NetworkPoints.Generic),
            Correction = new Correction(
                "That is (59), with frozen rates. The rates respond to all large spins: "
                    + "Q gains beta w_hk [cosh(beta Delta_h) - m_z,h sinh(beta Delta_h)] at (z,h),(z,k) and "
                    + "-1/2 beta w_hk sinh(beta Delta_h) m_a,h at (a,h),(z,k), a = x, y.",
                _ =>
                    Compare(
                        $"(59) with the response of the rates against {Jacobian}",
                        point => PrintedCovariance.Drift(point) + BlockStructure.RateResponse(point),
                        BlockStructure.FullDrift,
                        NetworkPoints.Generic)),
        },
        new Claim
        {
            Id = "E64-diffusion-blocks",
            Place = "Section 6.3, after (64)",
            Statement = "Between different large spins the diffusion has the xx element of (62) + (63) alone, where m_x = 0.",
            Expected = Verdict.Confirmed,
            Check = _ => Compare(
                "the xx elements of (62) + (63) against the Gram matrix, between blocks",
                point => BlockStructure.BetweenBlocks(BlockStructure.OnlyXx(PrintedCovariance.SlopeDiffusion(point))),
                point => BlockStructure.BetweenBlocks(BlockStructure.Diffusion(point)),
                NetworkPoints.WithoutX),
        },
        new Claim
        {
            Id = "E65-gauge",
            Place = "Section 6.3, before 6.3.1",
            Statement =
                "The gauge transformation that aligns the first pattern leaves 2^(p-1) large spins: "
                + "the limit equations of the merged fluctuations close, and are those of the network of 2^(p-1) "
                + "blocks.",
            Expected = Verdict.Confirmed,
            Check = _ =>
                Finding.All(
                    Gauge("(59)", PrintedCovariance.Drift),
                    Gauge(Jacobian, BlockStructure.FullDrift),
                    Gauge("the diffusion", BlockStructure.Diffusion)),
        },
        new Claim
        {
            Id = "E65-two-patterns",
            Place = "Section 6.3, before 6.3.1",
            Statement =
                "The results for p = 1 carry over to p = 2 on two large spins of N/2: "
                + "between them the xx element of (68), corrected, drives their correlations.",
            Expected = Verdict.Refuted,
            Check = _ => Compare(
                "corrected (68) against the Gram matrix for p = 2, between the two blocks",
                point => BlockStructure.BetweenBlocks(PrintedCovariance.CorrectedSlopeDiffusionOfOnePattern(point)),
                point => BlockStructure.BetweenBlocks(BlockStructure.Diffusion(point)),
                NetworkPoints.TwoPatternsOnTwoBlocks),
            Correction = new Correction(
                "For p = 2 the two large spins have w_12 = 0: drift and diffusion are those of two independent "
                    + "networks of one pattern, and no correlation between them arises, at any N.",
                run =>
                    Finding.All(
                        Independent(Jacobian, BlockStructure.FullDrift),
                        Independent("the diffusion", BlockStructure.Diffusion),
                        Uncorrelated(run, TwoPatterns))),
        },
    ];

    /// <summary>The transformed coefficients of 2^p blocks against those of the transformed network.</summary>
    /// <param name="what">The coefficients.</param>
    /// <param name="coefficients">The coefficients at a point.</param>
    /// <param name="transformed">The transformed network; <see langword="null"/> for the gauge transformation.</param>
    internal static Finding Gauge(
        string what,
        Func<NetworkPoint, Matrix<double>> coefficients,
        Func<NetworkPoint, NetworkPoint>? transformed = null) =>
        Compare(
            $"{what} on 2^(p-1) blocks against {what} on 2^p blocks",
            point =>
                coefficients((transformed ?? GaugeTransformation.Transformed)(point)) * GaugeTransformation.Merger(point),
            point => GaugeTransformation.Merger(point) * coefficients(point),
            GaugeTransformation.Points);

    /// <summary>Whether the exact covariance of two blocks stays zero, from a product state, at N = 4, 8, 12.</summary>
    /// <param name="run">The run.</param>
    /// <param name="patterns">The patterns on two blocks.</param>
    internal static Finding Uncorrelated(ClaimRun run, ImmutableArray<ImmutableArray<int>> patterns)
    {
        var tilted = new ProductState([new PauliVector(0, 0.3, 0.5), new PauliVector(0, -0.1, 0.7)]);
        CollectiveModel[] models =
        [
            .. new[] { (0.5, 0.2), (2, 0.2), (0.6, 0.6) }.Select(at =>
                ModelPoints.Network(patterns, at.Item1, at.Item2, tilted)),
        ];
        return IdentityJudge.Judge(
            "the exact covariance of the two blocks at t = 1 against zero",
            from model in models
            from n in Sizes
            select ($"{model.Name}, N = {2 * n}", Largest(run.Exact(model, n, 1).Moments.Covariance[0])),
            ExactRounding);

        static double Largest(double[,] covariance) =>
            BlockStructure.BetweenBlocks(Matrix<double>.Build.DenseOfArray(covariance)).Enumerate().Max(Math.Abs);
    }

    private static Finding Independent(string what, Func<NetworkPoint, Matrix<double>> coefficients) => Compare(
        $"{what} of two single blocks against {what} for p = 2 on two blocks",
        point => BlockStructure.OfIndependentBlocks(point, coefficients),
        coefficients,
        NetworkPoints.TwoPatternsOnTwoBlocks);

    private static Finding Compare(
        string what,
        Func<NetworkPoint, Matrix<double>> formula,
        Func<NetworkPoint, Matrix<double>> reference,
        Func<IEnumerable<NetworkPoint>> points) =>
        new NetworkFormula(what, formula, reference, points).Check();
}
