using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>Appendix B.2: the covariance equation with the direct interaction <c>H_2</c>.</summary>
internal static class CouplingClaims
{
    /// <summary>The claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        new Claim
        {
            Id = "B12",
            Place = "Appendix B.2, (B.12)",
            Statement =
                "With H_2 = (g/2) 1/(2^p N_s) sum_hk w_hk S_z^(h) S_z^(k), "
                + "the term -i sigma 2i h^R of (35) is g sigma_ab(h) delta_bz w_hk.",
            Expected = Verdict.Refuted,
            Check = _ =>
                Compare(
                    "(B.12) against what (35) adds through the fluctuations of the field",
                    point => PrintedCoupling.FieldResponse(point, 1),
                    PrintedCoupling.GeneralFieldResponse),
            Correction = new Correction(
                "It is g/2^p sigma_ab(h) delta_bz w_hk: the 2^p of H_2 does not drop out.",
                _ => Compare(
                    "(B.12) over 2^p against what (35) adds through the fluctuations of the field",
                    point => PrintedCoupling.FieldResponse(point, OverBlocks(point)),
                    PrintedCoupling.GeneralFieldResponse)),
        },
        new Claim
        {
            Id = "B13",
            Place = "Appendix B.2, (B.13), (B.14)",
            Statement =
                "With H_2 the drift of (35) is (B.13), (B.14): (59) with -2 g eps_zab sum_h' "
                + "w_hh' m_z,h' delta_hk + g sigma_ab(h) delta_bz w_hk.",
            Expected = Verdict.Refuted,
            Check = _ => Compare("(B.13), (B.14) against (35)", point => PrintedCoupling.Drift(point, 1), PrintedCoupling.GeneralDrift),
            Correction = new Correction(
                "With g/2^p in place of g in both terms.",
                _ =>
                    Compare(
                        "(B.13), (B.14) with g/2^p against (35)",
                        point => PrintedCoupling.Drift(point, OverBlocks(point)),
                        PrintedCoupling.GeneralDrift)),
        },
        new Claim
        {
            Id = "B15",
            Place = "Appendix B.2, (B.15)",
            Statement = "The transpose of (B.13), (B.14) is (B.15), with -g sigma_ab(h) delta_bz w_hk.",
            Expected = Verdict.Refuted,
            Check = _ => Compare("(B.15) against the transpose of (B.13), (B.14)", PrintedCoupling.TransposedDrift, TransposeOfPrinted),
            Correction = new Correction(
                "With -g sigma_ab(k) delta_az w_hk (and g/2^p for g).",
                _ =>
                    Compare(
                        "corrected (B.15) against the transpose of (B.13), (B.14)",
                        PrintedCoupling.CorrectedTransposedDrift,
                        TransposeOfPrinted)),
        },
        new Claim
        {
            Id = "B16",
            Place = "Appendix B.2, (B.16), (B.19), (B.20)",
            Statement =
                "H_2 leaves the diffusion as it is: Gamma^2 G^sym is (B.16) and sigma S^sym "
                + "sigma^T the sum of (B.19) and (B.20), at every g.",
            Expected = Verdict.Confirmed,
            Check = _ => Compare(
                "(B.16) + (B.19) + (B.20) against the Gram matrix of the model with H_2",
                point => PrintedCovariance.FrozenRateDiffusion(point) + PrintedCovariance.SlopeDiffusion(point),
                point => new Fluctuations(point.Model).Diffusion(point.Averages)),
        },
        new Claim
        {
            Id = "B20-determinant",
            Place = "Appendix B.2, last paragraph",
            Statement =
                "For g != 0 each block of sigma S^sym sigma^T between different large spins has "
                + "more than one element, and so a finite determinant.",
            Expected = Verdict.Refuted,
            Check = _ => new BlockDeterminants(BlockDeterminants.Finite, point => point.SlopeDiffusion()).Check(),
            Correction = new Correction(
                "It has more than one element, sigma_az(h) S_hk sigma_bz(k) with a and b = x, y, "
                    + "but rank one: its determinant vanishes at every g.",
                _ => new BlockDeterminants(BlockDeterminants.Zero, point => point.SlopeDiffusion()).Check()),
        },
    ];

    /// <summary>The points, with <c>H_2</c>.</summary>
    internal static IEnumerable<NetworkPoint> Points() => NetworkPoints.Generic(PrintedCoupling.Strength);

    /// <summary><c>1/2^p</c>.</summary>
    /// <param name="point">The point.</param>
    internal static double OverBlocks(NetworkPoint point) => 1.0 / point.Network.BlockCount;

    private static Matrix<double> TransposeOfPrinted(NetworkPoint point) => PrintedCoupling.Drift(point, 1).Transpose();

    private static Finding Compare(string what, Func<NetworkPoint, Matrix<double>> formula, Func<NetworkPoint, Matrix<double>> reference) =>
        new NetworkFormula(what, formula, reference, Points).Check();
}
