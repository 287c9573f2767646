namespace FiniteNCheck.Numerics;

/// <summary>
/// The explicit Runge-Kutta method of order 8 with embedded error estimates of orders 5 and 3 by Dormand and Prince, in the form of
/// Hairer, Norsett and Wanner, <i>Solving Ordinary Differential Equations I</i> (2nd ed. 1993), section II.10 (DOP853). Steps are chosen so that
/// the local errors of a run add up to at most the tolerance (error per unit step).
/// </summary>
/// <remarks>
/// Holds twelve vectors of the system's length. Not thread safe; the result does not depend on the number of threads.
/// A step is accepted as well when its error estimate is below what rounding leaves of it; that shows in <see cref="AccumulatedError"/>.
/// </remarks>
public sealed class DormandPrince853
{
    /// <summary>Number of vectors of the system's length that a run holds, the state included.</summary>
    public const int VectorsHeld = 12;

    // Rounding of the stages enters the error estimate with weights of order one and stages of size h |L y|, h |L| up to about 6.
    private const double RoundingFloor = 32 * 2.220446049250313e-16;
    private const double Safety = 0.9;
    private const double LargestGrowth = 4;
    private const double LargestShrink = 0.2;

    private readonly IOdeSystem system;
    private readonly double errorPerTime;
    private readonly LinearCombination combine;
    private readonly double[][] k;
    private readonly double[] trial;
    private double step;
    private bool firstStageReady;

    /// <summary>Prepares an integrator.</summary>
    /// <param name="system">The problem.</param>
    /// <param name="errorPerTime">Allowed error per unit of time, in the norm of the system; positive.</param>
    /// <param name="threads">Number of threads for the vector work; at least 1.</param>
    /// <param name="firstStep">The first step to try; 0 to choose it from the slope.</param>
    public DormandPrince853(IOdeSystem system, double errorPerTime, int threads = 1, double firstStep = 0)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(errorPerTime);
        ArgumentOutOfRangeException.ThrowIfNegative(firstStep);
        this.system = system;
        this.errorPerTime = errorPerTime;
        step = firstStep;
        combine = new LinearCombination(threads);
        k = new double[10][];
        for (int i = 0; i < k.Length; i++)
        {
            k[i] = new double[system.Length];
        }

        trial = new double[system.Length];
    }

    /// <summary>Accepted steps so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Rejected steps so far.</summary>
    public long RejectedSteps { get; private set; }

    /// <summary>Evaluations of the right-hand side so far.</summary>
    public long Evaluations { get; private set; }

    /// <summary>The sum of the local error estimates of all accepted steps, in the norm of the system.</summary>
    public double AccumulatedError { get; private set; }

    /// <summary>Advances a state from one time to another.</summary>
    /// <param name="y">The state at <paramref name="from"/>; holds that at <paramref name="to"/> afterwards.</param>
    /// <param name="from">The start.</param>
    /// <param name="to">The end, not before the start.</param>
    /// <param name="afterStep">Called with the time reached after every accepted step.</param>
    /// <param name="cancellationToken">Checked before every step.</param>
    /// <exception cref="ArithmeticException">The error estimate is not finite, or the step became too small to advance time.</exception>
    public void Advance(double[] y, double from, double to, Action<double>? afterStep = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        double t = from;
        firstStageReady = false;
        while (t < to)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!firstStageReady)
            {
                Evaluate(t, y, k[0]);
                firstStageReady = true;
            }

            if (step == 0)
            {
                step = FirstStep(y, to - from);
            }

            // A last step that would leave a sliver is shared between two.
            double rest = to - t;
            double h = step >= rest ? rest : Math.Min(step, rest / 2);
            double error = TryStep(t, h, y);
            double allowed = Math.Max(errorPerTime * h, RoundingFloor * system.Norm(y));
            if (!double.IsFinite(error) || h <= Math.Abs(t) * 1e-15)
            {
                throw new ArithmeticException($"Integration failed at t = {t:R}: step {h:R}, error estimate {error:R}.");
            }

            double factor = error == 0 ? LargestGrowth : Math.Clamp(Safety * Math.Pow(allowed / error, 1.0 / 8), LargestShrink, LargestGrowth);
            if (error > allowed)
            {
                RejectedSteps++;
                step = h * Math.Min(factor, Safety);
                continue;
            }

            Array.Copy(trial, y, y.Length);
            firstStageReady = false;
            t = h == rest ? to : t + h;
            Steps++;
            AccumulatedError += error;

            // A step cut short by the end of the interval says nothing against the longer step that was planned.
            step = h < step ? Math.Max(step, h * factor) : h * factor;
            afterStep?.Invoke(t);
        }
    }

    private double FirstStep(double[] y, double span)
    {
        double slope = system.Norm(k[0]);
        double scale = system.Norm(y);
        return slope > 0 ? Math.Min(span, 0.01 * Math.Max(scale, 1e-300) / slope) : span;
    }

    private void Evaluate(double t, double[] y, double[] derivative)
    {
        system.Evaluate(t, y, derivative);
        Evaluations++;
    }

    // k[0..9] hold stages 1 to 10; stages 11 and 12 reuse k[1] and k[2], which nothing after stage 5 reads.
    private double TryStep(double t, double h, double[] y)
    {
        for (int stage = 1; stage < 12; stage++)
        {
            (double Weight, int Slot)[] row = DormandPrince853Tableau.Stages[stage];
            combine.Apply(trial, y, h, row, k);
            Evaluate(t + (DormandPrince853Tableau.Nodes[stage] * h), trial, k[DormandPrince853Tableau.SlotOf(stage)]);
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
