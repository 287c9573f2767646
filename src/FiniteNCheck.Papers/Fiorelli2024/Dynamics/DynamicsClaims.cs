using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Papers.Fiorelli2024.Dynamics;

/// <summary>Sections 4 and 5: mean field, fluctuations, their covariance and their Gaussian form.</summary>
internal static class DynamicsClaims
{
    /// <summary>The claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        new Claim
        {
            Id = "T1",
            Place = "Theorem 1, (22), (25), (26)",
            Statement = "Averages follow the mean-field equations in the limit, from product states, with an error of order 1/N.",
            Expected = Verdict.Confirmed,
            Check = OnePatternLadders.For(Prediction.MeanField).Check,
        },
        new Claim
        {
            Id = "T2",
            Place = "Theorem 2, (35), (50)",
            Statement =
                "Covariances of the fluctuations follow dSigma/dt = Q Sigma + Sigma Q^T + D in the limit, "
                + "with every squared rate in Q frozen at its mean-field value.",
            Expected = Verdict.Refuted,
            Check = OnePatternLadders.For(Prediction.CovarianceFrozen).Check,
            Correction = new Correction(
                "The same with Q the Jacobian of the mean-field flow: the rates respond to the "
                    + "fluctuations, Q gains sum_l d(Gamma_l^2)/dm_b <D_l^loc[v_a]>.",
                OnePatternLadders.For(Prediction.CovarianceFull).Check),
        },
        new Claim
        {
            Id = "T2-commutators",
            Place = "Theorem 2 with (28), (29)",
            Statement = "The drift as printed keeps the commutation relations of the fluctuations.",
            Expected = Verdict.Refuted,
            Check = _ => new Commutators((fluctuations, m) => fluctuations.Drift(m, Drift.Frozen)).Check(),
            Correction = new Correction(
                "The Jacobian of the mean-field flow keeps them.",
                _ => new Commutators((fluctuations, m) => fluctuations.Drift(m, Drift.Full)).Check()),
        },
        new Claim
        {
            Id = "D3-commutators",
            Place = "(28), (29)",
            Statement =
                "Commutators of fluctuations are averages at every N: -i [F_a, "
                + "F_b] = 2 eps_abc m_c in the Pauli basis, whatever the state.",
            Expected = Verdict.Confirmed,
            Check = _ => new FluctuationCommutators(2).Check(),
        },
        new Claim
        {
            Id = "D3",
            Place = "Definition 3, (6)",
            Statement =
                "Fluctuations become Gaussian: <exp(i r.F)> tends to exp(-r . Sigma r/2), "
                + "at rest and on the way; Sigma is the limit covariance.",
            Expected = Verdict.Confirmed,
            Check = new Gaussianity(form => Math.Exp(-form / 2)).Check,
        },
    ];
}
