using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>Appendix B.1: mean-field equations of blocks and of overlaps, and the stability of their fixed points.</summary>
internal static class MeanFieldClaims
{
    private const string Flow = "the mean-field flow (22)";
    private const string Jacobian = "the Jacobian of the mean-field flow (22)";

    /// <summary>The claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        new Claim
        {
            Id = "B1",
            Place = "Appendix B.1, (B.1)",
            Statement = "The mean-field equations of the blocks are (B.1).",
            Expected = Verdict.Confirmed,
            Check = _ => Compare($"(B.1) against {Flow}", NetworkFlow.OfBlocks, NetworkFlow.General, NetworkPoints.Generic),
        },
        new Claim
        {
            Id = "B2",
            Place = "Appendix B.1, (B.2)",
            Statement = "The overlaps with the patterns obey the closed equations (B.2) for every p.",
            Expected = Verdict.Refuted,
            Check = _ => Compare($"(B.2) against {Flow}", NetworkFlow.OfOverlaps, NetworkFlow.GeneralOfOverlaps, NetworkPoints.Generic),
            Correction = new Correction(
                "They do where no more than one overlap differs from zero and every block follows it, "
                    + "m_h = e_h^mu o^mu. Otherwise the average of xi^mu cosh times m of the block does not factorise.",
                _ =>
                    Compare(
                        $"(B.2) against {Flow}",
                        NetworkFlow.OfOverlaps,
                        NetworkFlow.GeneralOfOverlaps,
                        NetworkPoints.SingleOverlap)),
        },
        new Claim
        {
            Id = "B3",
            Place = "Appendix B.1, (B.3)",
            Statement = "The overlaps near the paramagnetic state grow or decay by the matrix (B.3).",
            Expected = Verdict.Confirmed,
            Check = _ =>
                Compare(
                    $"(B.3) against {Jacobian}",
                    NetworkFlow.ParamagneticStability,
                    NetworkFlow.JacobianOfOverlap,
                    NetworkPoints.Paramagnetic),
        },
        new Claim
        {
            Id = "B3-normalised-rates",
            Place = "Appendix B.1, after (B.3)",
            Statement = "The matrix (B.3) is also that of the rates of Ref. [47], exp(+-beta x/2)/sqrt(2 cosh(beta x)).",
            Expected = Verdict.Confirmed,
            Check = _ => Compare(
                $"(B.3) against {Jacobian} with normalised rates",
                NetworkFlow.ParamagneticStability,
                point => NetworkFlow.JacobianOfOverlap(point with { Network = point.Network with { Rates = HopfieldRates.Normalised } }),
                NetworkPoints.Paramagnetic),
        },
        new Claim
        {
            Id = "B4",
            Place = "Appendix B.1, (B.4)",
            Statement = "At fixed points that retrieve a pattern [1 + 8 Omega^2/cosh(beta o_z)^2] o_z = tanh(beta o_z).",
            Expected = Verdict.Confirmed,
            Check = _ =>
                Compare(
                    $"the sides of (B.4) at fixed points of {Flow}",
                    NetworkFlow.RetrievalLeft,
                    NetworkFlow.RetrievalRight,
                    NetworkPoints.Retrieval),
        },
        new Claim
        {
            Id = "B5",
            Place = "Appendix B.1, (B.5)",
            Statement =
                "Near a state that retrieves a pattern the overlap with it grows or "
                + "decays by the matrix (B.5), with tan(beta o_z).",
            Expected = Verdict.Refuted,
            Check = _ =>
                Compare(
                    $"(B.5) against {Jacobian}",
                    point => NetworkFlow.Stability(point, Math.Tan),
                    NetworkFlow.JacobianOfOverlap,
                    NetworkPoints.Retrieval),
            Correction = new Correction(
                "(B.5) with tanh(beta o_z): the full Jacobian, rates responding to the overlap, which (59) leaves out.",
                _ => Compare(
                    $"(B.5) with tanh against {Jacobian}",
                    point => NetworkFlow.Stability(point, Math.Tanh),
                    NetworkFlow.JacobianOfOverlap,
                    NetworkPoints.Retrieval)),
        },
    ];

    private static Finding Compare(
        string what,
        Func<NetworkPoint, Matrix<double>> formula,
        Func<NetworkPoint, Matrix<double>> reference,
        Func<IEnumerable<NetworkPoint>> points) =>
        new NetworkFormula(what, formula, reference, points).Check();
}
