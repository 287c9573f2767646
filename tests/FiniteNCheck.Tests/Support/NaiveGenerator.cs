using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// The scalar reference of the kernels: <c>d rho/dt = G rho + rho G+ + sum_K K rho K+</c> with full matrices and triple loops,
/// element by element.
/// </summary>
internal static class NaiveGenerator
{
    public static double[] Apply(StateLayout layout, SectorOperators operators, double[] state)
    {
        double[] derivative = new double[layout.Length];
        foreach (Sector sector in layout.Graph.Vertices)
        {
            Complex[,] g = Sum(operators.Drift(sector).ToDense(), operators.TiltedDrift(sector));
            Complex[,] rho = Read(layout, state, sector);
            Complex[,] sum = Sum(Product(g, rho), Product(rho, Adjoint(g)));
            foreach (SectorMap map in operators.Incoming(sector))
            {
                sum = Sum(sum, Conjugated(Dense(map), Read(layout, state, map.Source)));
            }

            foreach (TiltedChannel channel in operators.Tilted)
            {
                foreach (SectorMap map in channel.Incoming(sector))
                {
                    Complex[,] between = Conjugated(channel.Rate(map.Source), Read(layout, state, map.Source));
                    sum = Sum(sum, Conjugated(Dense(map), between));
                }
            }

            foreach (Strip strip in layout.StripsIn(sector))
            {
                for (int i = 0; i < strip.Length; i++)
                {
                    int at = strip.Offset + (i * layout.Width);
                    derivative[at] = sum[strip.Row + i, strip.Column + i].Real;
                    if (layout.IsComplex)
                    {
                        derivative[at + 1] = sum[strip.Row + i, strip.Column + i].Imaginary;
                    }
                }
            }
        }

        return derivative;
    }

    /// <summary>The full matrix of a sparse Kraus factor.</summary>
    public static Complex[,] Dense(SectorMap map)
    {
        var matrix = new Complex[map.Target.Dimension, map.Source.Dimension];
        foreach (Shift shift in map.Shifts)
        {
            for (int r = 0; r < map.Target.Dimension; r++)
            {
                if (shift.SourceOf(r) is >= 0 and int source)
                {
                    matrix[r, source] += new Complex(shift.Re[r], shift.IsReal ? 0 : shift.Im[r]);
                }
            }
        }

        return matrix;
    }

    public static Complex[,] Conjugated(Complex[,] k, Complex[,] rho) => Product(Product(k, rho), Adjoint(k));

    public static Complex[,] Product(Complex[,] a, Complex[,] b)
    {
        var product = new Complex[a.GetLength(0), b.GetLength(1)];
        for (int r = 0; r < a.GetLength(0); r++)
        {
            for (int c = 0; c < b.GetLength(1); c++)
            {
                for (int k = 0; k < b.GetLength(0); k++)
                {
                    product[r, c] += a[r, k] * b[k, c];
                }
            }
        }

        return product;
    }

    public static Complex[,] Adjoint(Complex[,] a)
    {
        var adjoint = new Complex[a.GetLength(1), a.GetLength(0)];
        for (int r = 0; r < a.GetLength(0); r++)
        {
            for (int c = 0; c < a.GetLength(1); c++)
            {
                adjoint[c, r] = Complex.Conjugate(a[r, c]);
            }
        }

        return adjoint;
    }

    private static Complex[,] Read(StateLayout layout, double[] state, Sector sector)
    {
        var matrix = new Complex[sector.Dimension, sector.Dimension];
        for (int r = 0; r < sector.Dimension; r++)
        {
            for (int c = 0; c < sector.Dimension; c++)
            {
                matrix[r, c] = new DensityMatrix(layout, state)[sector, r, c];
            }
        }

        return matrix;
    }

    private static Complex[,] Sum(Complex[,] a, Complex[,] b)
    {
        var sum = new Complex[a.GetLength(0), a.GetLength(1)];
        for (int r = 0; r < a.GetLength(0); r++)
        {
            for (int c = 0; c < a.GetLength(1); c++)
            {
                sum[r, c] = a[r, c] + b[r, c];
            }
        }

        return sum;
    }
}
