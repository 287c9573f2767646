using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory.Corrections;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Theory.Corrections;

/// <summary>Every coefficient of the equations, from the generator applied once to product states.</summary>
public sealed class CorrectionAlgebraTests(ITestOutputHelper output)
{
    // Interpolation over nine sizes leaves 1e-10 of the largest coefficient of a kind.
    private const double Tolerance = 1e-8;

    // Cubic rates make the coefficients polynomials of degree 7 at most in 1/n. Large sizes keep the interpolation well conditioned.
    private static readonly int[] Sizes = [3, 4, 5, 6, 8, 11, 16, 28, 60];

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void The_coefficients_are_those_of_the_generator_applied_once(int seed) => AssertCoefficients(CorrectionModels.Random(seed));

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void Those_of_collective_jumps_are_too(int seed) => AssertCoefficients(CorrectionModels.RandomCollective(seed));

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [Trait("Speed", "Slow")]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(8)]
    public void So_are_those_of_more_models_and_two_blocks(int seed) => AssertCoefficients(CorrectionModels.RandomCollective(seed));

    private void AssertCoefficients(CollectiveModel model)
    {
        PauliVector[] bloch = [.. ((ProductState)model.Initial).Bloch];
        double[] expected = OneStepAlgebra.Coefficients(model, bloch, Sizes);
        double[] found = Found(model, bloch);
        double worst = Distance(bloch.Length, expected, found);
        output.WriteLine($"{bloch.Length} blocks: worst relative difference {worst:G3}");
        Assert.True(worst < Tolerance);

        // The operator holds no term of lower order than the equations allow for.
        Assert.True(OneStepAlgebra.Vanishing(model, bloch, Sizes) < Tolerance * expected.Max(Math.Abs));

        // Mutation: any coefficient off by 1e-6 of the largest of its kind is caught.
        for (int i = 0; i < found.Length; i++)
        {
            double[] mutant = (double[])found.Clone();
            mutant[i] += 1e-6 * Scale(bloch.Length, expected, i);
            Assert.True(Distance(bloch.Length, expected, mutant) > Tolerance);
        }
    }

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(1, 3, false)]
    [InlineData(1, 6, false)]
    [InlineData(2, 4, false)]
    [InlineData(2, 6, false)]
    [InlineData(4, 2, false)]
    [InlineData(8, 2, false)]
    [InlineData(1, 4, true)]
    [InlineData(1, 6, true)]
    [InlineData(2, 5, true)]
    [InlineData(4, 2, true)]
    public void The_generator_applied_to_few_spins_is_that_of_the_whole_space(int seed, int n, bool collective)
    {
        CollectiveModel model = collective ? CorrectionModels.RandomCollective(seed) : CorrectionModels.Random(seed);
        PauliVector[] bloch = [.. ((ProductState)model.Initial).Bloch];
        var equation = new MasterEquation(model, n);
        DenseMatrix change = equation.Apply(equation.Space.Product(bloch));
        int[] sites = [.. Enumerable.Range(0, equation.Space.Sites).TakeLast(3)];
        var step = new OneStep(model, n, bloch);
        double[] three = step.Derivative([.. sites.Select(equation.Space.BlockOf)]);
        double[] two = step.Derivative(equation.Space.BlockOf(0), equation.Space.BlockOf(sites[1]));
        double worst = Enumerable.Range(0, 27).Max(k => Math.Abs(three[k] - Average(equation.Space, change, sites, k)));
        worst = Math.Max(worst, Enumerable.Range(0, 9).Max(k => Math.Abs(two[k] - Average(equation.Space, change, [0, sites[1]], k))));
        output.WriteLine($"{worst:G3}");

        // Rounding of sums over 2^6 states.
        Assert.True(worst < 1e-12);

        // Mutation: the generator with one more spin differs.
        int more = n + 1;
        double[] other = new OneStep(model, more, bloch).Derivative([.. sites.Select(equation.Space.BlockOf)]);
        Assert.True(other.Zip(three, (a, b) => Math.Abs(a - b)).Max() > 1e-6);
    }

    // tr(X sigma_a^(1) sigma_b^(2) ..), the axes being the digits of the index.
    private static double Average(SpinSpace space, DenseMatrix x, int[] sites, int index)
    {
        DenseMatrix product = x;
        foreach (int site in sites.Reverse())
        {
            var pauli = new DenseMatrix(space.Dimension);
            space.AddOneSite(pauli, SpinOperator.Pauli((PauliAxis)(index % 3)), site, Complex.One);
            product = DenseMatrix.Multiply(pauli, product);
            index /= 3;
        }

        return product.Trace().Real;
    }

    private static double[] Found(CollectiveModel model, PauliVector[] bloch)
    {
        var flow = new CorrectionFlow(model, CorrectionDepth.Covariance);
        double[] state = new double[flow.Dimension];
        double[] derivative = new double[flow.Dimension];
        bloch.SelectMany(b => new[] { b.X, b.Y, b.Z }).ToArray().CopyTo(state, 0);
        flow.Evaluate(state, derivative);
        return derivative;
    }

    private static double Distance(int blocks, double[] expected, double[] found) =>
        Enumerable.Range(0, expected.Length).Max(i => Math.Abs(expected[i] - found[i]) / Scale(blocks, expected, i));

    // The largest coefficient of the kind (f, f1, B0, T0 or B1) to which an index belongs.
    private static double Scale(int blocks, double[] expected, int index)
    {
        int n = 3 * blocks;
        int start = 0;
        foreach (int length in new[] { n, n, n * n, n * n * n, n * n })
        {
            if (index < start + length)
            {
                return expected.AsSpan(start, length).ToArray().Max(Math.Abs);
            }

            start += length;
        }

        throw new ArgumentOutOfRangeException(nameof(index), index, "Beyond the last coefficient.");
    }
}
