using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Verification;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>Section 6.2 and appendix B.1: the phases, Figures 2 and B1.</summary>
internal static class PhaseClaims
{
    private const string Jacobian = "those of the Jacobian of the mean-field flow (22)";
    private const string Circling = "beta > 3/2, beta < 1 + 8 Omega~^2 (no retrieval)";

    /// <summary>The claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        new Claim
        {
            Id = "C62-limit-cycle",
            Place = "Section 6.2",
            Statement =
                "A limit cycle takes place for Omega > 1/4, beta > 3/2, beta > 1 + 8 Omega~^2, "
                + "where Omega~ = Omega/cosh(beta o_z) at the largest solution o_z of (B.4).",
            Expected = Verdict.Refuted,
            Check = Diagram(
                "Omega > 1/4, beta > 3/2, beta > 1 + 8 Omega~^2",
                point => point.TransverseField > 0.25 && point.Beta > 1.5 && Retrieves(point)),
            Correction = new Correction(
                "It takes place for beta > 3/2, beta < 1 + 8 Omega~^2 (which imply Omega > 1/4): "
                    + "the paramagnetic state is unstable and (B.4) has no solution but zero, where Omega~ = Omega. "
                    + "With beta > 1 + 8 Omega~^2 the flow settles at a retrieval state.",
                Diagram(Circling, Circles)),
        },
        new Claim
        {
            Id = "B1-limit-cycle",
            Place = "Appendix B.1, after (B.5)",
            Statement = "A limit cycle takes place for beta < 3/2, Omega > 1/4, beta < 1 + 8 Omega~^2.",
            Expected = Verdict.Refuted,
            Check = Diagram(
                "beta < 3/2, Omega > 1/4, beta < 1 + 8 Omega~^2",
                point => point.Beta < 1.5 && point.TransverseField > 0.25 && !Retrieves(point)),
            Correction = new Correction(
                "beta > 3/2 in place of beta < 3/2, where the flow spirals into the paramagnetic state. "
                    + "beta < 1 + 8 Omega^2 is not enough: up to the field where the two solutions of (B.4) "
                    + "merge the flow still settles at the larger one.",
                Diagram(Circling, Circles)),
        },
        new Claim
        {
            Id = "B1-figure",
            Place = "Appendix B.1, Figure B1(b)",
            Statement = "At T = 0.6 the flow converges to two stable solutions for Omega = 0.35, and to a closed orbit for Omega = 0.6.",
            Expected = Verdict.Refuted,
            Check = Figure([0.35, 0.6], "Omega = 0.6", point => point.TransverseField > 0.5),
            Correction = new Correction(
                "At T = 0.6 it converges to two stable solutions for Omega below 0.294, "
                    + "where (B.4) has solutions, and to a closed orbit for Omega = 0.35 and 0.6.",
                Figure([0.2, 0.29, 0.3, 0.35, 0.6], Circling, Circles)),
        },
        new Claim
        {
            Id = "B3-eigenvalues",
            Place = "Appendix B.1, after (B.3)",
            Statement = "The eigenvalues of the paramagnetic state are [beta - 3/2 +- sqrt((beta - 1/2)^2 - 16 Omega^2)]/2.",
            Expected = Verdict.Confirmed,
            Check = _ => Eigenvalues("the printed eigenvalues", ParamagneticRegions.PrintedEigenvalues, () => ParamagneticRegions.Networks),
        },
        new Claim
        {
            Id = "B3-regions",
            Place = "Appendix B.1, regions (I) to (V)",
            Statement =
                "The paramagnetic state is a stable node in (V), a stable spiral in (IV), "
                + "an unstable spiral in (III), a saddle in (I); in (II) its eigenvalues are a complex pair with "
                + "positive real part.",
            Expected = Verdict.Refuted,
            Check = _ => new ParamagneticRegions(ParamagneticRegions.Printed).Check(),
            Correction = new Correction(
                "In (II) both eigenvalues are real and positive, an unstable node; the other regions are as printed.",
                _ => new ParamagneticRegions(ParamagneticRegions.Corrected).Check()),
        },
        new Claim
        {
            Id = "B5-eigenvalues",
            Place = "Appendix B.1, after (B.5)",
            Statement =
                "The eigenvalues of the retrieval states are those of both printed forms, "
                + "with beta' = beta (1 - o_z tanh(beta o_z)).",
            Expected = Verdict.Confirmed,
            Check = _ =>
                Finding.All(
                    Eigenvalues("the first printed form", RetrievalStability.FirstForm, Retrieval),
                    Eigenvalues("the second printed form", RetrievalStability.SecondForm, Retrieval)),
        },
        new Claim
        {
            Id = "B5-stability",
            Place = "Appendix B.1, after (B.5)",
            Statement = "For beta > 1 + 8 Omega~ the eigenvalues at the retrieval states are real and negative.",
            Expected = Verdict.Refuted,
            Check = _ => new RetrievalStability(
                "retrieval states with beta > 1 + 8 Omega~ against the eigenvalues of the Jacobian of the mean-field flow (22)",
                solution => solution.Point.Beta > 1 + (8 * solution.ReducedField),
                _ => StabilityKind.StableNode,
                solution => solution.Kind).Check(),
            Correction = new Correction(
                "Whatever Omega~, the state of largest overlap is stable, a node or a spiral. "
                    + "A second state of smaller overlap, where (B.4) has two positive solutions, is a saddle.",
                _ => LargestIsStable(solution => solution.IsLargest)),
        },
    ];

    /// <summary>Whether the solution of largest overlap is stable, and no other.</summary>
    /// <param name="stable">Whether a solution is claimed to be stable.</param>
    internal static Finding LargestIsStable(Func<RetrievalSolution, bool> stable) => new RetrievalStability(
        "which retrieval states are stable, against the eigenvalues of the Jacobian of the mean-field flow (22)",
        _ => true,
        solution => stable(solution) ? "stable" : StabilityKind.Saddle,
        solution => solution.Kind is StabilityKind.StableNode or StabilityKind.StableSpiral ? "stable" : solution.Kind).Check();

    // beta > 1 + 8 Omega~^2 holds at every solution of (B.4) but zero, since tanh(x) < x.
    private static bool Retrieves(PhasePoint point) => point.Beta > 1 + (8 * point.ReducedField * point.ReducedField);

    private static bool Circles(PhasePoint point) => point.Beta > 1.5 && !Retrieves(point);

    private static Func<ClaimRun, Finding> Diagram(string name, Func<PhasePoint, bool> condition) =>
        new LimitCycleRegion(name, condition, LimitCycleRegion.Diagram, LimitCycleRegion.NearParamagnetic).Check;

    private static Func<ClaimRun, Finding> Figure(double[] fields, string name, Func<PhasePoint, bool> condition) =>
        new LimitCycleRegion(name, condition, [.. fields.Select(field => new PhasePoint(0.6, field))], LimitCycleRegion.Everywhere).Check;

    private static IEnumerable<NetworkPoint> Retrieval() => RetrievalStability.Solutions.Select(solution => solution.Averages);

    private static Finding Eigenvalues(string what, Func<NetworkPoint, Matrix<double>> formula, Func<IEnumerable<NetworkPoint>> points) =>
        new NetworkFormula($"{what} against {Jacobian}", formula, ParamagneticRegions.Eigenvalues, points).Check();
}
