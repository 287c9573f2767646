namespace FiniteNCheck.Numerics;

/// <summary>
/// Advances <c>dy/dt = L y</c> with a constant <c>L</c> by the Chebyshev series of the exponential on the interval <c>[-2d, 0]</c>,
/// <c>exp(h L) y = e^(-hd) (I_0(hd) + 2 sum_k I_k(hd) T_k(1 + L/d)) y</c> (Tal-Ezer and Kosloff 1984; Bergamaschi and Vianello 2000).
/// For decaying problems the number of applications of <c>L</c> grows with the square root of <c>hd</c>.
/// </summary>
/// <remarks>
/// The error of a step is bounded, not estimated: the residual of the series cut after term <c>k</c> is
/// <c>(d/2)(c_k T_(k+1) - c_(k+1) T_k) y</c> exactly, and a propagator that contracts the norm adds up residuals (Duhamel). Rounding is bounded beside it. It grows with the largest term;
/// a step whose terms exceed the state by <see cref="LargestTerm"/> is done again in two. Holds four vectors.
/// </remarks>
public sealed class ChebyshevPropagator
{
    /// <summary>Number of vectors of the system's length that a run holds, the state included.</summary>
    public const int VectorsHeld = 4;

    /// <summary>How much larger than the state a term may become.</summary>
    public const double LargestTerm = 1e3;

    private const double Epsilon = 2.220446049250313e-16;

    // The rounding of a step in units of its largest term; less cannot be asked for.
    private const double RoundingFloor = 32 * Epsilon;

    // Rounding, to first order. An application is off by some epsilon of |L| |T_k|, as if L were another generator, and what a step of length h makes of it
    // is sum_k c_k k^2/2 = hd/2 of that: the same epsilon (r + w) h whatever the steps. Terms that exceed the state add their own rounding.
    // Of 200 stiff problems with known solutions none exceeded epsilon ((r + w) h + growth) by more than 1.03.
    private const double RoundingOfApplications = 2;
    private const double RoundingOfTerms = 4;
    private const double FirstReach = 25;
    private const double LargestReach = 4000;
    // A spectrum may be far wider along the imaginary axis than along the real one.
    private const double LeastReach = 1e-25;
    private const int LongestSeries = 2000;

    private double[] previous = [];
    private double[] current = [];
    private double[] sum = [];

    /// <summary>What is carried from one step to the next; as it was where a step ends with an exception.</summary>
    public ChebyshevAccount Account { get; set; } = new(FirstReach, LargestReach, 0, 0, 0);

    /// <summary>Steps so far.</summary>
    public long Steps => Account.Steps;

    /// <summary>Steps that were done again so far.</summary>
    public long RejectedSteps => Account.RejectedSteps;

    /// <summary>Applications of <c>L</c> so far.</summary>
    public long Applications => Account.Applications;

    /// <summary>Makes room for states of another length, and forgets what components held that <c>L</c> does not write.</summary>
    /// <param name="length">The number of components.</param>
    public void Resize(int length)
    {
        if (length > previous.Length)
        {
            // Old vectors go before new ones come; some room to grow saves the next time.
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

    /// <summary>The step that is tried next, where nothing cuts it short.</summary>
    /// <param name="system">The problem.</param>
    public double NextLength(ILinearSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return Account.Reach / HalfWidth(system, double.PositiveInfinity);
    }

    /// <summary>How fast a state changes, <c>||L y||</c>. It never grows where the exponential contracts the norm: the state is off by no more than the time times it from then on.</summary>
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

    /// <summary>A bound of what rounding adds to the error per unit of time, terms that exceed the state apart.</summary>
    /// <param name="system">The problem.</param>
    /// <param name="size">The norm of the state.</param>
    public static double RoundingPerTime(ILinearSystem system, double size)
    {
        ArgumentNullException.ThrowIfNull(system);
        return RoundingOfApplications * Epsilon * (system.DecayBound + system.OscillationBound) * size;
    }

    /// <summary>Advances a state by one step, as long as serves.</summary>
    /// <param name="system">The problem.</param>
    /// <param name="y">The state; advanced.</param>
    /// <param name="most">The longest step, positive.</param>
    /// <param name="errorPerTime">Allowed error per unit of time, in the norm of the system; positive.</param>
    /// <param name="cancellationToken">Checked before every application of <c>L</c>.</param>
    /// <exception cref="ArithmeticException">The state is not finite, or the series does not converge.</exception>
    public ChebyshevStep Step(ILinearSystem system, double[] y, double most, double errorPerTime, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(errorPerTime);
        if (previous.Length < y.Length)
        {
            Resize(y.Length);
        }

        double d = HalfWidth(system, most);
        double size = system.Norm(y);
        ChebyshevAccount account = Account;
        double h = Math.Min(most, account.Reach / d);

        // A last step that would leave a sliver is shared between two.
        h = h < most && h > most / 2 ? most / 2 : h;
        while (true)
        {
            double allowed = Math.Max(errorPerTime * h, RoundingFloor * size);
            (double error, double growth, int applications) = Try(system, y, h, d, size, allowed, cancellationToken);
            account = account with { Applications = account.Applications + applications };
            if (double.IsFinite(error))
            {
                Array.Copy(sum, y, y.Length);
                Account = After(account, h * d, growth);
                return new ChebyshevStep(h, error, (RoundingPerTime(system, size) * h) + (RoundingOfTerms * Epsilon * growth * size));
            }

            if (!double.IsFinite(size) || h * d < LeastReach)
            {
                throw new ArithmeticException($"The Chebyshev series does not converge: step {h:R}, norm of the state {size:R}.");
            }

            account = account with { RejectedSteps = account.RejectedSteps + 1, Reach = h / 2 * d, Ceiling = 0.7 * h * d };
            h /= 2;
        }
    }

    // Half the width of the interval: wider than the decay needs where oscillations are faster, whose terms then grow less. No width where L = 0.
    private static double HalfWidth(ILinearSystem system, double most)
    {
        double d = Math.Max(system.DecayBound, system.OscillationBound) / 2;
        return d > 0 ? d : 1 / most;
    }

    // The logarithm of the largest term grows in proportion to the reach. A step cut short by the end says nothing against a longer one;
    // one that was done again does, for a while.
    private static ChebyshevAccount After(ChebyshevAccount account, double reached, double growth)
    {
        double ceiling = Math.Min(LargestReach, 1.05 * account.Ceiling);
        double factor = Math.Clamp(Math.Log(LargestTerm / 10) / Math.Max(Math.Log(growth), 0.1), 0.5, 1.5);
        double next = Math.Min(ceiling, reached * factor);
        next = reached < 0.99 * account.Reach ? Math.Max(account.Reach, next) : next;
        return account with { Reach = next, Ceiling = ceiling, Steps = account.Steps + 1 };
    }

    // The error bound, or NaN where a term grew too large; the largest term in units of the state; and the applications.
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
            if (!(weighted <= LargestTerm))
            {
                return (double.NaN, growth, k + 1);
            }

            if (mayEnd)
            {
                double error = (residualWeight * ((coefficients[k] * norm) + (coefficients[k + 1] * system.Norm(last)))) + (coefficients[k + 1] * norm);
                if (error <= allowed)
                {
                    return (error, growth, k + 1);
                }

                // Where the coefficients would do but the error rises, modes outside the interval have taken over: two short steps are cheaper.
                // Against the term before the last, since the terms of a single mode inside take turns.
                if (error > errorBefore)
                {
                    return (double.NaN, growth, k + 1);
                }

                (lastError, errorBefore) = (error, lastError);
            }
        }

        return (double.NaN, growth, coefficients.Length - 1);
    }

    // e^(-x) I_0(x), 2 e^(-x) I_1(x), ... by Miller's backward recurrence, normalised by e^(-x) (I_0 + 2 sum I_k) = 1; long enough for terms
    // that grow by the largest factor allowed.
    private static double[] Coefficients(double x, double relative)
    {
        int length = 16 + (int)(x < 1 ? 20 : Math.Sqrt(2 * x * Math.Log(1e8 / Math.Max(relative, 1e-20))) + (0.2 * x) + 20);
        length = Math.Min(length, LongestSeries);
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
