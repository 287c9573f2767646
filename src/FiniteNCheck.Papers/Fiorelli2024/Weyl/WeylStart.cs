using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;

namespace FiniteNCheck.Papers.Fiorelli2024.Weyl;

/// <summary>
/// Averages <c>omega(W(r1) A W(r) B W(r2))</c> at time 0 in a product state of N spins, for A and B made of sums over all spins: such
/// operators act inside the sectors of total spin J, and the state summed over the copies of J is a turned diagonal.
/// </summary>
internal sealed class WeylStart
{
    private const double NegligibleWeight = 1e-18;

    private readonly PauliVector bloch;
    private readonly WeylTriple triple;
    private readonly SpinFrame frame;
    private readonly int spins;
    private readonly Complex[][,] left;
    private readonly Complex[][,] right;
    private readonly Complex[][,] inner;

    /// <summary>Prepares the averages.</summary>
    /// <param name="bloch">The Bloch vector of each spin.</param>
    /// <param name="triple">The arguments r1, r, r2.</param>
    /// <param name="axis">The direction along which functions are diagonal.</param>
    /// <param name="spins">The number of spins N.</param>
    public WeylStart(PauliVector bloch, WeylTriple triple, PauliVector axis, int spins)
    {
        (this.bloch, this.triple, this.spins) = (bloch, triple, spins);
        frame = new SpinFrame(axis);

        // The columns are the states along and against the Bloch vector: rho = u diag(p) u+.
        SpinOperator u = new SpinFrame(bloch).Basis;
        left = SymmetricPowers.UpTo(frame.Basis.Adjoint() * Weyl(triple.Right) * u, spins);
        right = SymmetricPowers.UpTo(u.Adjoint() * Weyl(triple.Left) * frame.Basis, spins);
        inner = SymmetricPowers.UpTo(frame.Seen(Weyl(triple.Inner)), spins);
    }

    /// <summary>A vector of three numbers.</summary>
    /// <param name="r">The numbers.</param>
    public static PauliVector Vector(IReadOnlyList<double> r) => new(r[0], r[1], r[2]);

    /// <summary>The one-spin matrix <c>exp(i r.sigma/sqrt N)</c>.</summary>
    /// <param name="r">The vector r.</param>
    /// <param name="spins">The number of spins N.</param>
    public static SpinOperator Rotation(PauliVector r, int spins)
    {
        PauliVector v = (1 / Math.Sqrt(spins)) * r;
        double sine = v.Norm == 0 ? 1 : Math.Sin(v.Norm) / v.Norm;
        return OneSpin.Add(Math.Cos(v.Norm) * SpinOperator.Identity, new Complex(0, sine) * OneSpin.Along(v));
    }

    /// <summary>The average of a sum of products <c>A W B</c>.</summary>
    /// <param name="terms">The factors A and B of each product in a sector.</param>
    public Complex Average(Func<SpinSector, IEnumerable<(Band Left, Band Right)>> terms)
    {
        Complex sum = 0;
        for (int twiceJ = spins % 2; twiceJ <= spins; twiceJ += 2)
        {
            double[] weights = [.. Enumerable.Range(0, twiceJ + 1).Select(up => Weight(twiceJ, up))];
            if (weights.Sum() < NegligibleWeight)
            {
                continue;
            }

            Complex[,] x = Band.Of(twiceJ + 1, 0, (row, _) => weights[row]).Times(right[twiceJ]);
            x = Multiply(left[twiceJ], x);
            foreach ((Band a, Band b) in terms(new SpinSector(spins, twiceJ, frame)))
            {
                sum += a.Trace(inner[twiceJ], b.Times(x));
            }
        }

        PauliVector all = Vector(triple.Left) + Vector(triple.Inner) + Vector(triple.Right);
        return Complex.FromPolarCoordinates(1, -Math.Sqrt(spins) * all.Dot(bloch)) * sum;
    }

    private SpinOperator Weyl(IReadOnlyList<double> r) => Rotation(Vector(r), spins);

    // d_J p^(N/2+M) (1-p)^(N/2-M), with d_J = (2J+1)/(N/2+J+1) times N over (N/2-J).
    private double Weight(int twiceJ, int up)
    {
        int singlets = (spins - twiceJ) / 2;
        double log = Math.Log((twiceJ + 1.0) / (spins - singlets + 1)) + LogBinomial(spins, singlets)
            + LogPower((1 + bloch.Norm) / 2, singlets + up) + LogPower((1 - bloch.Norm) / 2, singlets + twiceJ - up);
        return Math.Exp(log);
    }

    private static double LogPower(double p, int exponent) => exponent == 0 ? 0 : exponent * Math.Log(Math.Max(0, p));

    private static double LogBinomial(int n, int k) => Enumerable.Range(1, k).Sum(i => Math.Log((n - k + i) / (double)i));

    private static Complex[,] Multiply(Complex[,] a, Complex[,] b)
    {
        int size = a.GetLength(0);
        var product = new Complex[size, size];
        for (int row = 0; row < size; row++)
        {
            for (int k = 0; k < size; k++)
            {
                Complex element = a[row, k];
                for (int column = 0; column < size; column++)
                {
                    product[row, column] += element * b[k, column];
                }
            }
        }

        return product;
    }
}
