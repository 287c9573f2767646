using FiniteNCheck.Numerics;

namespace FiniteNCheck.Benchmarks.Integrators;

/// <summary>
/// The stabilised explicit Runge-Kutta-Chebyshev method of second order: Sommeijer, Shampine and Verwer, <i>RKC: an explicit solver for
/// parabolic PDEs</i> (1998). As many stages per step as stability needs, and a step that its error estimate allows (error per unit
/// step).
/// </summary>
internal sealed class RungeKuttaChebyshev : IIntegrator
{
    private const double RoundingFloor = 32 * 2.220446049250313e-16;
    private const double Damping = 2.0 / 13;
    private const int MostStages = 400;

    private readonly LinearCombination combine = new(Environment.ProcessorCount);

    /// <inheritdoc/>
    public string Name => "RKC, order 2";

    /// <inheritdoc/>
    public int VectorsHeld => 5;

    /// <inheritdoc/>
    public void Advance(CountingSystem system, double[] y, double time, double errorPerTime)
    {
        double[] slope = new double[y.Length];
        double[] last = new double[y.Length];
        double[] stage = new double[y.Length];
        double[] error = new double[y.Length];
        system.Apply(y, slope);
        double longest = (MostStages - 1) * (MostStages - 1) / 1.54 / Math.Max(system.DecayBound, 1e-300);
        double step = Math.Min(time, 1 / Math.Max(system.DecayBound, 1e-300));
        double rest = time;
        while (rest > 0)
        {
            double h = Math.Min(rest, Math.Min(step, longest));
            double size = system.Norm(y);
            Stages(system, h, y, slope, ref last, ref stage);

            // The new slope takes the place of the last stage but one.
            system.Apply(stage, last);
            for (int i = 0; i < error.Length; i++)
            {
                error[i] = (0.8 * (y[i] - stage[i])) + (0.4 * h * (slope[i] + last[i]));
            }

            double estimate = system.Norm(error);
            double allowed = Math.Max(errorPerTime * h, RoundingFloor * size);
            double factor = estimate == 0 ? 5 : Math.Clamp(0.8 * Math.Sqrt(allowed / estimate), 0.1, 5);
            if (!(estimate <= allowed))
            {
                step = h * (double.IsFinite(estimate) ? Math.Min(factor, 0.8) : 0.1);
                continue;
            }

            Array.Copy(stage, y, y.Length);
            (slope, last) = (last, slope);
            step = h == rest ? Math.Max(step, h * factor) : h * factor;
            rest = h == rest ? 0 : rest - h;
        }
    }

    // Leaves the new state in `stage`.
    private void Stages(CountingSystem system, double h, double[] y, double[] slope, ref double[] last, ref double[] stage)
    {
        int s = Math.Max(2, 1 + (int)Math.Sqrt(1 + (1.54 * h * system.DecayBound)));
        double w0 = 1 + (Damping / (s * s));
        (double[] value, double[] first, double[] second) = Polynomials(w0, s);
        double w1 = first[s] / second[s];
        double[] b = new double[s + 1];
        for (int j = 2; j <= s; j++)
        {
            b[j] = second[j] / (first[j] * first[j]);
        }

        b[0] = b[1] = b[2];
        Array.Copy(y, last, y.Length);
        Array.Copy(y, stage, y.Length);
        LinearCombination.AddScaled(stage, b[1] * w1 * h, slope);
        for (int j = 2; j <= s; j++)
        {
            double mu = 2 * b[j] * w0 / b[j - 1];
            double nu = -b[j] / b[j - 2];
            double ofSlope = 2 * b[j] * w1 / b[j - 1];
            double ofFirst = -(1 - (b[j - 1] * value[j - 1])) * ofSlope;
            system.Apply(stage, last, ofSlope * h, mu, nu);
            combine.Apply(last, last, 1, [(1 - mu - nu, 0), (ofFirst * h, 1)], [y, slope]);
            (last, stage) = (stage, last);
        }
    }

    // Chebyshev polynomials and their first two derivatives.
    private static (double[] Value, double[] First, double[] Second) Polynomials(double x, int s)
    {
        double[] value = new double[s + 1];
        double[] first = new double[s + 1];
        double[] second = new double[s + 1];
        (value[0], value[1], first[1]) = (1, x, 1);
        for (int j = 2; j <= s; j++)
        {
            value[j] = (2 * x * value[j - 1]) - value[j - 2];
            first[j] = (2 * value[j - 1]) + (2 * x * first[j - 1]) - first[j - 2];
            second[j] = (4 * first[j - 1]) + (2 * x * second[j - 1]) - second[j - 2];
        }

        return (value, first, second);
    }
}
