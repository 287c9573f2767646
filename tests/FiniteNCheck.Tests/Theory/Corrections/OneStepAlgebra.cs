using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Tests.Theory.Corrections;

/// <summary>
/// The coefficients <c>f, f1, B0, B1, T0</c> from the generator applied once to product states of several sizes. Its action on
/// functions of the Bloch vectors is a differential operator with coefficients <c>A1, A2, A3, ..</c>; with polynomial rates they
/// are polynomials in 1/n, which a few sizes determine.
/// </summary>
internal static class OneStepAlgebra
{
    /// <summary>The coefficients in the order of the flow: <c>f, f1, B0, T0, B1</c>, row by row.</summary>
    /// <param name="model">The model, with polynomial rates.</param>
    /// <param name="bloch">The product state.</param>
    /// <param name="sizes">Ladder values, one more than the degree in 1/n.</param>
    public static double[] Coefficients(CollectiveModel model, PauliVector[] bloch, int[] sizes)
    {
        (double[] A1, double[] A2, double[] A3)[] ladder = [.. sizes.Select(n => Operator(model, n, bloch))];
        double[][] a1 = Expand(sizes, [.. ladder.Select(each => each.A1)]);
        double[][] a2 = Expand(sizes, [.. ladder.Select(each => each.A2)]);
        double[][] a3 = Expand(sizes, [.. ladder.Select(each => each.A3)]);
        return [.. a1[0], .. a1[1], .. a2[1], .. a3[2], .. a2[2]];
    }

    /// <summary>The coefficients that vanish: <c>A2</c> at order 0, <c>A3</c> at orders 0 and 1.</summary>
    public static double Vanishing(CollectiveModel model, PauliVector[] bloch, int[] sizes)
    {
        (double[] A1, double[] A2, double[] A3)[] ladder = [.. sizes.Select(n => Operator(model, n, bloch))];
        double[][] a2 = Expand(sizes, [.. ladder.Select(each => each.A2)]);
        double[][] a3 = Expand(sizes, [.. ladder.Select(each => each.A3)]);
        return a2[0].Concat(a3[0]).Concat(a3[1]).Max(Math.Abs);
    }

    // d/dt m_i = A1_i, d/dt m_i m_j = A1_i m_j + m_i A1_j + A2_ij, and so on for three distinct spins.
    private static (double[] A1, double[] A2, double[] A3) Operator(CollectiveModel model, int n, PauliVector[] bloch)
    {
        var step = new OneStep(model, n, bloch);
        int blocks = bloch.Length;
        int size = 3 * blocks;
        double[] m = [.. bloch.SelectMany(b => new[] { b.X, b.Y, b.Z })];
        double[] a1 = new double[size];
        double[] a2 = new double[size * size];
        double[] a3 = new double[size * size * size];
        for (int h = 0; h < blocks; h++)
        {
            step.Derivative(h).CopyTo(a1, 3 * h);
        }

        for (int index = 0; index < blocks * blocks; index++)
        {
            (int h, int k) = (index / blocks, index % blocks);
            double[] change = step.Derivative(h, k);
            for (int axes = 0; axes < 9; axes++)
            {
                (int i, int j) = ((3 * h) + (axes / 3), (3 * k) + (axes % 3));
                a2[(i * size) + j] = change[axes] - (a1[i] * m[j]) - (m[i] * a1[j]);
            }
        }

        for (int index = 0; index < blocks * blocks * blocks; index++)
        {
            (int g, int h, int k) = (index / (blocks * blocks), index / blocks % blocks, index % blocks);
            double[] change = step.Derivative(g, h, k);
            for (int axes = 0; axes < 27; axes++)
            {
                (int i, int j, int l) = ((3 * g) + (axes / 9), (3 * h) + (axes / 3 % 3), (3 * k) + (axes % 3));
                a3[(((i * size) + j) * size) + l] = change[axes]
                    - (a1[i] * m[j] * m[l]) - (m[i] * a1[j] * m[l]) - (m[i] * m[j] * a1[l])
                    - (a2[(i * size) + j] * m[l]) - (a2[(i * size) + l] * m[j]) - (a2[(j * size) + l] * m[i]);
            }
        }

        return (a1, a2, a3);
    }

    // The coefficients of the polynomial in 1/n through the ladder, order by order.
    private static double[][] Expand(int[] sizes, double[][] values)
    {
        double unit = sizes.Min();
        Matrix<double> powers = Matrix<double>.Build.Dense(sizes.Length, sizes.Length, (i, k) => Math.Pow(unit / sizes[i], k));
        Matrix<double> right = Matrix<double>.Build.Dense(sizes.Length, values[0].Length, (i, k) => values[i][k]);
        Matrix<double> coefficients = powers.QR().Solve(right);
        return [.. Enumerable.Range(0, sizes.Length).Select(order => (coefficients.Row(order) * Math.Pow(unit, order)).ToArray())];
    }
}
