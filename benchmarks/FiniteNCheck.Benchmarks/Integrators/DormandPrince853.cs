using FiniteNCheck.Numerics;

namespace FiniteNCheck.Benchmarks.Integrators;

/// <summary>
/// The explicit Runge-Kutta method of order 8 with embedded error estimates of orders 5 and 3 by Dormand and Prince, in the form of
/// Hairer, Norsett and Wanner, <i>Solving Ordinary Differential Equations I</i> (2nd ed. 1993), section II.10 (DOP853). Steps are chosen
/// so that the local errors of a run add up to at most the tolerance (error per unit step).
/// </summary>
/// <remarks>
/// Rejected steps count like others.
/// </remarks>
internal sealed class DormandPrince853 : IIntegrator
{
    // Rounding of the stages enters the error estimate with weights of order one and stages of size h |L y|, h |L| up to about 6.
    private const double RoundingFloor = 32 * 2.220446049250313e-16;
    private const double Safety = 0.9;
    private const double LargestGrowth = 4;
    private const double LargestShrink = 0.2;

    private readonly LinearCombination combine = new(Environment.ProcessorCount);

    /// <inheritdoc/>
    public string Name => "Dormand-Prince 8(5,3)";

    /// <inheritdoc/>
    public int VectorsHeld => 12;

    /// <inheritdoc/>
    public void Advance(CountingSystem system, double[] y, double time, double errorPerTime)
    {
        double[][] k = [.. Enumerable.Range(0, 10).Select(_ => new double[y.Length])];
        double[] trial = new double[y.Length];
        double t = 0;
        double step = 0;
        bool firstStageReady = false;
        while (t < time)
        {
            if (!firstStageReady)
            {
                system.Apply(y, k[0]);
                firstStageReady = true;
            }

            double size = system.Norm(y);
            step = step == 0 ? Math.Min(time, 0.01 * size / system.Norm(k[0])) : step;

            // A last step that would leave a sliver is shared between two.
            double rest = time - t;
            double h = step >= rest ? rest : Math.Min(step, rest / 2);
            double error = TryStep(system, h, y, k, trial);
            double allowed = Math.Max(errorPerTime * h, RoundingFloor * size);
            if (!double.IsFinite(error) || h <= Math.Abs(t) * 1e-15)
            {
                throw new ArithmeticException($"Integration failed at t = {t:R}: step {h:R}, error estimate {error:R}.");
            }

            double factor = error == 0
                ? LargestGrowth
                : Math.Clamp(Safety * Math.Pow(allowed / error, 1.0 / 8), LargestShrink, LargestGrowth);
            if (error > allowed)
            {
                step = h * Math.Min(factor, Safety);
                continue;
            }

            Array.Copy(trial, y, y.Length);
            firstStageReady = false;
            t = h == rest ? time : t + h;

            // A step cut short by the end of the interval says nothing against the longer step that was planned.
            step = h < step ? Math.Max(step, h * factor) : h * factor;
        }
    }

    // k[0..9] hold stages 1 to 10; stages 11 and 12 reuse k[1] and k[2], which nothing after stage 5 reads.
    private double TryStep(CountingSystem system, double h, double[] y, double[][] k, double[] trial)
    {
        for (int stage = 1; stage < 12; stage++)
        {
            combine.Apply(trial, y, h, DormandPrince853Tableau.Stages[stage], k);
            system.Apply(trial, k[DormandPrince853Tableau.SlotOf(stage)]);
        }

        // Errors first: they overwrite stages 4 and 5, which the solution does not need.
        combine.Apply(k[3], null, h, DormandPrince853Tableau.FifthOrderError, k);
        combine.Apply(k[4], null, h, DormandPrince853Tableau.ThirdOrderError, k);
        combine.Apply(trial, y, h, DormandPrince853Tableau.Solution, k);
        double e5 = system.Norm(k[3]);
        double e3 = system.Norm(k[4]);
        double denominator = Math.Sqrt((e5 * e5) + (0.01 * e3 * e3));
        return denominator == 0 ? 0 : e5 * e5 / denominator;
    }
}
