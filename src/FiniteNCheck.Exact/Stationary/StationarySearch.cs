using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Stationary;

/// <summary>Searches for a state that is stationary in the norm of states.</summary>
internal sealed class StationarySearch
{
    // What a residual hides may lie along slower modes than what was seen to move.
    private const double Caution = 3;

    private readonly StationaryGenerator generator;
    private readonly PartwiseSolver solver;

    /// <summary>Prepares a search.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="solver">Solves equations with it.</param>
    /// <param name="tolerance">The residual aimed at, in units of the rate per spin.</param>
    public StationarySearch(StationaryGenerator generator, PartwiseSolver solver, double tolerance)
    {
        this.generator = generator;
        this.solver = solver;
        Target = Math.Max(tolerance * generator.RatePerSpin, generator.Rounding);
    }

    /// <summary>The residual aimed at, in the norm of states.</summary>
    public double Target { get; }

    /// <summary>The residual <c>L rho</c>.</summary>
    public double[] Image { get; private set; } = [];

    /// <summary>Its norm <c>||L rho||</c>, in the norm of states.</summary>
    public double Residual { get; private set; }

    /// <summary>
    /// About how far the state is from the stationary one, in the norm of states: the residual times the largest factor by which a round of
    /// steps moved the state for the residual that it removed. An estimate: where modes are slower than those that moved, it is too small.
    /// </summary>
    public double Error => Caution * Residual * Math.Max(solver.Amplification, 1 / generator.RatePerSpin);

    /// <summary>Finds the stationary state.</summary>
    /// <param name="start">The start where it matters; <see langword="null"/> where there is one stationary state.</param>
    public double[] Find(double[]? start) => start is null ? FindOnly() : FindReached(start);

    // The only one: (L + u tr) x = u.
    private double[] FindOnly()
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
            solver.Precondition,
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

    // The one reached from a start: rho(0) + L z with L L z = -L rho(0). Without a preconditioner GMRES for L x = 0 from rho(0) adds
    // combinations of L rho(0), L L rho(0), .. only, which have the form already.
    private double[] FindReached(double[] start)
    {
        double[] x = [.. start];
        if (!solver.Factorises)
        {
            Improve(x, correction: x, generator.Apply, solver.Precondition, residual =>
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
                solver.Precondition(v, inner);
                solver.Precondition(inner, y);
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

    /// <summary>Computes the residual of a state, which becomes the one that this search tells of.</summary>
    /// <param name="state">The state, of trace 1.</param>
    public void Certify(double[] state)
    {
        Image = new double[state.Length];
        generator.Apply(state, Image);
        Residual = generator.System.Norm(Image);
    }

    private static void Negate(double[] vector)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = -vector[i];
        }
    }

    private void Improve(
        double[] x,
        double[] correction,
        Action<double[], double[]> apply,
        Action<double[], double[]> precondition,
        Action<double[]> writeResidual) =>
        solver.Improve(x, correction, apply, precondition, writeResidual, generator.System.Norm, Target);

    private double[] Normalise(double[] x)
    {
        double trace = generator.Trace(x);
        for (int i = 0; i < x.Length; i++)
        {
            x[i] /= trace;
        }

        Certify(x);
        return x;
    }
}
