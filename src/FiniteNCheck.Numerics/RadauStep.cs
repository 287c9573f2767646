using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>One Radau IIA step of fixed size: the simplified Newton iteration for the stage equations <c>z = h A f(y + z)</c>.</summary>
internal sealed class RadauStep
{
    private const int MaxIterations = 40;

    private readonly IImplicitSystem system;
    private readonly double newtonTolerance;
    private readonly double stallTolerance;
    private readonly double[][] increments;
    private readonly double[][] residuals;
    private readonly double[] stage;
    private readonly Complex[] mode;

    public RadauStep(IImplicitSystem system, RadauTableau tableau, double tolerance)
    {
        this.system = system;
        Tableau = tableau;

        // The iteration error must neither affect the error estimate nor accumulate over the steps. It cannot go below a few
        // rounding units.
        newtonTolerance = Math.Clamp(1e-3 * tolerance, 1e-15, 1e-14);

        // In a long step h the rounding error of f is multiplied by h. An iteration that stalls at that level has converged.
        stallTolerance = Math.Max(1e-13, 1e-2 * tolerance);
        increments = NewStages(tableau.Stages, system.Dimension);
        residuals = NewStages(tableau.Stages, system.Dimension);
        stage = new double[system.Dimension];
        mode = new Complex[system.Dimension];
    }

    public RadauTableau Tableau { get; }

    /// <summary>Attempts a step.</summary>
    /// <param name="y">The state at the start.</param>
    /// <param name="h">The step size.</param>
    /// <param name="linearisation">The linearisation near <paramref name="y"/>.</param>
    /// <param name="result">Receives the state at the end.</param>
    /// <returns>Whether the iteration converged.</returns>
    public bool TryStep(double[] y, double h, ILinearisation linearisation, double[] result)
    {
        Action<Complex[]>[] solvers = [.. Tableau.Modes.Select(each => linearisation.Factorise(each.Eigenvalue / h))];
        foreach (double[] increment in increments)
        {
            Array.Clear(increment);
        }

        double previous = double.PositiveInfinity;
        for (int iteration = 0; iteration < MaxIterations; iteration++)
        {
            Residual(y, h);
            double change = Correct(y, solvers);
            if (!double.IsFinite(change) || (iteration > 1 && change > 2 * previous && change > 1e-10))
            {
                return false;
            }

            if (change <= newtonTolerance || (iteration > 3 && change < stallTolerance && change >= 0.5 * previous))
            {
                return Finish(y, result);
            }

            previous = change;
        }

        return false;
    }

    private bool Finish(double[] y, double[] result)
    {
        // The method is stiffly accurate: the last stage is the result.
        double[] last = increments[^1];
        for (int i = 0; i < y.Length; i++)
        {
            result[i] = y[i] + last[i];
        }

        return true;
    }

    // residual_i = f(y + z_i) - sum_j (A^-1)_ij z_j / h
    private void Residual(double[] y, double h)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            double[] residual = residuals[i];
            for (int n = 0; n < y.Length; n++)
            {
                stage[n] = y[n] + increments[i][n];
            }

            system.Evaluate(stage, residual);
            for (int j = 0; j < increments.Length; j++)
            {
                double weight = Tableau.Inverse.At(i, j) / h;
                double[] increment = increments[j];
                for (int n = 0; n < y.Length; n++)
                {
                    residual[n] -= weight * increment[n];
                }
            }
        }
    }

    // Solves (lambda/h - J) dw = (T^-1 residual) per mode and adds T dw to the increments; returns the size of the change.
    private double Correct(double[] y, Action<Complex[]>[] solvers)
    {
        double[][] changes = NewStages(increments.Length, y.Length);
        for (int k = 0; k < solvers.Length; k++)
        {
            RadauMode each = Tableau.Modes[k];
            Array.Clear(mode);
            for (int i = 0; i < residuals.Length; i++)
            {
                Complex weight = each.FromStages[i];
                for (int n = 0; n < mode.Length; n++)
                {
                    mode[n] += weight * residuals[i][n];
                }
            }

            solvers[k](mode);
            for (int i = 0; i < changes.Length; i++)
            {
                Complex weight = each.ToStages[i];
                for (int n = 0; n < mode.Length; n++)
                {
                    changes[i][n] += (weight.Real * mode[n].Real) - (weight.Imaginary * mode[n].Imaginary);
                }
            }
        }

        double largest = 0;
        for (int i = 0; i < changes.Length; i++)
        {
            for (int n = 0; n < y.Length; n++)
            {
                increments[i][n] += changes[i][n];
                double size = Math.Abs(changes[i][n]) / (1 + Math.Abs(y[n]));
                largest = size > largest || double.IsNaN(size) ? size : largest;
                if (double.IsNaN(largest))
                {
                    return largest;
                }
            }
        }

        return largest;
    }

    private static double[][] NewStages(int stages, int dimension) =>
        [.. Enumerable.Range(0, stages).Select(_ => new double[dimension])];
}
