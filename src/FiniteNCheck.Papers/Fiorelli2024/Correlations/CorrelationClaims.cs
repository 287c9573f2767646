using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Papers.Fiorelli2024.Correlations;

/// <summary>Section 6.3.1 and figure 3: Gaussian correlations between the two large spins of one pattern.</summary>
internal static class CorrelationClaims
{
    private static readonly TwoBlockLadder Determinant = new(
        "C = det c_12", (covariance, m) => Invariants.Compute(TwoModeReduction.TwoModeCovariance(covariance, m)).C);

    private static readonly TwoBlockLadder Transposed = new(
        "nu~_-",
        (covariance, m) => GaussianCorrelations.Compute(covariance, m).SmallerTransposed);

    private static readonly TwoBlockLadder Squeezing = new("xi^2", SpinSqueezing.Parameter);

    /// <summary>The claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        new Claim
        {
            Id = "C-modes",
            Place = "(69)-(71)",
            Statement = "The same U and R on both anti-aligned blocks give two bosonic modes with [r_x,k, r_y,k] = i, k = 1, 2.",
            Expected = Verdict.Refuted,
            Check = _ => new CanonicalModes(TwoModeReduction.Printed).Check(),
            Correction = new Correction(
                "With that U and R, [r_x,2, r_y,2] = -i, since m_z of block 2 is -|m| in the turned frame; "
                    + "with r_y,2 reversed both are i. Unreversed, C changes its sign, and nu and nu~ exchange their "
                    + "roles.",
                _ => new CanonicalModes(TwoModeReduction.Canonical).Check()),
        },
        new Claim
        {
            Id = "C-spectrum",
            Place = "after (76)",
            Statement =
                "nu_+-^2 = (A + B + 2C)/2 +- sqrt((A + B + 2C)^2 - 4D)/2 are the symplectic eigenvalues of 2 "
                + "Sigma_2; those of its partial transpose have -C in place of C.",
            Expected = Verdict.Confirmed,
            Check = _ => TwoModeFormulas.Spectrum(Invariants.PrintedEigenvalues),
        },
        new Claim
        {
            Id = "C-discord",
            Place = "(75), (76)",
            Statement =
                "E_min, in its two cases, is the smallest determinant that a Gaussian measurement of mode 2 leaves "
                + "to mode 1: (75) and (76) are the one-way Gaussian classical correlations and discord.",
            Expected = Verdict.Confirmed,
            Check = _ => TwoModeFormulas.MinDeterminant(Invariants.PrintedMinDeterminant),
        },
        new Claim
        {
            Id = "C-physical",
            Place = "Theorem 2 in section 6.3.1",
            Statement =
                "The stationary covariance in the retrieval phase, with the drift as printed in "
                + "Theorem 2 and (66), obeys the uncertainty relation, nu_- >= 1.",
            Expected = Verdict.Refuted,
            Check = new UncertaintyRelation(UncertaintyRelation.Stationary(Drift.Frozen)).Check,
            Correction = new Correction(
                "With the Jacobian of the mean-field flow as drift it does, at all points.",
                new UncertaintyRelation(UncertaintyRelation.Stationary(Drift.Full)).Check),
        },
        new Claim
        {
            Id = "C-physical-67",
            Place = "(66)-(68)",
            Statement = "The stationary covariance of (66), (67) and (68), typed as they stand, obeys the uncertainty relation, nu_- >= 1.",
            Expected = Verdict.Refuted,
            Check = new UncertaintyRelation(point => PrintedOnePattern.StationaryCovariance(point, overallFactor: false)).Check,
            Correction = new Correction(
                "With the factor cosh(beta Delta) of (61) in front of (67) it does; "
                    + "(68) is kept as printed, which does not follow from (62) and (63).",
                new UncertaintyRelation(point => PrintedOnePattern.StationaryCovariance(point, overallFactor: true)).Check),
        },
        new Claim
        {
            Id = "C-stationary",
            Place = "(72), (73)",
            Statement =
                "Above the transition the exact stationary covariance tends to the solution of Q Sigma + "
                + "Sigma Q^T + D = 0 with the drift as printed in Theorem 2.",
            Expected = Verdict.Refuted,
            Check = StationaryState.Covariance(Prediction.CovarianceFrozen).Check,
            Correction = new Correction(
                "It tends to the solution with the Jacobian of the mean-field flow as drift.",
                StationaryState.Covariance(Prediction.CovarianceFull).Check),
        },
        new Claim
        {
            Id = "C-paramagnetic",
            Place = "(70), figure 3",
            Statement = "In the paramagnetic phase, too, the blocks have two bosonic modes, whose discord figure 3 shows.",
            Expected = Verdict.Refuted,
            Check = _ => StationaryState.HasModes(StationaryState.Places),
            Correction = new Correction(
                "There the averages vanish and (70) divides by zero: "
                    + "all fluctuations commute, and their Gaussian state is a classical one.",
                _ => StationaryState.ClassicalCommutators(0)),
        },
        new Claim
        {
            Id = "C-determinant",
            Place = "(65), after (76)",
            Statement = "Only the xx element couples the two blocks, so C = det c_12 = 0.",
            Expected = Verdict.Refuted,
            Check = run => Determinant.Against(run, (_, times) => new double[times.Length]),
            Correction = new Correction(
                "C tends to the value that the covariance equation with the Jacobian of the mean-field flow gives; it is negative.",
                run => Determinant.Against(run, Determinant.Limit(Drift.Full))),
        },
        new Claim
        {
            Id = "C-entanglement",
            Place = "after (76), sections 6.3.1 and 7",
            Statement = "The two blocks are not entangled: nu~_- >= 1 for all T and Omega, and the logarithmic negativity is zero.",
            Expected = Verdict.Refuted,
            Check = run => Transposed.AtLeast(run, 1),
            Correction = new Correction(
                "At low temperature and larger fields nu~_- < 1, the value that the Jacobian of the mean-field "
                    + "flow gives. nu~_- < 1 of second moments shows entanglement of any state, Gaussian or not: "
                    + "Giovannetti et al., PRA 67, 022320 (2003); Raymer et al., PRA 67, 052104 (2003).",
                run => Transposed.Against(run, Transposed.Limit(Drift.Full))),
        },
        new Claim
        {
            Id = "C-squeezing",
            Place = "sections 6.3.1 and 7",
            Statement =
                "No entanglement between spins is left in the retrieval phase: the spin squeezing parameter of all "
                + "N spins, xi^2 = N (Delta J_n)^2/|<J>|^2 across the mean spin, is not below 1, "
                + "as for every separable state (Sorensen et al., Nature 409, 63 (2001)).",
            Expected = Verdict.Refuted,
            Check = run => Squeezing.AtLeast(run, 1),
            Correction = new Correction(
                "At low temperature and larger fields xi^2 < 1 in the limit, the value that the Jacobian of the mean-field flow gives.",
                run => Squeezing.Against(run, Squeezing.Limit(Drift.Full))),
        },
    ];
}
