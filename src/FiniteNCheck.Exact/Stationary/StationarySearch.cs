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

    /// <summary>Finds the stationary state reached from a start: <c>rho(0) + L z</c> with <c>L L z = -L rho(0)</c>.</summary>
    /// <param name="start">The start, of trace 1.</param>
    /// <remarks>
    /// Without a preconditioner GMRES for <c>L x = 0</c> from <c>rho(0)</c> adds combinations of <c>L rho(0), L L rho(0), ..</c> only,
    /// which have the form already.
    /// </remarks>
    public double[] FindReached(double[] start)
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

        Image = new double[x.Length];
        generator.Apply(x, Image);
        Residual = generator.System.Norm(Image);
        return x;
    }
}
