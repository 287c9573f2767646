using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// The exact moments of a model of independent spins at any N. The Bloch equation <c>dm/dt = A m + b</c> of one spin is solved by a matrix
/// exponential in 28 digits, so stiff rates and many periods cost no accuracy. A product state remains one, with covariance
/// <c>delta_ab - m_a m_b</c>.
/// </summary>
internal static class IndependentSpins
{
    /// <summary>The mean of each block's spins at a time, in the order of the observables.</summary>
    /// <param name="model">The model; no couplings, every rate constant.</param>
    /// <param name="time">The time.</param>
    public static double[] Mean(CollectiveModel model, double time) =>
        [.. Enumerable.Range(0, model.Blocks.Length).SelectMany(block => Bloch(model, block, time))];

    /// <summary>The covariance belonging to a mean.</summary>
    /// <param name="mean">The mean.</param>
    public static double[,] Covariance(double[] mean)
    {
        double[,] covariance = new double[mean.Length, mean.Length];
        for (int a = 0; a < mean.Length; a++)
        {
            for (int b = 0; b < mean.Length; b++)
            {
                covariance[a, b] = a / 3 == b / 3 ? (a == b ? 1 : 0) - (mean[a] * mean[b]) : 0;
            }
        }

        return covariance;
    }

    private static double[] Bloch(CollectiveModel model, int block, double time)
    {
        if (model.Couplings.Any(pair => pair.Strength != 0)
            || model.Jumps.Any(jump => jump.Rate is not PolynomialRate { Coefficients.Length: 1 }))
        {
            throw new ArgumentException("Expected independent spins.", nameof(model));
        }

        decimal[,] generator = Generator(model, block);
        decimal[,] propagator = Exponential(generator, Exact(time));
        PauliVector start = ((ProductState)model.Initial).Bloch[block].InsideSphere();
        decimal[] affine = [1, Exact(start.X), Exact(start.Y), Exact(start.Z)];
        return [.. Enumerable.Range(1, 3).Select(a => (double)Enumerable.Range(0, 4).Sum(b => propagator[a, b] * affine[b]))];
    }

    // L_ab = 1/2 tr(sigma_a L[sigma_b]) with sigma_0 = 1, entry by entry; the first row, the trace, is 0.
    private static decimal[,] Generator(CollectiveModel model, int block)
    {
        SpinOperator[] pauli = [SpinOperator.Identity, .. Enum.GetValues<PauliAxis>().Select(SpinOperator.Pauli)];
        decimal[,] generator = new decimal[4, 4];
        PauliVector field = model.Fields[block];
        for (int b = 0; b < 4; b++)
        {
            for (int a = 1; a < 4; a++)
            {
                Complex sum = 0;
                foreach (JumpChannel jump in model.Jumps.Where(jump => jump.Block == block))
                {
                    SpinOperator j = jump.Operator;
                    SpinOperator product = j.Adjoint() * j;
                    double rate = jump.Rate.Value(0) * jump.Rate.Value(0);
                    Complex loss = Trace(pauli[a] * product * pauli[b]) + Trace(pauli[a] * pauli[b] * product);
                    sum += rate * (Trace(pauli[a] * j * pauli[b] * j.Adjoint()) - (loss / 2));
                }

                generator[a, b] = Exact(sum.Real / 2);
            }
        }

        // dm/dt = 2 h x m.
        (decimal x, decimal y, decimal z) = (2 * Exact(field.X), 2 * Exact(field.Y), 2 * Exact(field.Z));
        (generator[1, 2], generator[1, 3]) = (generator[1, 2] - z, generator[1, 3] + y);
        (generator[2, 1], generator[2, 3]) = (generator[2, 1] + z, generator[2, 3] - x);
        (generator[3, 1], generator[3, 2]) = (generator[3, 1] - y, generator[3, 2] + x);
        return generator;
    }

    private static Complex Trace(SpinOperator j) => j.UpUp + j.DownDown;

    // Taylor's series of a short time, squared until it is the whole time.
    private static decimal[,] Exponential(decimal[,] generator, decimal time)
    {
        decimal largest = generator.Cast<decimal>().Max(Math.Abs) * time;
        int squarings = 0;
        for (; largest > 0.1m; largest /= 2)
        {
            squarings++;
            time /= 2;
        }

        decimal[,] sum = Identity();
        decimal[,] term = Identity();
        for (int k = 1; k <= 24; k++)
        {
            term = Product(term, generator, time / k);
            sum = Sum(sum, term);
        }

        for (int s = 0; s < squarings; s++)
        {
            sum = Product(sum, sum, 1);
        }

        return sum;
    }

    private static decimal[,] Identity() => new decimal[,] { { 1, 0, 0, 0 }, { 0, 1, 0, 0 }, { 0, 0, 1, 0 }, { 0, 0, 0, 1 } };

    private static decimal[,] Sum(decimal[,] one, decimal[,] other) => Each((a, b) => one[a, b] + other[a, b]);

    private static decimal[,] Product(decimal[,] one, decimal[,] other, decimal factor) =>
        Each((a, b) => Enumerable.Range(0, 4).Sum(k => one[a, k] * factor * other[k, b]));

    private static decimal[,] Each(Func<int, int, decimal> element)
    {
        decimal[,] matrix = new decimal[4, 4];
        for (int a = 0; a < 4; a++)
        {
            for (int b = 0; b < 4; b++)
            {
                matrix[a, b] = element(a, b);
            }
        }

        return matrix;
    }

    // The built-in conversion keeps 15 digits; this one keeps the full precision of decimal.
    private static decimal Exact(double value)
    {
        decimal rounded = (decimal)value;
        return rounded + (decimal)(value - (double)rounded);
    }
}
