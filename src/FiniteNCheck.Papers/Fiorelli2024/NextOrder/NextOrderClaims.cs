using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Papers.Fiorelli2024.NextOrder;

/// <summary>Beyond the paper: the coefficients of 1/n, and where an expansion in 1/n fails.</summary>
internal static class NextOrderClaims
{
    private const string Place = "Beyond the paper, next order";

    /// <summary>The claims.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        new Claim
        {
            Id = "N-averages",
            Place = Place,
            Statement =
                "At fixed t averages are m + mu/n + O(1/n^2), mu from closed equations along the mean field: n times the distance from "
                + "the mean field tends to mu, and what the two terms leave falls like 1/n^2.",
            Expected = Verdict.Confirmed,
            Check = NextOrderLadders.For(Prediction.MeanField1).Check,
        },
        new Claim
        {
            Id = "N-covariances",
            Place = Place,
            Statement =
                "At fixed t covariances are Sigma + C1/n + O(1/n^2), Sigma with the full drift, C1 from closed equations: n times the "
                + "distance from Sigma tends to C1, and what the two terms leave falls like 1/n^2.",
            Expected = Verdict.Confirmed,
            Check = NextOrderLadders.For(Prediction.Covariance1).Check,
        },
        new Claim
        {
            Id = "N-transition",
            Place = Place,
            Statement =
                "One pattern at rest above the transition, Omega = 0: the coefficient of 1/n of the variance along the pattern is "
                + "-beta/(1 - beta)^3, so that the expansion needs n far above (1 - beta)^-2.",
            Expected = Verdict.Confirmed,
            Check = _ => ExpansionFailure.AtTransition(beta => -beta / Math.Pow(1 - beta, 3)),
        },
        new Claim
        {
            Id = "N-instability",
            Place = Place,
            Statement =
                "From the paramagnetic state below the transition, Omega = 0, the variance along the pattern grows like "
                + "e^(2 (beta - 1) t) and its coefficient of 1/n like e^(4 (beta - 1) t): the n from which the expansion speaks grows like "
                + "the variance.",
            Expected = Verdict.Confirmed,
            Check = _ => ExpansionFailure.AlongInstability(limitPower: 2, coefficientPower: 4),
        },
        new Claim
        {
            Id = "N-limit-cycle",
            Place = Place,
            Statement =
                "On a limit cycle the phase diffuses: from period to period the variance along the orbit and the coefficient of 1/n of the "
                + "averages grow like t, that of the variance like t^2. The expansion speaks for n far above t.",
            Expected = Verdict.Confirmed,
            Check = run => ExpansionFailure.OnLimitCycle(
                variancePower: 1, meanPower: 1, coefficientPower: 2, run.Cancellation),
        },
    ];
}
