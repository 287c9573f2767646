using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// The master equation of one block in the symmetric subspace <c>J = N/2</c>, where a pure symmetric start stays without jumps of single
/// spins: (N+1)^2 numbers, in the states <c>|k&gt;</c> of k spins up. It uses nothing of the program but the definitions of a model.
/// </summary>
internal sealed class SymmetricSector
{
    private readonly int spins;
    private readonly Dictionary<int, Complex[]> drift;
    private readonly List<Dictionary<int, Complex[]>> jumps = [];

    /// <summary>Prepares a model of one block without jumps of single spins, with arguments along z.</summary>
    public SymmetricSector(CollectiveModel model, int n)
    {
        spins = model.SpinsAt(n)[0];
        PauliVector field = model.Fields[0];
        Dictionary<int, Complex[]> h = Sum(new SpinOperator(
            field.Z, new Complex(field.X, -field.Y), new Complex(field.X, field.Y), -field.Z));
        foreach (PairCoupling pair in model.Couplings)
        {
            Dictionary<int, Complex[]> first = Sum(SpinOperator.Pauli(pair.FirstAxis));
            Dictionary<int, Complex[]> second = Sum(SpinOperator.Pauli(pair.SecondAxis));
            Add(h, pair.Strength / n / 2, Multiply(first, second));
            Add(h, pair.Strength / n / 2, Multiply(second, first));
        }

        drift = [];
        Add(drift, -Complex.ImaginaryOne, h);
        foreach (CollectiveJump jump in model.CollectiveJumps)
        {
            Dictionary<int, Complex[]> l = Sum(jump.Operators[0]);
            foreach ((int shift, Complex[] elements) in l)
            {
                for (int from = 0; from <= spins; from++)
                {
                    if (from + shift >= 0 && from + shift <= spins)
                    {
                        double average = ((2.0 * from) - spins) / spins;
                        elements[from + shift] *= jump.Rate.Value(jump.Argument[0].Z * average) / Math.Sqrt(n);
                    }
                }
            }

            jumps.Add(l);
            Add(drift, -0.5, Multiply(Adjoint(l), l));
        }
    }

    /// <summary>Averages and covariance at a time, from the product state of a unit Bloch vector.</summary>
    public (double[] Mean, double[,] Covariance) Solve(PauliVector bloch, double time)
    {
        Complex[,] rho = Product(bloch);
        double now = 0;
        double step = time;
        while (now < time)
        {
            step = Math.Min(step, time - now);
            rho = TaylorStep(rho, ref step);
            now += step;
        }

        Dictionary<int, Complex[]>[] total =
            [.. new[] { PauliAxis.X, PauliAxis.Y, PauliAxis.Z }.Select(axis => Sum(SpinOperator.Pauli(axis)))];
        double[] sums = [.. total.Select(each => Trace(each, rho).Real)];
        double[,] covariance = new double[3, 3];
        for (int a = 0; a < 3; a++)
        {
            for (int b = 0; b < 3; b++)
            {
                // The real part of <S_a S_b> is the symmetrised product.
                covariance[a, b] = (Trace(Multiply(total[a], total[b]), rho).Real - (sums[a] * sums[b])) / spins;
            }
        }

        return ([.. sums.Select(sum => sum / spins)], covariance);
    }

    // exp(h L) rho by its Taylor series; the step is halved until no term exceeds ten times the state.
    private Complex[,] TaylorStep(Complex[,] rho, ref double step)
    {
        double size = Norm(rho);
        while (true)
        {
            var sum = (Complex[,])rho.Clone();
            Complex[,] term = rho;
            for (int k = 1; ; k++)
            {
                term = Apply(term, step / k);
                double norm = Norm(term);
                if (norm > 10 * size)
                {
                    break;
                }

                for (int i = 0; i <= spins; i++)
                {
                    for (int j = 0; j <= spins; j++)
                    {
                        sum[i, j] += term[i, j];
                    }
                }

                if (norm < 1e-17 * size)
                {
                    return sum;
                }
            }

            step /= 2;
        }
    }

    private Complex[,] Apply(Complex[,] x, double factor)
    {
        Complex[,] left = Times(drift, x);
        Complex[,] right = Dagger(Times(drift, Dagger(x)));
        var result = new Complex[spins + 1, spins + 1];
        Complex[][,] dressed = [.. jumps.Select(l => Dagger(Times(l, Dagger(Times(l, x)))))];
        for (int i = 0; i <= spins; i++)
        {
            for (int j = 0; j <= spins; j++)
            {
                result[i, j] = factor * dressed.Aggregate(left[i, j] + right[i, j], (sum, each) => sum + each[i, j]);
            }
        }

        return result;
    }

    // The sum over all spins of a one-spin operator, as bands: for each change of k the elements by row.
    private Dictionary<int, Complex[]> Sum(SpinOperator j)
    {
        var sum = new Dictionary<int, Complex[]>
        {
            [1] = new Complex[spins + 1],
            [0] = new Complex[spins + 1],
            [-1] = new Complex[spins + 1],
        };
        for (int k = 0; k <= spins; k++)
        {
            sum[0][k] = (k * j.UpUp) + ((spins - k) * j.DownDown);
            if (k > 0)
            {
                sum[1][k] = j.UpDown * Math.Sqrt(k * (spins - k + 1.0));
            }

            if (k < spins)
            {
                sum[-1][k] = j.DownUp * Math.Sqrt((k + 1.0) * (spins - k));
            }
        }

        return sum;
    }

    private Complex[,] Product(PauliVector bloch)
    {
        // Amplitudes of the pure state: cos, e^(i phi) sin of half the polar angle.
        double half = Math.Acos(Math.Clamp(bloch.Z, -1, 1)) / 2;
        double phi = Math.Atan2(bloch.Y, bloch.X);
        var amplitudes = new Complex[spins + 1];
        double logBinomial = 0;
        for (int k = spins; k >= 0; k--)
        {
            double modulus = Math.Exp(logBinomial / 2) * Math.Pow(Math.Cos(half), k) * Math.Pow(Math.Sin(half), spins - k);
            amplitudes[k] = Complex.FromPolarCoordinates(modulus, phi * (spins - k));
            logBinomial += Math.Log(k) - Math.Log(spins - k + 1);
        }

        var rho = new Complex[spins + 1, spins + 1];
        for (int i = 0; i <= spins; i++)
        {
            for (int j = 0; j <= spins; j++)
            {
                rho[i, j] = amplitudes[i] * Complex.Conjugate(amplitudes[j]);
            }
        }

        return rho;
    }

    private Dictionary<int, Complex[]> Multiply(Dictionary<int, Complex[]> a, Dictionary<int, Complex[]> b)
    {
        Dictionary<int, Complex[]> product = [];
        foreach ((int first, Complex[] left) in a)
        {
            foreach ((int second, Complex[] right) in b)
            {
                if (!product.TryGetValue(first + second, out Complex[]? band))
                {
                    product.Add(first + second, band = new Complex[spins + 1]);
                }

                for (int row = Math.Max(0, first); row <= Math.Min(spins, spins + first); row++)
                {
                    band[row] += left[row] * right[row - first];
                }
            }
        }

        return product;
    }

    private Dictionary<int, Complex[]> Adjoint(Dictionary<int, Complex[]> a) => a.ToDictionary(
        band => -band.Key,
        band => (Complex[])[.. Enumerable.Range(0, spins + 1)
            .Select(row => row + band.Key is var at && at >= 0 && at <= spins ? Complex.Conjugate(band.Value[at]) : Complex.Zero)]);

    private void Add(Dictionary<int, Complex[]> sum, Complex factor, Dictionary<int, Complex[]> a)
    {
        foreach ((int shift, Complex[] elements) in a)
        {
            if (!sum.TryGetValue(shift, out Complex[]? band))
            {
                sum.Add(shift, band = new Complex[spins + 1]);
            }

            for (int row = 0; row <= spins; row++)
            {
                band[row] += factor * elements[row];
            }
        }
    }

    private Complex[,] Times(Dictionary<int, Complex[]> a, Complex[,] x)
    {
        var product = new Complex[spins + 1, spins + 1];
        foreach ((int shift, Complex[] elements) in a)
        {
            for (int row = Math.Max(0, shift); row <= Math.Min(spins, spins + shift); row++)
            {
                for (int column = 0; column <= spins; column++)
                {
                    product[row, column] += elements[row] * x[row - shift, column];
                }
            }
        }

        return product;
    }

    private Complex Trace(Dictionary<int, Complex[]> a, Complex[,] rho)
    {
        Complex sum = 0;
        foreach ((int shift, Complex[] elements) in a)
        {
            for (int row = Math.Max(0, shift); row <= Math.Min(spins, spins + shift); row++)
            {
                sum += elements[row] * rho[row - shift, row];
            }
        }

        return sum;
    }

    private Complex[,] Dagger(Complex[,] x)
    {
        var result = new Complex[spins + 1, spins + 1];
        for (int i = 0; i <= spins; i++)
        {
            for (int j = 0; j <= spins; j++)
            {
                result[i, j] = Complex.Conjugate(x[j, i]);
            }
        }

        return result;
    }

    private static double Norm(Complex[,] x) =>
        Math.Sqrt(x.Cast<Complex>().Sum(each => (each.Real * each.Real) + (each.Imaginary * each.Imaginary)));
}
