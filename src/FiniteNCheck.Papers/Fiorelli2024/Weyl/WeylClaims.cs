using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>Section 5.1 and appendices A.2 to A.5: what the generator does to Weyl operators, at time 0.</summary>
internal static class WeylClaims
{
    private const string LostTerm = "sum_l Gamma_l Gamma_l' (r.M_l omega)(r.T r_l)";

    /// <summary>The claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        Refuted(
            "P1",
            "Proposition 1, (34)",
            "Between Weyl operators at t = 0 the generator acts on W(r) as (34) says, with -i in front of its last bracket.",
            GeneratorForms.Printed.Check,
            $"It acts as (34) with -1/2 in front of its last bracket and less {LostTerm}, at order 1.",
            GeneratorForms.Complete.Check),
        Refuted(
            "P1-half",
            "Proposition 1, (34) with (46)-(48)",
            "Between Weyl operators at t = 0 the generator acts on W(r) as (34) says, with -1/2 in front of its last bracket.",
            GeneratorForms.Half.Check,
            $"It differs from that by {LostTerm}, which (A.82) holds and (A.85) no longer does.",
            (GeneratorForms.Half with { Difference = GeneratorLadder.LostTerm }).Check),
        Refuted(
            "P1-frozen",
            "(44), (49)",
            "In (34), with -1/2, the squared rates beside sqrt(N) may be replaced by their mean-field values: (44) vanishes.",
            GeneratorForms.Frozen.Check,
            $"They may be, if their response i (Gamma_l^2)' (r.M_l omega)(r_l.F) is added and {LostTerm} subtracted.",
            GeneratorForms.ResponseComplete.Check),
        Refuted(
            "P1-response",
            "(44) with (A.85)",
            "In (34), with -1/2, the squared rates beside sqrt(N) may be replaced by their mean-field values and their response.",
            GeneratorForms.Response.Check,
            $"It differs from that by {LostTerm}: only together do the two make a map of Weyl operators.",
            (GeneratorForms.Response with { Difference = GeneratorLadder.LostTerm }).Check),
        Refuted(
            "T2-slope",
            "Theorem 2, (35), (36), at t = 0",
            "The slope of omega(W(r1) exp(tL)[W_t(r)] W(r2)) at t = 0 is that of Theorem 2, with every squared rate in Q frozen.",
            GeneratorForms.Slope(Drift.Frozen).Check,
            "It is, with Q the Jacobian of the mean-field flow.",
            GeneratorForms.Slope(Drift.Full).Check),
        Confirmed("L8", "Lemma 8", "The part of the fields acts on W(r) as Lemma 8 says.", GeneratorForms.Lemma8.Check),
        Confirmed("L9", "Lemma 9", "The part of the couplings acts on W(r) as Lemma 9 says.", GeneratorForms.Lemma9.Check),
        Confirmed(
            "L10", "Lemma 10", "The part D_I of the dissipator acts on W(r) as Lemma 10 says.", GeneratorForms.Lemma10.Check),
        Refuted(
            "L11",
            "Lemma 11",
            "The part D_II of the dissipator acts on W(r) as Lemma 11 says, with +1/2 r.Gamma^2 G r.",
            GeneratorForms.Lemma11.Check,
            $"It does with -1/2 r.Gamma^2 G r, the sign of (A.81), and less {LostTerm}.",
            GeneratorForms.Lemma11Complete.Check),
        Refuted(
            "L11-sign",
            "Lemma 11 with (A.81)",
            "The part D_II of the dissipator acts on W(r) as Lemma 11 says, with the sign of (A.81), -1/2 r.Gamma^2 G r.",
            GeneratorForms.Lemma11Sign.Check,
            $"It differs from that by {LostTerm}.",
            (GeneratorForms.Lemma11Sign with { Difference = GeneratorLadder.LostTerm }).Check),
        Confirmed(
            "D4",
            "Definition 4, (5), (6)",
            "In a product state omega(W(r1) W(r) W(r2)) tends to its value in the Weyl algebra, like N^-1/2, and its even part like 1/N.",
            _ => StartingPoint.Check(StartingPoint.Limit)),
        Confirmed(
            "L6",
            "Lemma 6",
            "A completely positive and unital map obeys the Cauchy-Schwarz inequality "
                + "|omega(A+ L[C+ D] B)|^2 <= omega(A+ L[C+ C] A) omega(B+ L[D+ D] B).",
            _ => PositiveMaps.Check()),
        Confirmed(
            "E42",
            "(38), (42)",
            "The derivative of Y(t,s) in s is X D X^T with X = X(t,s) and D = sigma S sigma - Gamma^2 G.",
            run => NoiseDerivative.Check(run)),
        Refuted(
            "A20",
            "(A.20)",
            "The sum of K_x^n[y]/n! is e^x y e^x.",
            _ => Misprints.Series(1),
            "It is e^x y e^(-x).",
            _ => Misprints.Series(-1)),
        Confirmed(
            "A24",
            "(A.24)",
            "What Lemma 8 leaves out is at most d^2 v |epsilon| exp(2 v d^2 r_max)/sqrt(N) in norm.",
            run => NormBounds.Fields(run)),
        Refuted(
            "A26",
            "After (A.26)",
            "The couplings of a Hermitian H obey h_ab = -h_ba*.",
            _ => Misprints.Couplings(-1),
            "They obey h_ab = h_ba*.",
            _ => Misprints.Couplings(1)),
        Refuted(
            "A27",
            "(A.27), (A.28)",
            "The norm of [V, W] + i [r.F, V] is at most v exp(2 d^2 r_max)/sqrt(N).",
            run => NormBounds.Fluctuations(run, corrected: false),
            "That of [V, W] + i [r.F, V] W is.",
            run => NormBounds.Fluctuations(run, corrected: true)),
        Refuted(
            "A28",
            "After (A.28)",
            "The norm of the nested commutator K^n[V] is at most (2 d^2 r_max v)^n v/N^(n+1).",
            run => NormBounds.NestedCommutators(run, n => -n - 1),
            "It is at most (2 d^2 r_max v)^n v N^((1-n)/2).",
            run => NormBounds.NestedCommutators(run, n => (1 - n) / 2.0)),
        Confirmed(
            "A46",
            "(A.46)",
            "The norm of [Gamma, W] is at most gamma(z)/sqrt(N) with z = delta (1 + exp(d^4 r_max a_max)).",
            run => NormBounds.Rates(run)),
        Refuted(
            "A53",
            "After (A.53)",
            "The commutator of the turned rate with its change is of order N^(3/2) in norm.",
            run => NormBounds.TurnedRates(run, -1.5),
            "It is of order N^(-3/2).",
            run => NormBounds.TurnedRates(run, 1.5)),
        Refuted(
            "A70",
            "(A.70) with (A.67)",
            "The remainder P of (A.66) is of order N^-2 in norm.",
            run => NormBounds.OneSiteRemainder(run, 2),
            "It is of order N^(-3/2): (A.67) leaves out the products of a first with a second order.",
            run => NormBounds.OneSiteRemainder(run, 1.5)),
        Refuted(
            "A71",
            "(A.71)",
            "D_I^222 less its leading part times W is of order 1/N in norm.",
            run => NormBounds.SummedRemainder(run, 1),
            "It is of order N^(-1/2), which is enough for Lemma 10.",
            run => NormBounds.SummedRemainder(run, 0.5)),
        Confirmed(
            "L12",
            "Lemma 12",
            "The derivative of exp(i M_t) is the series of nested commutators times exp(i M_t).",
            _ => Misprints.Derivative()),
    ];

    private static Claim Confirmed(string id, string place, string statement, Func<ClaimRun, Finding> check) =>
        new() { Id = id, Place = place, Statement = statement, Expected = Verdict.Confirmed, Check = check };

    private static Claim Refuted(
        string id, string place, string statement, Func<ClaimRun, Finding> check, string correction, Func<ClaimRun, Finding> corrected) =>
        new()
        {
            Id = id,
            Place = place,
            Statement = statement,
            Expected = Verdict.Refuted,
            Check = check,
            Correction = new Correction(correction, corrected),
        };
}
