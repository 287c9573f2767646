using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>Sections 2 to 4 and appendix A: the lemmas with their constants, and the density-dependent example.</summary>
internal static class LemmaClaims
{
    /// <summary>The claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        Confirmed(
            "L1-i",
            "Lemma 1 i",
            "The commutator of an operator-valued rate with a strictly local operator is at most 2 N_O ||O|| delta gamma'(delta) / N.",
            new CommutatorBounds(
                average: false,
                depth: 1,
                (n, support, norm, rate) => 2 * support / n * norm * rate.Delta * rate.Prime).Check),
        Confirmed(
            "L1-ii",
            "Lemma 1 ii",
            "The commutator of an operator-valued rate with an average is at most 2 ||x|| delta gamma'(delta) / N.",
            new CommutatorBounds(average: true, depth: 1, (n, _, norm, rate) => 2 / n * norm * rate.Delta * rate.Prime).Check),
        Confirmed(
            "L1-iii",
            "Lemma 1 iii",
            "The double commutator of an operator-valued rate with a strictly local operator is "
                + "at most 4 N_O^2 ||O|| (delta gamma'(delta))^2 / N^2.",
            new CommutatorBounds(
                average: false,
                depth: 2,
                (n, support, norm, rate) => 4 * support * support / (n * n) * norm * Math.Pow(rate.Delta * rate.Prime, 2)).Check),
        Confirmed(
            "L1-iv",
            "Lemma 1 iv",
            "The double commutator of an operator-valued rate with an average is at most 4 ||x|| (delta gamma'(delta))^2 / N^2.",
            new CommutatorBounds(
                average: true,
                depth: 2,
                (n, _, norm, rate) => 4 / (n * n) * norm * Math.Pow(rate.Delta * rate.Prime, 2)).Check),
        Confirmed(
            "L2-local",
            "Lemma 2, (18), C_O",
            "On a strictly local operator the dissipator acts as Gamma^2 times the local dissipator, up to C_O/N in norm.",
            new DissipatorBounds(average: false, PrintedConstants.LocalDissipator).Check),
        Confirmed(
            "L2-average",
            "Lemma 2, (18), C_x",
            "On an average the dissipator acts as Gamma^2 times the local dissipator, up to C_x/N in norm.",
            new DissipatorBounds(average: true, PrintedConstants.AverageDissipator).Check),
        Confirmed(
            "L3",
            "Lemma 3, C_L",
            "On an average the generator acts as the mean-field function of the averages, up to C_L/N in norm.",
            new GeneratorBounds(PrintedConstants.Generator).Check),
        Confirmed(
            "L4",
            "Lemma 4",
            "From every product state the mean-field equations have a unique solution for all "
                + "times, and no average leaves the range of its operator.",
            new MeanFieldRange(MeanFieldError.Integrated).Check),
        Confirmed(
            "L5",
            "Lemma 5, C = 2 gamma gamma'",
            "Squared rates converge to their mean-field values at least as fast as the averages in "
                + "their argument, with the constant 2 gamma(delta) gamma'(delta).",
            new SquaredRateConvergence(rate => 2 * rate.Gamma * rate.Prime).Check),
        Confirmed(
            "T1-error",
            "Theorem 1, (24), (25)",
            "From product states the squared error E_N(t) of the mean field vanishes, like 1/N.",
            new MeanFieldError(MeanFieldError.Integrated).Vanishes),
        Confirmed(
            "T1-premise",
            "Theorem 1, premise of (25)",
            "The premise is needed: from an equal mixture of two product states, which does not cluster, "
                + "E_N(t) tends to the mean squared distance of their mean fields from that of the mixture, "
                + "and not to zero.",
            new MeanFieldError(MeanFieldError.Integrated).Remains),
        Confirmed(
            "L7",
            "Lemma 7, (33), (A.1)",
            "From clustering states, turned by a local exponential or not, second moments of the fluctuations stay bounded as N grows.",
            run => SecondMoments.Bounded(model => [model], run)),
        Confirmed(
            "A19",
            "(A.19) with (A.4), (A.18)",
            "The sum E_N^W of the second moments of the fluctuations obeys |dE/dt| <= d^2 C_0 E + d^2 (4 C_L + C_P).",
            run =>
                SecondMoments.Growth(
                    basis =>
                        (
                            PrintedBasis.Size * PrintedConstants.Growth(basis),
                            PrintedBasis.Size * ((4 * PrintedConstants.Generator(basis)) + PrintedConstants.Product(basis))),
                    run)),
        Confirmed(
            "S3.1-averages",
            "Section 3.1 with Theorem 1",
            "Averages of the density-dependent example in a transverse field follow its mean-field equations.",
            Section31.Ladders(Prediction.MeanField).Check),
        new Claim
        {
            Id = "S3.1-covariances",
            Place = "Section 3.1 with Theorem 2",
            Statement =
                "Covariances of the density-dependent example in a transverse field follow Theorem 2 "
                + "with every squared rate in Q frozen at its mean-field value.",
            Expected = Verdict.Refuted,
            Check = Section31.Ladders(Prediction.CovarianceFrozen).Check,
            Correction = new Correction(
                "They follow it with Q the Jacobian of the mean-field flow.",
                Section31.Ladders(Prediction.CovarianceFull).Check),
        },
    ];

    private static Claim Confirmed(string id, string place, string statement, Func<ClaimRun, Finding> check) =>
        new() { Id = id, Place = place, Statement = statement, Expected = Verdict.Confirmed, Check = check };
}
