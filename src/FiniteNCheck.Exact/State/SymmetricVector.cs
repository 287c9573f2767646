using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// Amplitudes of symmetric pure states in the sector <c>J = N/2</c> of every group, where all of such a state lies: by state of the sector.
/// </summary>
internal static class SymmetricVector
{
    // Large enough to rescale rarely, small enough to square.
    private const double Large = 1e150;

    /// <summary>The amplitudes of a superposition of products, normalised.</summary>
    /// <param name="sum">The superposition.</param>
    /// <param name="top">The sector.</param>
    /// <returns>The amplitudes, and the squared norm that the state had relative to the largest that its factors allow.</returns>
    public static (Complex[] Amplitudes, double Norm) Of(ProductSum sum, Sector top)
    {
        var amplitudes = new Complex[top.Dimension];
        foreach (ProductTerm term in sum.Terms)
        {
            Complex[][] ofGroups = [.. term.Bloch.Select((bloch, g) => Coherent(top.Spins[g], Spinor.Of(bloch)))];
            Add(amplitudes, term.Factor, ofGroups, top);
        }

        double norm = amplitudes.Sum(amplitude => (amplitude.Real * amplitude.Real) + (amplitude.Imaginary * amplitude.Imaginary));
        double scale = 1 / Math.Sqrt(norm);

        // A common phase makes the first term's factor real, and with it every number of a state that is real.
        Complex phase = Complex.Conjugate(sum.Terms[0].Factor) / sum.Terms[0].Factor.Magnitude;
        for (int i = 0; i < amplitudes.Length; i++)
        {
            amplitudes[i] *= scale * phase;
        }

        return (amplitudes, norm / Math.Pow(sum.Terms.Sum(term => term.Factor.Magnitude), 2));
    }

    /// <summary>The amplitudes of a product of Dicke states.</summary>
    /// <param name="dicke">The states.</param>
    /// <param name="top">The sector.</param>
    public static Complex[] Of(DickeProduct dicke, Sector top)
    {
        var amplitudes = new Complex[top.Dimension];
        Complex[][] ofGroups = [.. top.Spins.Select((spins, g) => Dicke(spins, dicke.Up[g], dicke.Axes[g]))];
        Add(amplitudes, 1, ofGroups, top);
        return amplitudes;
    }

    private static void Add(Complex[] amplitudes, Complex factor, Complex[][] ofGroups, Sector top)
    {
        for (int state = 0; state < amplitudes.Length; state++)
        {
            Complex product = factor;
            for (int g = 0; g < ofGroups.Length && product != Complex.Zero; g++)
            {
                product *= ofGroups[g][top.Level(state, g)];
            }

            amplitudes[state] += product;
        }
    }

    // Amplitudes sqrt(C(N, a)) up^a down^(N-a), by their ratios from the largest one outwards.
    private static Complex[] Coherent(int spins, Spinor spinor)
    {
        (double up, double down) = (spinor.Up.Magnitude, spinor.Down.Magnitude);
        double[] moduli = new double[spins + 1];
        int peak = Math.Clamp((int)Math.Round(spins * up * up), 0, spins);
        moduli[peak] = 1;
        for (int a = peak; a < spins && up > 0; a++)
        {
            moduli[a + 1] = moduli[a] * Math.Sqrt((spins - a) / (a + 1.0)) * (up / down);
        }

        for (int a = peak; a > 0 && down > 0; a--)
        {
            moduli[a - 1] = moduli[a] * Math.Sqrt(a / (spins - a + 1.0)) * (down / up);
        }

        Normalise(moduli);
        return [.. moduli.Select((modulus, a) => Phased(modulus, (a * spinor.Up.Phase) + ((spins - a) * spinor.Down.Phase)))];
    }

    // The eigenvector of n.J with eigenvalue up - N/2. With c_m = exp(-i phi m) d_m and s the length of (n_x, n_y), d is real and obeys
    // s/2 (A_m d_(m-1) + A_(m+1) d_(m+1)) = (M - n_z m) d_m, A_m = sqrt((J+m)(J-m+1)). From either end it grows towards the middle of the
    // classically allowed region, and there both solutions meet.
    private static Complex[] Dicke(int spins, int up, PauliVector axis)
    {
        double s = Math.Sqrt((axis.X * axis.X) + (axis.Y * axis.Y));
        if (s == 0)
        {
            var basis = new Complex[spins + 1];
            basis[axis.Z > 0 ? up : spins - up] = 1;
            return basis;
        }

        double m = up - (spins / 2.0);
        int meeting = Math.Clamp((int)Math.Floor((spins / 2.0) + (axis.Z * m)), 0, spins - 1);
        double[] below = Grow(spins, a => 2 * (m - (axis.Z * (a - (spins / 2.0)))) / s, meeting + 1);
        double[] above = Grow(spins, a => 2 * (m - (axis.Z * ((spins / 2.0) - a))) / s, spins - meeting);
        double overlap = (below[meeting] * above[spins - meeting]) + (below[meeting + 1] * above[spins - meeting - 1]);
        double size = (above[spins - meeting] * above[spins - meeting]) + (above[spins - meeting - 1] * above[spins - meeting - 1]);
        double[] d = [.. below.Take(meeting + 1), .. above.Take(spins - meeting).Reverse().Select(value => overlap / size * value)];
        Normalise(d);
        double phi = Math.Atan2(axis.Y, axis.X);
        return [.. d.Select((value, a) => Phased(value, -phi * (a - (spins / 2.0))))];
    }

    // d_0, d_1, ... up to and including an index, where diagonal(a) d_a = A_a d_(a-1) + A_(a+1) d_(a+1).
    private static double[] Grow(int spins, Func<int, double> diagonal, int last)
    {
        double[] d = new double[last + 1];
        d[0] = 1;
        for (int a = 0; a < last; a++)
        {
            double before = a == 0 ? 0 : Math.Sqrt(a * (spins - a + 1.0)) * d[a - 1];
            d[a + 1] = ((diagonal(a) * d[a]) - before) / Math.Sqrt((a + 1.0) * (spins - a));
            if (Math.Abs(d[a + 1]) > Large)
            {
                for (int k = 0; k <= a + 1; k++)
                {
                    d[k] /= Large;
                }
            }
        }

        return d;
    }

    private static void Normalise(double[] values)
    {
        double largest = values.Max(Math.Abs);
        double norm = largest * Math.Sqrt(values.Sum(value => value / largest * (value / largest)));
        for (int i = 0; i < values.Length; i++)
        {
            values[i] /= norm;
        }
    }

    private static Complex Phased(double value, double phase) => phase == 0 ? value : value * Complex.FromPolarCoordinates(1, phase);
}
