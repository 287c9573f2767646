using FiniteNCheck.Model;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Stationary;

/// <summary>Drives GMRES until the state is stationary in the norm of states, and adds to the preconditioner where it is slow.</summary>
internal sealed class StationarySearch
{
    /// <summary>Vectors before a restart.</summary>
    public const int Restart = 50;

    // Without a preconditioner a restart can cost convergence, and small states can do without one.
    private const int RestartOfSmall = 300;
    private const int Small = 3000;

    // More steps than this do not help any more: measured searches that converge at all take a third of it.
    private const int MaxSteps = 1500;

    // Strips alone are fast enough where one round of steps gains this factor.
    private const double FastEnough = 1e-5;

    // In units of the rate per spin. Populations are one part: the smaller the shift, the closer to a direct solution.
    private const double ShiftOfParts = 0.05;
    private const double ShiftOfAll = 1e-8;

    // What a residual hides may lie along slower modes than what was seen to move.
    private const double Caution = 3;

    private readonly StationaryGenerator generator;
    private readonly int threads;
    private readonly bool mayFactorise;
    private readonly Action<double, string> report;
    private readonly CancellationToken cancellation;
    private readonly Gmres gmres;
    private readonly double[] between;
    private PartPreconditioner? strips;
    private PartPreconditioner? sectors;
    private double amplification;

    /// <summary>Prepares a search.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="tolerance">The residual aimed at, in units of the rate per spin.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="mayFactorise">Whether there is memory for a preconditioner.</param>
    /// <param name="report">Receives how far the search is, and what it does.</param>
    /// <param name="cancellation">Cancels the search.</param>
    public StationarySearch(
        StationaryGenerator generator,
        double tolerance,
        int threads,
        bool mayFactorise,
        Action<double, string> report,
        CancellationToken cancellation)
    {
        this.generator = generator;
        this.threads = threads;
        this.mayFactorise = mayFactorise && generator.Operators.IsBanded;
        this.report = report;
        this.cancellation = cancellation;
        gmres = new Gmres(!this.mayFactorise && generator.Layout.Numbers <= Small ? RestartOfSmall : Restart);
        between = new double[generator.Layout.Length];
        Target = Math.Max(tolerance * generator.RatePerSpin, generator.Rounding);
    }

    /// <summary>The residual aimed at, in the norm of states.</summary>
    public double Target { get; }

    /// <summary>The residual <c>||L rho||</c> reached, in the norm of states.</summary>
    public double Residual { get; private set; }

    /// <summary>
    /// About how far the state is from the stationary one, in the norm of states: the residual times the largest factor by which a round of
    /// steps moved the state for the residual that it removed. An estimate: where modes are slower than those that moved, it is too small.
    /// </summary>
    public double Error => Caution * Residual * Math.Max(amplification, 1 / generator.RatePerSpin);

    /// <summary>The numbers in the factors.</summary>
    public long FactorNumbers => (strips?.Numbers ?? 0) + (sectors?.Numbers ?? 0);

    /// <summary>The method, in words.</summary>
    public string Method =>
        $"GMRES in {gmres.Steps} steps" + (strips is null ? ", no preconditioner"
            : generator.Layout.IsDiagonal ? ", populations factorised directly"
            : sectors is null ? ", preconditioned at fixed M - M'"
            : ", preconditioned at fixed M - M' and at fixed J");

    /// <summary>Finds the only stationary state: <c>(L + u tr) x = u</c>.</summary>
    public double[] FindOnly()
    {
        double[] x = [.. generator.Mixed];
        Improve(
            x,
            correction: x,
            (v, image) =>
            {
                generator.Apply(v, image);
                LinearCombination.AddScaled(image, generator.Trace(v), generator.Mixed);
            },
            Precondition,
            residual =>
            {
                generator.Apply(x, residual);
                double missing = 1 - generator.Trace(x);
                for (int i = 0; i < residual.Length; i++)
                {
                    residual[i] = (missing * generator.Mixed[i]) - residual[i];
                }
            });
        return Normalise(x);
    }

    /// <summary>Finds the stationary state reached from a start: <c>rho(0) + L z</c> with <c>L L z = -L rho(0)</c>.</summary>
    /// <param name="start">The start, of trace 1.</param>
    /// <remarks>
    /// Without a preconditioner GMRES for <c>L x = 0</c> from <c>rho(0)</c> adds combinations of <c>L rho(0), L L rho(0), ..</c> only,
    /// which have the form already.
    /// </remarks>
    public double[] FindReached(double[] start)
    {
        double[] x = [.. start];
        if (!mayFactorise)
        {
            Improve(x, correction: x, generator.Apply, null, residual =>
            {
                generator.Apply(x, residual);
                Negate(residual);
            });
            return Normalise(x);
        }

        double[] z = new double[x.Length];
        double[] inner = new double[x.Length];
        Improve(
            x,
            correction: z,
            (v, image) =>
            {
                generator.Apply(v, inner);
                generator.Apply(inner, image);
            },
            (v, y) =>
            {
                Precondition(v, inner);
                Precondition(inner, y);
            },
            residual =>
            {
                // What was found is added to the state, so that the next round starts from its true residual.
                generator.Apply(z, residual);
                LinearCombination.AddScaled(x, 1, residual);
                Array.Clear(z);
                generator.Apply(x, residual);
                Negate(residual);
            });
        return Normalise(x);
    }

    private static void Negate(double[] vector)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = -vector[i];
        }
    }

    // Rounds of GMRES between true residuals, until the norm of states is small or no round gains anything.
    private void Improve(
        double[] x,
        double[] correction,
        Action<double[], double[]> apply,
        Action<double[], double[]>? precondition,
        Action<double[]> writeResidual)
    {
        double[] residual = new double[x.Length];
        writeResidual(residual);
        double first = generator.System.Norm(residual);
        double now = first;
        double[] best = [.. x];
        double[] last = [.. x];
        double[] moved = new double[x.Length];
        double bestNorm = now;
        while (now > Target && gmres.Steps < MaxSteps)
        {
            if (mayFactorise && strips is null)
            {
                report(0, "factorising");
                double shift = generator.Layout.IsDiagonal ? ShiftOfAll : ShiftOfParts;
                strips = PartPreconditioner.OfStrips(
                    generator.Layout, generator.Operators, shift * generator.RatePerSpin, threads, cancellation);
            }

            double target = 0.3 * Target * Gmres.Norm(residual) / now;
            gmres.Improve(apply, strips is null ? null : precondition, residual, correction, target, Tell, cancellation);
            double before = now;
            writeResidual(residual);
            now = generator.System.Norm(residual);
            x.CopyTo(moved, 0);
            LinearCombination.AddScaled(moved, -1, last);
            amplification = Math.Max(amplification, generator.System.Norm(moved) / before);
            x.CopyTo(last, 0);
            if (now < bestNorm)
            {
                bestNorm = now;
                x.CopyTo(best, 0);
            }

            bool slow = now > FastEnough * before && now > Target;
            if (slow && strips is not null && sectors is null && !generator.Layout.IsDiagonal)
            {
                report(0, "factorising");
                sectors = PartPreconditioner.OfSectors(generator.Layout, generator.Operators, strips.Shift, threads, cancellation);
            }
            else if (now > 0.5 * before)
            {
                break;
            }
        }

        best.CopyTo(x, 0);

        void Tell(double euclidean)
        {
            double fraction = Math.Log(first / Math.Max(euclidean, Target)) / Math.Log(Math.Max(first / Target, 2));
            report(Math.Clamp(fraction, 0, 1), $"{gmres.Steps} steps, residual about {Numeral.Of(euclidean, 2)}");
        }
    }

    // y = P_s^-1 x, then y += P_J^-1 (x - (L - s) y) where sectors are factorised too.
    private void Precondition(double[] x, double[] y)
    {
        strips!.Solve(x, y);
        if (sectors is null)
        {
            return;
        }

        generator.Apply(y, between);
        for (int i = 0; i < between.Length; i++)
        {
            between[i] = x[i] - between[i] + (strips.Shift * y[i]);
        }

        double[] more = new double[y.Length];
        sectors.Solve(between, more);
        LinearCombination.AddScaled(y, 1, more);
    }

    private double[] Normalise(double[] x)
    {
        double trace = generator.Trace(x);
        for (int i = 0; i < x.Length; i++)
        {
            x[i] /= trace;
        }

        double[] image = new double[x.Length];
        generator.Apply(x, image);
        Residual = generator.System.Norm(image);
        return x;
    }
}
