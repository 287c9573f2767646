using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;
using FiniteNCheck.Verification;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>Section 6.3: the coefficients of the covariance equation, and the remark on zero field.</summary>
internal static class CovarianceClaims
{
    private const string GramPart = "the Gram matrix of the model with constant rates";
    private const string SlopePart = "the rest of the Gram matrix";

    /// <summary>The claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        new Claim
        {
            Id = "E59",
            Place = "Section 6.3, (59), (60)",
            Statement =
                "For the Hopfield network the drift of (35), every squared rate frozen, "
                + "is (59). (Whether (35) is the drift is claim T2.)",
            Expected = Verdict.Confirmed,
            Check = _ => Compare("(59) against (35)", PrintedCovariance.Drift, GeneralDrift, NetworkPoints.Generic),
        },
        new Claim
        {
            Id = "E61",
            Place = "Section 6.3, (61)",
            Statement = "The part Gamma^2 G^sym of the diffusion is (61).",
            Expected = Verdict.Confirmed,
            Check = _ =>
                Compare(
                    $"(61) against {GramPart}",
                    PrintedCovariance.FrozenRateDiffusion,
                    point => point.FrozenRateDiffusion(),
                    NetworkPoints.Generic),
        },
        new Claim
        {
            Id = "E62",
            Place = "Section 6.3, (62), (63)",
            Statement = "The part sigma S^sym sigma^T of the diffusion is the sum of (62) and (63).",
            Expected = Verdict.Confirmed,
            Check = _ =>
                Compare(
                    $"(62) + (63) against {SlopePart}",
                    PrintedCovariance.SlopeDiffusion,
                    point => point.SlopeDiffusion(),
                    NetworkPoints.Generic),
        },
        new Claim
        {
            Id = "E64",
            Place = "Section 6.3, (64), last line",
            Statement =
                "Collected in (64), the part sigma S^sym sigma^T is beta^2/8 sigma_az(h) sum_k' "
                + "[cosh(beta Delta_h) + cosh(beta Delta_k)] sigma_bz(k).",
            Expected = Verdict.Refuted,
            Check = _ =>
                Compare(
                    $"(64) against {SlopePart}",
                    PrintedCovariance.SlopeDiffusionOfCollectedEquation,
                    point => point.SlopeDiffusion(),
                    NetworkPoints.Generic),
            Correction = new Correction(
                "The line runs two sums into one. It is the sum of (62) and (63), as at the end of appendix B.2.",
                _ =>
                    Compare(
                        $"(62) + (63) against {SlopePart}",
                        PrintedCovariance.SlopeDiffusion,
                        point => point.SlopeDiffusion(),
                        NetworkPoints.Generic)),
        },
        new Claim
        {
            Id = "E65-blocks",
            Place = "Section 6.3, (64), (65)",
            Statement = "Of the covariances between different blocks only the xx element differs from zero.",
            Expected = Verdict.Refuted,
            Check = new BlockLadders(
                (theory, row, column) =>
                    row.Axis == PauliAxis.X && column.Axis == PauliAxis.X
                        ? theory[BlockLadders.Index(row), BlockLadders.Index(column)]
                        : 0).Check,
            Correction = new Correction(
                "Blocks are coupled in the y and z elements too, as the Jacobian of the mean-field flow has it.",
                new BlockLadders((theory, row, column) => theory[BlockLadders.Index(row), BlockLadders.Index(column)]).Check),
        },
        new Claim
        {
            Id = "E65-zero-field",
            Place = "Section 6.3, after (65)",
            Statement = "At Omega = 0 the covariance is diagonal in the blocks: two-point correlations between them vanish in the limit.",
            Expected = Verdict.Refuted,
            Check = _ => BlocksAtZeroField(_ => 0).Check(),
            Correction = new Correction(
                "For one pattern at T > 1 the zz covariance of the two blocks is -(beta/2)/(1 - "
                    + "beta), and the variance along the pattern 1/(1 - beta).",
                _ =>
                    Finding.All(
                        BlocksAtZeroField(beta => -beta / (2 * (1 - beta))).Check(),
                        PatternAtZeroField(beta => 1 / (1 - beta)).Check())),
        },
        new Claim
        {
            Id = "E66",
            Place = "Section 6.3.1, (66)",
            Statement = "For one pattern at its fixed point (59) is (66), with cosh(Delta).",
            Expected = Verdict.Refuted,
            Check = _ =>
                Compare(
                    "(66) against (35)",
                    point => PrintedCovariance.DriftOfOnePattern(point, point.Delta(0)),
                    GeneralDrift,
                    NetworkPoints.Retrieval),
            Correction = new Correction(
                "(66) with cosh(beta Delta) is (59).",
                _ => Compare(
                    "(66) with cosh(beta Delta) against (35)",
                    point => PrintedCovariance.DriftOfOnePattern(point, point.Beta * point.Delta(0)),
                    GeneralDrift,
                    NetworkPoints.Retrieval)),
        },
        new Claim
        {
            Id = "E67",
            Place = "Section 6.3.1, (67)",
            Statement = "For one pattern at its fixed point Gamma^2 G^sym is (67), with tanh(Delta) and without a factor in front.",
            Expected = Verdict.Refuted,
            Check = _ =>
                Compare(
                    $"(67) against {GramPart}",
                    PrintedCovariance.FrozenRateDiffusionOfOnePattern,
                    point => point.FrozenRateDiffusion(),
                    NetworkPoints.Retrieval),
            Correction = new Correction(
                "It is cosh(beta Delta) times (67) with tanh(beta Delta), as (61) has it.",
                _ => Compare(
                    $"corrected (67) against {GramPart}",
                    PrintedCovariance.CorrectedFrozenRateDiffusionOfOnePattern,
                    point => point.FrozenRateDiffusion(),
                    NetworkPoints.Retrieval)),
        },
        new Claim
        {
            Id = "E68",
            Place = "Section 6.3.1, (68)",
            Statement =
                "For one pattern at its fixed point sigma S^sym sigma^T has beta m_y^2 [beta/2 m_z sinh(Delta) "
                + "+ (beta/2 - 1) cosh(Delta)] in its xx elements, zero elsewhere.",
            Expected = Verdict.Refuted,
            Check = _ =>
                Compare(
                    $"(68) against {SlopePart}",
                    PrintedCovariance.SlopeDiffusionOfOnePattern,
                    point => point.SlopeDiffusion(),
                    NetworkPoints.Retrieval),
            Correction = new Correction(
                "From (62) and (63) the xx elements are beta m_y^2 [(beta/4 - 1/2) cosh(beta Delta) - beta/4 m_z sinh(beta Delta)].",
                _ => Compare(
                    $"corrected (68) against {SlopePart}",
                    PrintedCovariance.CorrectedSlopeDiffusionOfOnePattern,
                    point => point.SlopeDiffusion(),
                    NetworkPoints.Retrieval)),
        },
    ];

    private static ZeroField BlocksAtZeroField(Func<double, double> limit) =>
        new([1, -1], second: 1, [20, 30, 40, 60, 80, 120, 160], limit);

    private static ZeroField PatternAtZeroField(Func<double, double> limit) =>
        new([1], second: 0, [1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000], limit);

    private static Matrix<double> GeneralDrift(NetworkPoint point) => new PrintedCoefficients(point.Model).Drift(point.Averages);

    private static Finding Compare(
        string what,
        Func<NetworkPoint, Matrix<double>> formula,
        Func<NetworkPoint, Matrix<double>> reference,
        Func<IEnumerable<NetworkPoint>> points) =>
        new NetworkFormula(what, formula, reference, points).Check();
}
