using System.Collections.Immutable;
using MathNet.Numerics.Integration;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Numerics;

/// <summary>
/// The coefficients of the Radau IIA method with <c>s</c> stages: collocation at the zeros of <c>P_s(2c - 1) - P_(s-1)(2c - 1)</c>,
/// order <c>2s - 1</c>, stage order <c>s</c>, L-stable and stiffly accurate (Hairer and Wanner 1996, section IV.5).
/// </summary>
public sealed class RadauTableau
{
    private RadauTableau(int stages)
    {
        Stages = stages;
        Nodes = [.. RadauNodes(stages)];
        Coefficients = Matrix<double>.Build.Dense(stages, stages, (i, j) => LagrangeIntegral(Nodes, j, Nodes[i]));
        Inverse = Coefficients.Inverse();

        var eigen = new EigenDecomposition(Inverse);
        Matrix<Complex> toStages = eigen.Vectors;
        Matrix<Complex> toModes = toStages.Inverse();

        // One eigenvalue of each conjugate pair suffices; its weight then counts twice.
        int[] kept = [.. Enumerable.Range(0, stages).Where(k => eigen.Values[k].Imaginary > -1e-8)];
        Modes =
        [
            .. kept.Select(k => new RadauMode(
                Math.Abs(eigen.Values[k].Imaginary) < 1e-8 ? eigen.Values[k].Real : eigen.Values[k],
                [.. toModes.Row(k)],
                [.. toStages.Column(k).Select(v => (eigen.Values[k].Imaginary < 1e-8 ? 1 : 2) * v)])),
        ];
    }

    /// <summary>The number of stages <c>s</c>.</summary>
    public int Stages { get; }

    /// <summary>The order <c>2s - 1</c>.</summary>
    public int Order => (2 * Stages) - 1;

    /// <summary>The nodes <c>c_i</c> in (0, 1], ascending; the last is 1.</summary>
    public ImmutableArray<double> Nodes { get; }

    /// <summary>The matrix <c>A</c>; its last row holds the weights <c>b</c>.</summary>
    public Matrix<double> Coefficients { get; }

    /// <summary>The matrix <c>A^-1</c>.</summary>
    public Matrix<double> Inverse { get; }

    /// <summary>The eigenvalues of <c>A^-1</c>, one per conjugate pair, with the maps between stages and modes.</summary>
    public ImmutableArray<RadauMode> Modes { get; }

    /// <summary>The method with a given number of stages.</summary>
    /// <param name="stages">The number of stages, 1 to 9.</param>
    public static RadauTableau WithStages(int stages)
    {
        if (stages is < 1 or > 9)
        {
            throw new ArgumentOutOfRangeException(nameof(stages), stages, "Expected 1 to 9 stages.");
        }

        return new RadauTableau(stages);
    }

    private static double[] RadauNodes(int stages)
    {
        double[] nodes = new double[stages];
        nodes[^1] = 1;

        // The other s - 1 zeros are well separated for s <= 9: a scan brackets each, and bisection converges to rounding.
        int found = 0;
        const int Cells = 4000;
        for (int cell = 0; cell < Cells && found < stages - 1; cell++)
        {
            double low = -1 + (2.0 * cell / Cells);
            double high = -1 + (2.0 * (cell + 1) / Cells);
            if (cell < Cells - 1 && RadauPolynomial(stages, low) * RadauPolynomial(stages, high) < 0)
            {
                nodes[found++] = (1 + Bisect(stages, low, high)) / 2;
            }
        }

        return nodes;
    }

    private static double Bisect(int stages, double low, double high)
    {
        bool rising = RadauPolynomial(stages, high) > 0;
        while (true)
        {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            if (RadauPolynomial(stages, middle) > 0 == rising)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }
    }

    private static double RadauPolynomial(int degree, double x)
    {
        double previous = 1;
        double current = x;
        for (int k = 2; k <= degree; k++)
        {
            (previous, current) = (current, ((((2 * k) - 1) * x * current) - ((k - 1) * previous)) / k);
        }

        return current - previous;
    }

    private static double LagrangeIntegral(ImmutableArray<double> nodes, int index, double upper) =>
        GaussLegendreRule.Integrate(x => Lagrange(nodes, index, x), 0, upper, Math.Max(2, nodes.Length));

    private static double Lagrange(ImmutableArray<double> nodes, int index, double x)
    {
        double value = 1;
        for (int k = 0; k < nodes.Length; k++)
        {
            if (k != index)
            {
                value *= (x - nodes[k]) / (nodes[index] - nodes[k]);
            }
        }

        return value;
    }
}
