using System.Numerics;
using FiniteNCheck.Numerics;
using SmallMatrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace FiniteNCheck.Benchmarks.Integrators;

/// <summary>
/// Arnoldi's approximation of the exponential in Krylov spaces of a fixed dimension (Saad 1992; Hochbruck and Lubich 1997). The step is
/// the longest whose error estimate, from the next vector of the basis, is allowed; finding it takes exponentials of small matrices but
/// no application of <c>L</c>. The last space is no larger than it has to be.
/// </summary>
internal sealed class Krylov : IIntegrator
{
    private const double RoundingFloor = 32 * 2.220446049250313e-16;
    private readonly int dimension;

    /// <summary>Prepares an integrator.</summary>
    /// <param name="dimension">The dimension of the Krylov spaces.</param>
    public Krylov(int dimension) => this.dimension = dimension;

    /// <inheritdoc/>
    public string Name => $"Krylov, m = {dimension}";

    /// <inheritdoc/>
    public int VectorsHeld => dimension + 2;

    /// <inheritdoc/>
    public void Advance(CountingSystem system, double[] y, double time, double errorPerTime)
    {
        double[][] basis = [.. Enumerable.Range(0, dimension + 1).Select(_ => new double[y.Length])];
        double step = dimension * dimension / Math.Max(system.DecayBound, 1e-300);
        double rest = time;
        while (rest > 0)
        {
            double size = system.Norm(y);
            double start = Math.Sqrt(Dot(y, y));
            double goal = rest <= step ? rest : double.PositiveInfinity;
            SmallMatrix projected = Arnoldi(
                system, y, start, basis, h => Math.Max(errorPerTime * h, RoundingFloor * size), goal, out double weight);
            double h = Math.Min(rest, step);
            while (true)
            {
                double error = Estimate(projected, weight, h);
                double allowed = Math.Max(errorPerTime * h, RoundingFloor * size);
                if (error <= allowed)
                {
                    break;
                }

                h *= Math.Clamp(0.95 * Math.Pow(allowed / error, 1.0 / dimension), 0.2, 0.95);
            }

            double[] weights = Exponential(projected * h).Column(0).ToArray();
            Array.Clear(y);
            for (int j = 0; j < weights.Length; j++)
            {
                AddScaled(y, start * weights[j], basis[j]);
            }

            step = Math.Max(1.5 * h, h == rest ? step : 0);
            rest = h == rest ? 0 : rest - h;
        }
    }

    // Modified Gram-Schmidt in the plain inner product of the vectors, until the space is full or a step to the goal is allowed.
    private SmallMatrix Arnoldi(
        CountingSystem system, double[] y, double start, double[][] basis, Func<double, double> allowed, double goal, out double weight)
    {
        var projected = SmallMatrix.Build.Dense(dimension, dimension);
        Array.Clear(basis[0]);
        LinearCombination.AddScaled(basis[0], 1 / start, y);
        for (int j = 0; ; j++)
        {
            double[] next = basis[j + 1];
            system.Apply(basis[j], next);
            for (int i = 0; i <= j; i++)
            {
                projected[i, j] = Dot(basis[i], next);
                AddScaled(next, -projected[i, j], basis[i]);
            }

            double onward = Math.Sqrt(Dot(next, next));
            for (int i = 0; i < next.Length; i++)
            {
                next[i] = onward > 0 ? next[i] / onward : 0;
            }

            int size = j + 1;
            bool full = size == dimension || onward == 0;
            if (full || double.IsFinite(goal))
            {
                weight = start * onward * system.Norm(next);
                SmallMatrix used = projected.SubMatrix(0, size, 0, size);
                if (full || (size >= 5 && Estimate(used, weight, goal) <= allowed(goal)))
                {
                    return used;
                }
            }

            projected[size, j] = onward;
        }
    }

    private static double Estimate(SmallMatrix projected, double weight, double h) =>
        weight * h * Math.Abs(PhiOne(projected * h)[projected.RowCount - 1]);

    private static void AddScaled(double[] destination, double factor, double[] x) => InPieces(destination.Length, (from, length) =>
    {
        LinearCombination.AddScaled(destination.AsSpan(from, length), factor, x.AsSpan(from, length));
        return 0;
    });

    private static double Dot(double[] a, double[] b) =>
        InPieces(a.Length, (from, length) => Dot(a.AsSpan(from, length), b.AsSpan(from, length)));

    // Sums over all cores, where that pays.
    private static double InPieces(int length, Func<int, int, double> piece)
    {
        int count = length < 100_000 ? 1 : Environment.ProcessorCount;
        if (count == 1)
        {
            return piece(0, length);
        }

        double[] sums = new double[count];
        Parallel.For(0, count, i =>
        {
            int from = (int)((long)length * i / count);
            sums[i] = piece(from, (int)((long)length * (i + 1) / count) - from);
        });
        return sums.Sum();
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Vector<double> sum = Vector<double>.Zero;
        int i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sum = Vector.FusedMultiplyAdd(new Vector<double>(a[i..]), new Vector<double>(b[i..]), sum);
        }

        double total = Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }

    // phi_1(A) e_1 with phi_1(z) = (e^z - 1)/z: a column of the exponential of A bordered by e_1.
    private static double[] PhiOne(SmallMatrix a)
    {
        int n = a.RowCount;
        var bordered = SmallMatrix.Build.Dense(n + 1, n + 1);
        bordered.SetSubMatrix(0, 0, a);
        bordered[0, n] = 1;
        return Exponential(bordered).Column(n).ToArray();
    }

    // Scaling and squaring of the Taylor polynomial of degree 18: below 1e-17 for norms up to 1/2.
    private static SmallMatrix Exponential(SmallMatrix a)
    {
        int squarings = Math.Max(0, (int)Math.Ceiling(Math.Log2(Math.Max(a.InfinityNorm(), 1e-300) / 0.5)));
        SmallMatrix scaled = a * Math.Pow(2, -squarings);
        var unit = SmallMatrix.Build.DenseIdentity(a.RowCount);
        SmallMatrix result = unit;
        for (int k = 18; k >= 1; k--)
        {
            result = unit + (scaled * result / k);
        }

        for (int s = 0; s < squarings; s++)
        {
            result *= result;
        }

        return result;
    }
}
