namespace FiniteNCheck.Numerics;

/// <summary>
/// Advances <c>dy/dt = L y</c> with a constant <c>L</c> by the Chebyshev series of the exponential on the interval <c>[-2d, 0]</c>,
/// <c>exp(h L) y = e^(-hd) (I_0(hd) + 2 sum_k I_k(hd) T_k(1 + L/d)) y</c> (Tal-Ezer and Kosloff 1984; Bergamaschi and Vianello 2000).
/// For decaying problems the number of applications of <c>L</c> grows with the square root of <c>hd</c>.
/// </summary>
/// <remarks>
/// The truncation error of a step is bounded rigorously, not estimated. The residual of the series truncated after term <c>k</c> is exactly
/// <c>(d/2)(c_k T_(k+1) - c_(k+1) T_k) y</c>, and a propagator that contracts the norm adds up residuals (Duhamel's principle). Rounding is
/// bounded separately. It grows with the largest term, so a step whose terms exceed the state by a factor <see cref="MaxTermGrowth"/> is
/// rejected and halved. Holds four vectors. Not thread-safe.
/// </remarks>
public sealed class ChebyshevPropagator
{
    /// <summary>The number of vectors of the system's length that a run holds, including the state.</summary>
    public const int VectorsHeld = 4;

    /// <summary>The largest norm of a term of the series, relative to the norm of the state.</summary>
    public const double MaxTermGrowth = 1e3;

    private const double Epsilon = 2.220446049250313e-16;

    // The smallest tolerance of a step relative to the state: rounding errors do not allow less.
    private const double RoundingFloor = 32 * Epsilon;

    // Rounding to first order. An application of L is off by some epsilon |L| |T_k|, a backward error in L. A step of length h
    // amplifies it by sum_k c_k k^2/2 = hd/2. The result is epsilon (r + w) h, independent of the step sizes. Terms that exceed
    // the state add their own rounding. In 200 stiff problems with known solutions the error never exceeded
    // 1.03 epsilon ((r + w) h + growth).
    private const double RoundingOfApplications = 2;
    private const double RoundingOfTerms = 4;
    private const double FirstReach = 25;
    private const double MaxReach = 4000;

    // This small, because a spectrum may be far wider along the imaginary axis than along the real one.
    private const double MinReach = 1e-25;
    private const int MaxSeriesLength = 2000;

    private double[] previous = [];
    private double[] current = [];
    private double[] sum = [];

    /// <summary>The step-size control and counters carried from step to step. Unchanged if a step throws.</summary>
    public ChebyshevState State { get; set; } = new(FirstReach, MaxReach, 0, 0, 0);

    /// <summary>The number of accepted steps.</summary>
    public long Steps => State.Steps;

    /// <summary>The number of rejected attempts.</summary>
    public long RejectedSteps => State.RejectedSteps;

    /// <summary>The number of applications of <c>L</c>.</summary>
    public long Applications => State.Applications;

    /// <summary>Makes room for states of another length and clears components that <c>L</c> does not write.</summary>
    /// <param name="length">The number of components.</param>
    public void Resize(int length)
    {
        if (length > previous.Length)
        {
            // Release the old vectors before allocating new ones. Spare room saves the next reallocation.
            bool grows = previous.Length > 0 && Steps > 0;
            (previous, current, sum) = ([], [], []);
            int room = grows ? (int)Math.Min(0x7FFFFFC7, length * 1.2) : length;
            (previous, current, sum) = (new double[room], new double[room], new double[room]);
        }
        else
        {
            Array.Clear(current);
        }
    }

    /// <summary>The length of the next step to be tried, unless the end of the interval is closer.</summary>
    /// <param name="system">The problem.</param>
    public double NextLength(ILinearSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return State.Reach / HalfWidth(system, double.PositiveInfinity);
    }

    /// <summary>
    /// The rate of change of a state, <c>||L y||</c>. If the exponential contracts the norm it never increases, so over a time <c>t</c> the
    /// state moves by at most <c>t ||L y||</c>.
    /// </summary>
    /// <param name="system">The problem.</param>
    /// <param name="y">The state.</param>
    public double Speed(ILinearSystem system, double[] y)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(y);
        if (current.Length < y.Length)
        {
            Resize(y.Length);
        }

        system.Apply(y, current);
        return system.Norm(current);
    }

    /// <summary>A bound of the rounding error per unit of time, without the contribution of terms that exceed the state.</summary>
    /// <param name="system">The problem.</param>
    /// <param name="size">The norm of the state.</param>
    public static double RoundingPerTime(ILinearSystem system, double size)
    {
        ArgumentNullException.ThrowIfNull(system);
        return RoundingOfApplications * Epsilon * (system.DecayBound + system.OscillationBound) * size;
    }

    /// <summary>Advances a state by one step of adaptive length.</summary>
    /// <param name="system">The problem.</param>
    /// <param name="y">The state; advanced.</param>
    /// <param name="maxStep">The longest step, positive.</param>
    /// <param name="errorPerTime">The tolerance: truncation error per unit of time in the norm of the system; positive.</param>
    /// <param name="cancellationToken">Checked before every application of <c>L</c>.</param>
    /// <exception cref="ArithmeticException">The state is not finite, or the series does not converge.</exception>
    public ChebyshevStep Step(
        ILinearSystem system,
        double[] y,
        double maxStep,
        double errorPerTime,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxStep);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(errorPerTime);
        if (previous.Length < y.Length)
        {
            Resize(y.Length);
        }

        double d = HalfWidth(system, maxStep);
        double size = system.Norm(y);
        ChebyshevState carried = State;
        double h = Math.Min(maxStep, carried.Reach / d);

        // Split the remaining time in two halves rather than leave a tiny last step.
        h = h < maxStep && h > maxStep / 2 ? maxStep / 2 : h;
        while (true)
        {
            double allowed = Math.Max(errorPerTime * h, RoundingFloor * size);
            (double error, double growth, int applications) = Try(system, y, h, d, size, allowed, cancellationToken);
            carried = carried with { Applications = carried.Applications + applications };
            if (double.IsFinite(error))
            {
                Array.Copy(sum, y, y.Length);
                State = After(carried, h * d, growth);
                double rounding = (RoundingPerTime(system, size) * h) + (RoundingOfTerms * Epsilon * growth * size);
                return new ChebyshevStep(h, error, rounding);
            }

            if (!double.IsFinite(size) || h * d < MinReach)
            {
                throw new ArithmeticException($"The Chebyshev series does not converge: step {h:R}, norm of the state {size:R}.");
            }

            carried = carried with { RejectedSteps = carried.RejectedSteps + 1, Reach = h / 2 * d, Ceiling = 0.7 * h * d };
            h /= 2;
        }
    }

    // Half the width of the interval. Fast oscillations widen it beyond what the decay needs, so that their terms grow less.
    // For L = 0 any width will do.
    private static double HalfWidth(ILinearSystem system, double maxStep)
    {
        double d = Math.Max(system.DecayBound, system.OscillationBound) / 2;
        return d > 0 ? d : 1 / maxStep;
    }

    // The logarithm of the largest term is proportional to the reach. A step cut short by the end of the interval is no reason to lower the
    // reach. A rejected one is, for a while: the ceiling recovers by 5% per step.
    private static ChebyshevState After(ChebyshevState carried, double reached, double growth)
    {
        double ceiling = Math.Min(MaxReach, 1.05 * carried.Ceiling);
        double factor = Math.Clamp(Math.Log(MaxTermGrowth / 10) / Math.Max(Math.Log(growth), 0.1), 0.5, 1.5);
        double next = Math.Min(ceiling, reached * factor);
        next = reached < 0.99 * carried.Reach ? Math.Max(carried.Reach, next) : next;
        return carried with { Reach = next, Ceiling = ceiling, Steps = carried.Steps + 1 };
    }

    // Returns the error bound, or NaN if the attempt failed; the largest term relative to the state; and the number of applications.
    private (double Error, double Growth, int Applications) Try(
        ILinearSystem system, double[] y, double h, double d, double size, double allowed, CancellationToken cancellationToken)
    {
        double[] coefficients = Coefficients(h * d, allowed / Math.Max(size, double.Epsilon));
        double[] last = previous;
        double[] term = current;
        Array.Copy(y, last, y.Length);
        for (int i = 0; i < y.Length; i++)
        {
            sum[i] = coefficients[0] * y[i];
        }

        cancellationToken.ThrowIfCancellationRequested();
        system.Apply(y, term, 1 / d, 1, 0, sum, coefficients[1]);
        double growth = 1;
        (double lastError, double errorBefore) = (double.PositiveInfinity, double.PositiveInfinity);
        double residualWeight = h * d / 2;
        for (int k = 1; k < coefficients.Length - 1; k++)
        {
            // T_(k+1) = 2 (1 + L/d) T_k - T_(k-1), in the place of T_(k-1).
            cancellationToken.ThrowIfCancellationRequested();
            system.Apply(term, last, 2 / d, 2, -1, sum, coefficients[k + 1]);
            (last, term) = (term, last);
            bool mayEnd = residualWeight * coefficients[k] * size <= allowed;
            if (!mayEnd && k % 8 != 0)
            {
                continue;
            }

            double norm = system.Norm(term);
            double weighted = coefficients[k + 1] * norm / Math.Max(size, double.Epsilon);
            growth = Math.Max(growth, weighted);
            if (!(weighted <= MaxTermGrowth))
            {
                return (double.NaN, growth, k + 1);
            }

            if (mayEnd)
            {
                double error = (residualWeight * ((coefficients[k] * norm) + (coefficients[k + 1] * system.Norm(last))))
                    + (coefficients[k + 1] * norm);
                if (error <= allowed)
                {
                    return (error, growth, k + 1);
                }

                // The coefficients are small enough, but the error rises: modes outside the interval dominate, and two short
                // steps are cheaper. Compare with the term before the last, since the terms of a single mode inside the interval
                // alternate in size.
                if (error > errorBefore)
                {
                    return (double.NaN, growth, k + 1);
                }

                (lastError, errorBefore) = (error, lastError);
            }
        }

        return (double.NaN, growth, coefficients.Length - 1);
    }

    // e^(-x) I_0(x), 2 e^(-x) I_1(x), ... by Miller's backward recurrence, normalised by e^(-x) (I_0 + 2 sum I_k) = 1. The series is long
    // enough for terms that grow by the largest allowed factor.
    private static double[] Coefficients(double x, double relative)
    {
        int length = 16 + (int)(x < 1 ? 20 : Math.Sqrt(2 * x * Math.Log(1e8 / Math.Max(relative, 1e-20))) + (0.2 * x) + 20);
        length = Math.Min(length, MaxSeriesLength);
        double[] c = new double[length + 1];
        double above = 0;
        double here = 1e-290;
        double total = 0;
        int start = length + 40 + (int)x;
        for (int k = start; k >= 0; k--)
        {
            if (k <= length)
            {
                c[k] = here;
            }

            total += k == 0 ? here : 2 * here;
            (here, above) = (above + (2 * k / x * here), here);
            if (here > 1e250)
            {
                here *= 1e-250;
                above *= 1e-250;
                total *= 1e-250;
                for (int j = Math.Max(k, 0); j <= length; j++)
                {
                    c[j] *= 1e-250;
                }
            }
        }

        for (int k = 0; k <= length; k++)
        {
            c[k] *= (k == 0 ? 1 : 2) / total;
        }

        return c;
    }
}
