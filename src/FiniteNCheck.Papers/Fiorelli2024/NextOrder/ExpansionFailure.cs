using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Theory.Corrections;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.NextOrder;

/// <summary>How coefficients of 1/n grow where the expansion fails: one pattern on one block.</summary>
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

    // Deep in the region of limit cycles, where they attract by more than e^-3 in a period.
    private static readonly (double Temperature, double Field)[] Cycles = [(0.5, 1), (0.4, 0.8), (0.45, 0.9)];

    // Distances from the cycle shrink below 1e-8 by then. What is left are errors of 1e-6 in the orbit and its period, times ten.
    private const int Settled = 8;
    private const double ErrorOfOrbit = 1e-5;

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

    /// <summary>
    /// The growth on limit cycles, once per period, against powers of time: of the variance along the orbit, of the coefficient of the
    /// averages along it, and of the coefficient of the variance.
    /// </summary>
    /// <param name="variancePower">The claimed power of the variance.</param>
    /// <param name="meanPower">The claimed power of the coefficient of the averages.</param>
    /// <param name="coefficientPower">The claimed power of the coefficient of the variance.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public static Finding OnLimitCycle(int variancePower, int meanPower, int coefficientPower, CancellationToken cancellation) =>
        IdentityJudge.Judge(
            "the growth on the limit cycle",
            Cycles.SelectMany(point =>
            {
                CollectiveModel model = OnCycle(point.Temperature, point.Field, out double period, cancellation);
                CorrectionResult found = CorrectionTheory.Solve(
                    model, [.. Enumerable.Range(Settled, 5).Select(k => k * period)], CorrectionDepth.Covariance, cancellation);
                var flow = new MeanField(model);
                Vector<double>[] along =
                    [.. found.Mean.Select(m => flow.Flow(Vector<double>.Build.DenseOfArray(m)).Normalize(2))];
                string place = $"T = {Numeral.Exact(point.Temperature)}, Omega = {Numeral.Exact(point.Field)}";
                return new[]
                {
                    Growth("variance", variancePower, k => Along(k, found.Covariance[k])),
                    Growth("coefficient of the averages", meanPower, k =>
                        along[k] * Vector<double>.Build.DenseOfArray(found.MeanCorrection[k])),
                    Growth("coefficient of the variance", coefficientPower, k => Along(k, found.CovarianceCorrection!.Value[k])),
                };

                double Along(int k, double[,] matrix) => along[k] * (Matrix<double>.Build.DenseOfArray(matrix) * along[k]);

                (string Point, double Residual) Growth(string what, int power, Func<int, double> value) =>
                    ($"{place}, {what}", DepartureFromPower([.. Enumerable.Range(0, along.Length).Select(value)], power));
            }),
            ErrorOfOrbit);

    /// <summary>
    /// How far equidistant values are from a polynomial of a degree: the difference of the next order over that of the degree. It is 1 for
    /// a polynomial of lower degree, whose differences of that degree are less than a thousandth of the values.
    /// </summary>
    /// <param name="values">The values, two more than the degree at least.</param>
    /// <param name="degree">The degree.</param>
    internal static double DepartureFromPower(double[] values, int degree)
    {
        const double LeastShare = 1e-3;
        double size = values.Max(Math.Abs);
        for (int order = 0; order < degree; order++)
        {
            values = Differences(values);
        }

        return Math.Abs(values[^1]) < LeastShare * size ? 1 : Math.Abs(Differences(values)[^1] / values[^1]);

        static double[] Differences(double[] x) => [.. x.Skip(1).Zip(x, (next, previous) => next - previous)];
    }

    private static CollectiveModel OnCycle(double temperature, double field, out double period, CancellationToken cancellation)
    {
        var network = new HopfieldNetwork { Patterns = [[1]], Temperature = temperature, TransverseField = field };
        CollectiveModel model = network.ToModel(
            $"one pattern, T = {Numeral.Exact(temperature)}, Omega = {Numeral.Exact(field)}",
            new ProductState([new PauliVector(0, 0, 0.5)]));
        ClosedOrbit orbit = new MeanField(model).FixedPoint(Vector<double>.Build.Dense([0, 0, 0.5]), cancellation).Orbit
            ?? throw new InvalidOperationException($"{model.Name}: no limit cycle.");
        period = orbit.Period;
        return model with { Initial = new ProductState([new PauliVector(orbit.Start[0], orbit.Start[1], orbit.Start[2])]) };
    }

    private static CollectiveModel Model(double beta)
    {
        var network = new HopfieldNetwork { Patterns = [[1]], Temperature = 1 / beta };
        return network.ToModel($"one pattern, beta = {Numeral.Exact(beta)}", network.Paramagnetic());
    }
}
