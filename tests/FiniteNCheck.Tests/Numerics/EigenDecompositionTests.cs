using FiniteNCheck.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Tests.Numerics;

[Trait("Kind", "Analytic")]
public class EigenDecompositionTests
{
    [Fact]
    public void A_matrix_on_which_MathNet_fails_is_decomposed()
    {
        var matrix = Matrix<double>.Build.DenseOfArray(
            new[,] { { -1, 0, 0, 0 }, { 0.5, 0, -1, -2 }, { 0.5, -1, 0, 0 }, { -1, 0.5, -0.5, -1 } });
        Assert.Throws<NonConvergenceException>(() => matrix.Evd());

        var found = new EigenDecomposition(matrix);

        Matrix<Complex> complex = matrix.ToComplex();
        for (int k = 0; k < 4; k++)
        {
            Vector<Complex> vector = found.Vectors.Column(k);
            Assert.True(vector.L2Norm() > 0.1);
            Assert.True(((complex * vector) - (found.Values[k] * vector)).L2Norm() <= 1e-13 * vector.L2Norm());
        }

        // The first row is that of a triangle: -1 is an eigenvalue.
        Assert.Equal(matrix.Trace(), found.Values.Sum(value => value.Real), 1e-13);
        Assert.Contains(found.Values, value => (value + 1).Magnitude < 1e-7);
    }
}
