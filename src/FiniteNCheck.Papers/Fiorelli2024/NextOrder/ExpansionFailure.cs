using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Theory.Corrections;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.NextOrder;

/// <summary>How coefficients of 1/n grow where the expansion fails: one pattern on one block, without a transverse field.</summary>
internal static class ExpansionFailure
{
    private const int Z = (int)PauliAxis.Z;
    private static readonly double[] Disordered = [0.25, 0.5, 0.75, 0.9];
    private static readonly double[] Ordered = [1.25, 1.5, 2];

    // The equations at rest amplify rounding by (1 - beta)^-3, a thousandfold at beta = 0.9.
    private const double RoundingAtRest = 1e-10;

    // Growth is measured after twelve of its own times, where terms of half the power are left: e^-24, and a factor of a few tens.
    private const double Start = 12;
    private const double LeftOfOtherTerms = 1e-8;

    /// <summary>The coefficient of the stationary variance against a formula of beta, up to near the transition.</summary>
    /// <param name="formula">The formula.</param>
    public static Finding AtTransition(Func<double, double> formula) => IdentityJudge.Judge(
        "the coefficient of the variance at rest",
        Disordered.Select(beta =>
        {
            StationaryCorrection rest = StationaryCorrection.At(Model(beta), Vector<double>.Build.Dense(3));
            double found = rest.Covariance?[Z, Z] ?? double.NaN;
            return ($"beta = {Numeral.Exact(beta)}, coefficient {Numeral.Of(found, 6)}", Math.Abs(formula(beta) / found - 1));
        }),
        RoundingAtRest);

    /// <summary>The growth of the variance and of its coefficient against powers of the unstable mode.</summary>
    /// <param name="limitPower">The claimed power of the variance.</param>
    /// <param name="coefficientPower">The claimed power of its coefficient.</param>
    public static Finding AlongInstability(double limitPower, double coefficientPower) => IdentityJudge.Judge(
        "the growth along the unstable direction",
        Ordered.SelectMany(beta =>
        {
            double rate = beta - 1;
            CorrectionResult found = CorrectionTheory.Solve(Model(beta), [Start / rate, (Start + 1) / rate]);
            double[] limits = [.. found.Covariance.Select(sigma => sigma[Z, Z])];
            double[] coefficients = [.. found.CovarianceCorrection!.Value.Select(c1 => c1[Z, Z])];
            return new[] { Growth("variance", limits, limitPower), Growth("coefficient", coefficients, coefficientPower) };

            (string Point, double Residual) Growth(string what, double[] values, double power)
            {
                double grown = Math.Log(values[1] / values[0]);
                return ($"beta = {Numeral.Exact(beta)}, {what}, power {Numeral.Of(grown, 7)}", Math.Abs(grown - power));
            }
        }),
        LeftOfOtherTerms);

    private static CollectiveModel Model(double beta)
    {
        var network = new HopfieldNetwork { Patterns = [[1]], Temperature = 1 / beta };
        return network.ToModel($"one pattern, beta = {Numeral.Exact(beta)}", network.Paramagnetic());
    }
}
