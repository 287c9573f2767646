namespace FiniteNCheck.Numerics;

/// <summary>
/// Adaptive implicit integration of <c>dy/dt = f(y)</c> by Radau IIA. The method is L-stable, so accuracy and not stiffness
/// limits the step. The local error is estimated by repeating each step as two half steps, whose result is kept. Not thread-safe.
/// </summary>
/// <remarks>
/// Stage equations are solved by a simplified Newton iteration in the eigenbasis of <c>A^-1</c> (Hairer and Wanner 1996, section
/// IV.8). The estimate divides the difference by <c>2^s - 1</c>, appropriate for the stage order, instead of <c>2^(2s-1) - 1</c>.
/// Stiff problems show this lower order; smooth problems are solved more accurately than requested.
/// </remarks>
public sealed class RadauIntegrator
{
    private const double Safety = 0.9;
    private const double MaxFactor = 4;
    private const double MinFactor = 0.2;

    private readonly IImplicitSystem system;
    private readonly RadauStep stepper;
    private readonly double tolerance;
    private readonly double[] full;
    private readonly double[] half;
    private readonly double[] refined;
    private double suggestion;

    /// <summary>Creates an integrator.</summary>
    /// <param name="system">The system.</param>
    /// <param name="tolerance">The local error allowed per step, for each <c>y_i</c> relative to <c>1 + |y_i|</c>; 1e-14 to 1e-2.</param>
    /// <param name="stages">The number of stages, 1 to 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance or the number of stages is outside its range.</exception>
    public RadauIntegrator(IImplicitSystem system, double tolerance, int stages = 5)
    {
        ArgumentNullException.ThrowIfNull(system);
        if (!(tolerance is >= 1e-14 and <= 1e-2))
        {
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "Expected 1e-14 to 1e-2.");
        }

        this.system = system;
        this.tolerance = tolerance;
        stepper = new RadauStep(system, RadauTableau.WithStages(stages), tolerance);
        full = new double[system.Dimension];
        half = new double[system.Dimension];
        refined = new double[system.Dimension];
    }

    /// <summary>The number of accepted steps so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Advances a state by a given time.</summary>
    /// <param name="y">The state; overwritten by the state after <paramref name="duration"/>.</param>
    /// <param name="duration">The time to advance, finite and not negative.</param>
    /// <param name="cancellationToken">Checked before every step.</param>
    /// <exception cref="IntegrationException">The step size has become too small, or the right-hand side is not finite.</exception>
    public void Advance(double[] y, double duration, CancellationToken cancellationToken = default)
    {
        if (!double.IsFinite(duration) || duration < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "Expected a finite time, at least 0.");
        }

        double done = 0;
        while (done < duration)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double left = duration - done;
            double step = Step(y, left);

            // The last step ends exactly at the end, so that rounding leaves no tiny remainder.
            double reached = step >= left ? duration : done + step;
            if (reached <= done)
            {
                throw new IntegrationException(
                    $"The implicit integration needs steps of {step:0.##e0} after a time of {done:0.#####e0}: it cannot advance.");
            }

            done = reached;
        }
    }

    /// <summary>Takes one accepted step.</summary>
    /// <param name="y">The state; overwritten by the state after the step.</param>
    /// <param name="maxStep">The largest step allowed, positive.</param>
    /// <returns>The size of the step taken.</returns>
    /// <exception cref="IntegrationException">The step size has become too small, or the right-hand side is not finite.</exception>
    public double Step(double[] y, double maxStep)
    {
        ArgumentNullException.ThrowIfNull(y);
        if (suggestion <= 0)
        {
            suggestion = FirstStep(y);
        }

        // Split the remaining time in two halves rather than leave a tiny last step.
        double h = suggestion >= maxStep ? maxStep : Math.Min(suggestion, suggestion > maxStep / 2 ? maxStep / 2 : maxStep);
        double smallest = Math.Min(maxStep, 1e-14 * suggestion);
        ILinearisation linearisation = system.Linearise(y);
        while (true)
        {
            double error = TryDoubleStep(y, h, linearisation);
            double factor = Factor(error);
            if (error <= tolerance)
            {
                refined.CopyTo(y, 0);

                // A step cut short by an output time is no reason to lower the suggestion.
                suggestion = Math.Max(h * factor, h < suggestion ? suggestion * Math.Min(1, factor) : 0);
                Steps++;
                return h;
            }

            h *= double.IsFinite(error) ? Math.Min(factor, Safety) : MinFactor;
            suggestion = h;
            if (h < smallest || h <= 0)
            {
                throw new IntegrationException(
                    $"The implicit integration needs steps below {h:0.##e0} to keep a local error of {tolerance:0.##e0}.");
            }
        }
    }

    private double Factor(double error)
    {
        if (!double.IsFinite(error))
        {
            return MinFactor;
        }

        double optimal = Math.Pow(tolerance / Math.Max(error, 1e-300), 1.0 / (stepper.Tableau.Order + 1));
        return Math.Clamp(Safety * optimal, MinFactor, MaxFactor);
    }

    // Leaves the double step in `refined` and returns its error estimate, or infinity if an iteration did not converge.
    private double TryDoubleStep(double[] y, double h, ILinearisation linearisation)
    {
        bool converged = stepper.TryStep(y, h, linearisation, full)
            && stepper.TryStep(y, h / 2, linearisation, half)
            && stepper.TryStep(half, h / 2, system.Linearise(half), refined);
        if (!converged)
        {
            return double.PositiveInfinity;
        }

        double largest = 0;
        for (int i = 0; i < y.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(refined[i] - full[i]) / (1 + Math.Abs(refined[i])));
        }

        return largest / (Math.Pow(2, stepper.Tableau.Stages) - 1);
    }

    private double FirstStep(double[] y)
    {
        double[] slope = new double[y.Length];
        system.Evaluate(y, slope);
        double steepness = 0;
        for (int i = 0; i < y.Length; i++)
        {
            steepness = Math.Max(steepness, Math.Abs(slope[i]) / (1 + Math.Abs(y[i])));
        }

        if (!double.IsFinite(steepness))
        {
            throw new IntegrationException("The right-hand side at the start is not finite.");
        }

        return 0.1 / (1 + steepness);
    }
}
