using System.Numerics;
using System.Runtime.InteropServices;

namespace FiniteNCheck.Tests.Support;

/// <summary>A square complex matrix stored in plain arrays row by row, with the algebra that the 2^N code needs.</summary>
internal sealed class DenseMatrix(int dimension)
{
    public int Dimension { get; } = dimension;

    public double[] Re { get; } = new double[dimension * dimension];

    public double[] Im { get; } = new double[dimension * dimension];

    public Complex this[int row, int column]
    {
        get => new(Re[(row * Dimension) + column], Im[(row * Dimension) + column]);
        set
        {
            Re[(row * Dimension) + column] = value.Real;
            Im[(row * Dimension) + column] = value.Imaginary;
        }
    }

    public static DenseMatrix Identity(int dimension)
    {
        var result = new DenseMatrix(dimension);
        for (int i = 0; i < dimension; i++)
        {
            result[i, i] = 1;
        }

        return result;
    }

    public DenseMatrix Clone()
    {
        var result = new DenseMatrix(Dimension);
        Re.CopyTo(result.Re, 0);
        Im.CopyTo(result.Im, 0);
        return result;
    }

    /// <summary><c>this += factor other</c>.</summary>
    public DenseMatrix Add(Complex factor, DenseMatrix other)
    {
        AddScaled(Re, Im, factor, other.Re, other.Im);
        return this;
    }

    public DenseMatrix Scale(double factor)
    {
        for (int i = 0; i < Re.Length; i++)
        {
            Re[i] *= factor;
            Im[i] *= factor;
        }

        return this;
    }

    public DenseMatrix Adjoint()
    {
        var result = new DenseMatrix(Dimension);
        for (int i = 0; i < Dimension; i++)
        {
            for (int j = 0; j < Dimension; j++)
            {
                result.Re[(j * Dimension) + i] = Re[(i * Dimension) + j];
                result.Im[(j * Dimension) + i] = -Im[(i * Dimension) + j];
            }
        }

        return result;
    }

    public static DenseMatrix Multiply(DenseMatrix a, DenseMatrix b) => new SparseMatrix(a).Times(b);

    public Complex Trace()
    {
        Complex sum = 0;
        for (int i = 0; i < Dimension; i++)
        {
            sum += this[i, i];
        }

        return sum;
    }

    public double FrobeniusNorm()
    {
        double sum = 0;
        for (int i = 0; i < Re.Length; i++)
        {
            sum += (Re[i] * Re[i]) + (Im[i] * Im[i]);
        }

        return Math.Sqrt(sum);
    }

    /// <summary><c>target += factor source</c> on split complex numbers of equal length.</summary>
    public static void AddScaled(
        Span<double> targetRe, Span<double> targetIm, Complex factor, ReadOnlySpan<double> sourceRe, ReadOnlySpan<double> sourceIm)
    {
        double re = factor.Real;
        double im = factor.Imaginary;
        int done = 0;
        if (targetRe.Length >= Vector<double>.Count)
        {
            Span<Vector<double>> tr = MemoryMarshal.Cast<double, Vector<double>>(targetRe);
            Span<Vector<double>> ti = MemoryMarshal.Cast<double, Vector<double>>(targetIm);
            ReadOnlySpan<Vector<double>> sr = MemoryMarshal.Cast<double, Vector<double>>(sourceRe);
            ReadOnlySpan<Vector<double>> si = MemoryMarshal.Cast<double, Vector<double>>(sourceIm);
            for (int i = 0; i < tr.Length; i++)
            {
                tr[i] += (sr[i] * re) - (si[i] * im);
                ti[i] += (si[i] * re) + (sr[i] * im);
            }

            done = tr.Length * Vector<double>.Count;
        }

        for (int i = done; i < targetRe.Length; i++)
        {
            targetRe[i] += (sourceRe[i] * re) - (sourceIm[i] * im);
            targetIm[i] += (sourceIm[i] * re) + (sourceRe[i] * im);
        }
    }
}
