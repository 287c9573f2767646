using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Papers.Fiorelli2024.Dynamics;

/// <summary>Theorem 2 as it is stated, for Weyl operators between Weyl operators (36), and what it says about two times.</summary>
internal static class TwoTimeClaims
{
    private static readonly TwoTimeLadders Ladders = new();

    /// <summary>The claims.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        new Claim
        {
            Id = "T2-weyl",
            Place = "Theorem 2, Definition 4, (36)",
            Statement =
                "omega(W(r1) exp(tL)[W_t(r)] W(r2)) tends to exp(-r.Y r/2) times the average of W(r1) W(X^T r) W(r2) at time 0, "
                + "with X and Y of (35) and every squared rate in Q frozen.",
            Expected = Verdict.Refuted,
            Check = run => Ladders.CheckWeyl(run, Drift.Frozen),
            Correction = new Correction(
                "The same with Q the Jacobian of the mean-field flow; the part that is even in (r1, r, r2) at order 1.",
                run => Ladders.CheckWeyl(run, Drift.Full)),
        },
        new Claim
        {
            Id = "T2-nested",
            Place = "Theorem 2, Definition 4, (36), twice",
            Statement =
                "omega(W(r1) exp(t1 L)[W_t1(ra) exp((t2-t1) L)[W_t2(rb)] W_t1(rc)] W(r2)) tends to what the limit map of Weyl operators "
                + "makes of it, from t2 to t1 and from t1 to 0, with every squared rate in Q frozen.",
            Expected = Verdict.Refuted,
            Check = run => Ladders.CheckNested(run, Drift.Frozen),
            Correction = new Correction(
                "The same with Q the Jacobian of the mean-field flow; the part that is even in all arguments at order 1.",
                run => Ladders.CheckNested(run, Drift.Full)),
        },
        new Claim
        {
            Id = "T2-two-time",
            Place = "Theorem 2, (35), (36), second order in r",
            Statement = "Symmetrised two-time functions of the fluctuations tend to X Sigma(0), with every squared rate in Q frozen.",
            Expected = Verdict.Refuted,
            Check = run => CheckTwoTime(run, Drift.Frozen),
            Correction = new Correction(
                "The same with Q the Jacobian of the mean-field flow, at order 1.", run => CheckTwoTime(run, Drift.Full)),
        },
        new Claim
        {
            Id = "T2-response",
            Place = "Theorem 2, (29), (35), (36), second order in r",
            Statement =
                "The linear response -2 Im <F_a(t) F_b(0)> of F_a to a pulse of F_b tends to -X sigma(0), "
                + "with every squared rate in Q frozen.",
            Expected = Verdict.Refuted,
            Check = run => CheckResponse(run, Drift.Frozen),
            Correction = new Correction(
                "The same with Q the Jacobian of the mean-field flow, at order 1.", run => CheckResponse(run, Drift.Full)),
        },
        new Claim
        {
            Id = "T2-kick",
            Place = "Theorem 1, (22), and Theorem 2, (35), (36)",
            Statement =
                "Theorem 2 agrees with Theorem 1: after a turn W(-r) rho W(r) of the start the averages of Theorem 1 move by X sigma(0) r, "
                + "with every squared rate in Q frozen.",
            Expected = Verdict.Refuted,
            Check = run => KickedMeanField.Check(run, Drift.Frozen),
            Correction = new Correction(
                "They agree with Q the Jacobian of the mean-field flow.", run => KickedMeanField.Check(run, Drift.Full)),
        },
        new Claim
        {
            Id = "T2-complete-positivity",
            Place = "Theorem 2, (35), (36)",
            Statement =
                "The limit map of Weyl operators is completely positive, as a limit of quantum channels is, "
                + "with every squared rate in Q frozen.",
            Expected = Verdict.Refuted,
            Check = run => CompletePositivity.Check(run, Drift.Frozen),
            Correction = new Correction(
                "It is completely positive with Q the Jacobian of the mean-field flow.",
                run => CompletePositivity.Check(run, Drift.Full)),
        },
    ];

    private static Finding CheckTwoTime(ClaimRun run, Drift drift) =>
        Ladders.CheckTwoTime(run, drift, "Re <F_a(t) F_b(0)>", value => value.Real);

    private static Finding CheckResponse(ClaimRun run, Drift drift) =>
        Ladders.CheckTwoTime(run, drift, "-2 Im <F_a(t) F_b(0)>", value => -2 * value.Imaginary);
}
