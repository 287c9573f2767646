using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;
using RealVector = System.Numerics.Vector<double>;

namespace FiniteNCheck.Numerics;

/// <summary>
/// Solves <c>(shift - Q x 1 x .. - 1 x Q x .. - ..) x = b</c> for tensors of any order in the eigenbasis of <c>Q</c>, for many shifts and
/// right-hand sides. Order 2 is the Lyapunov equation <c>shift Y - Q Y - Y Q^T = R</c>. If <c>Q</c> is nearly defective it is replaced by a
/// nearby matrix. The solution is then approximate, which is enough to drive an iteration. Not thread-safe.
/// </summary>
public sealed class ShiftedKroneckerSolver
{
    private const double MaxCondition = 1e7;

    private readonly int size;
    private readonly Complex[] eigenvalues;
    private readonly Complex[] vectors;
    private readonly Complex[] inverse;

    // Real and imaginary parts of the tensor and of its image are stored separately, so that the loops vectorise.
    private double[] re = [];
    private double[] im = [];
    private double[] imageRe = [];
    private double[] imageIm = [];

    /// <summary>Prepares the eigenbasis.</summary>
    /// <param name="q">The square matrix <c>Q</c>.</param>
    public ShiftedKroneckerSolver(Matrix<double> q)
    {
        ArgumentNullException.ThrowIfNull(q);
        size = q.RowCount;
        (Complex[] values, Matrix<Complex> right, Matrix<Complex> left) = Decompose(q, 0);
        for (double strength = 1e-7; !IsUsable(right, left) && strength < 1e-2; strength *= 10)
        {
            (values, right, left) = Decompose(q, strength);
        }

        eigenvalues = values;
        vectors = right.ToRowMajorArray();
        inverse = left.ToRowMajorArray();
    }

    /// <summary>Solves the equation for one shift and right-hand side.</summary>
    /// <param name="shift">The shift.</param>
    /// <param name="tensor">The right-hand side, <c>size^order</c> elements with the last index fastest; receives the solution.</param>
    /// <param name="order">The number of indices, at least 1.</param>
    public void Solve(Complex shift, Span<Complex> tensor, int order)
    {
        Load(tensor);
        Transform(inverse, order, tensor.Length);
        Divide(shift, order, tensor.Length);
        Transform(vectors, order, tensor.Length);
        for (int i = 0; i < tensor.Length; i++)
        {
            tensor[i] = new Complex(re[i], im[i]);
        }
    }

    private void Load(ReadOnlySpan<Complex> tensor)
    {
        if (re.Length < tensor.Length)
        {
            re = new double[tensor.Length];
            im = new double[tensor.Length];
            imageRe = new double[tensor.Length];
            imageIm = new double[tensor.Length];
        }

        for (int i = 0; i < tensor.Length; i++)
        {
            re[i] = tensor[i].Real;
            im[i] = tensor[i].Imaginary;
        }
    }

    // Applies a matrix to every index. Each pass applies it to the first index and makes that index the last.
    private void Transform(Complex[] matrix, int order, int length)
    {
        int rest = length / size;
        for (int index = 0; index < order; index++)
        {
            Array.Clear(imageRe, 0, length);
            Array.Clear(imageIm, 0, length);
            for (int a = 0; a < size; a++)
            {
                for (int i = 0; i < size; i++)
                {
                    AddMultiple(matrix[(a * size) + i], i * rest, a * rest, rest);
                }
            }

            for (int a = 0; a < size; a++)
            {
                for (int r = 0; r < rest; r++)
                {
                    re[(r * size) + a] = imageRe[(a * rest) + r];
                    im[(r * size) + a] = imageIm[(a * rest) + r];
                }
            }
        }
    }

    // image[to..] += factor tensor[from..]
    private void AddMultiple(Complex factor, int from, int to, int length)
    {
        Span<double> x = re.AsSpan(from, length);
        Span<double> y = im.AsSpan(from, length);
        Span<double> u = imageRe.AsSpan(to, length);
        Span<double> v = imageIm.AsSpan(to, length);
        (double c, double s) = (factor.Real, factor.Imaginary);
        Span<RealVector> wideX = MemoryMarshal.Cast<double, RealVector>(x);
        Span<RealVector> wideY = MemoryMarshal.Cast<double, RealVector>(y);
        Span<RealVector> wideU = MemoryMarshal.Cast<double, RealVector>(u);
        Span<RealVector> wideV = MemoryMarshal.Cast<double, RealVector>(v);
        for (int k = 0; k < wideX.Length; k++)
        {
            wideU[k] += (c * wideX[k]) - (s * wideY[k]);
            wideV[k] += (c * wideY[k]) + (s * wideX[k]);
        }

        for (int k = wideX.Length * RealVector.Count; k < length; k++)
        {
            u[k] += (c * x[k]) - (s * y[k]);
            v[k] += (c * y[k]) + (s * x[k]);
        }
    }

    private void Divide(Complex shift, int order, int length)
    {
        for (int i = 0; i < length; i++)
        {
            Complex divisor = shift;
            int index = i;
            for (int k = 0; k < order; k++)
            {
                divisor -= eigenvalues[index % size];
                index /= size;
            }

            Complex quotient = new Complex(re[i], im[i]) / divisor;
            (re[i], im[i]) = (quotient.Real, quotient.Imaginary);
        }
    }

    private static bool IsUsable(Matrix<Complex> vectors, Matrix<Complex> inverse)
    {
        double condition = vectors.FrobeniusNorm() * inverse.FrobeniusNorm();
        return double.IsFinite(condition) && condition < MaxCondition;
    }

    private static (Complex[] Values, Matrix<Complex> Vectors, Matrix<Complex> Inverse) Decompose(Matrix<double> q, double strength)
    {
        // The perturbation is fixed, so that results are reproducible. Its pattern only has to split coinciding eigenvalues.
        double scale = strength * q.FrobeniusNorm();
        Matrix<double> near = q.MapIndexed(
            (i, j, value) => value + (scale * Math.Cos((7.3 * i) + (3.1 * j) + (0.7 * i * j))));
        var eigen = new EigenDecomposition(near);
        return ([.. eigen.Values], eigen.Vectors, eigen.Vectors.Inverse());
    }
}
