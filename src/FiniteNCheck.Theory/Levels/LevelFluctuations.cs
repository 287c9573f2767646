using FiniteNCheck.Model.Levels;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory.Levels;

/// <summary>The coefficients of the covariance equation (50) of sites with levels, in the Gell-Mann basis.</summary>
internal sealed class LevelFluctuations : FluctuationCoefficients
{
    private readonly LevelMeanField meanField;
    private readonly LevelCoordinates coordinates;

    /// <summary>Prepares the coefficients of a model of growing blocks.</summary>
    /// <param name="model">The model, which does not depend on time; its initial state is not used.</param>
    public LevelFluctuations(LevelModel model)
    {
        meanField = new LevelMeanField(model);
        coordinates = meanField.Coordinates;
        Shares = [.. coordinates.BlockOf.Select(block => model.Blocks[block].Share)];
    }

    /// <inheritdoc/>
    public override LevelMeanField MeanField => meanField;

    /// <inheritdoc/>
    private protected override double[] Shares { get; }

    /// <summary>
    /// The symplectic matrix <c>sigma_(a,h),(b,h) = -i &lt;[v_a, v_b]&gt; = sum_c f_abc m_c</c>, zero between blocks (29).
    /// </summary>
    /// <param name="coordinates">The coordinates.</param>
    /// <param name="m">The averages.</param>
    public static Matrix<double> Symplectic(LevelCoordinates coordinates, Vector<double> m) =>
        WithinBlocks(coordinates, (algebra, a, b, local) => Contract(algebra.Commutators, a, b, local), m);

    /// <summary>
    /// The covariance of a product state, <c>1/2 &lt;{v_a, v_b}&gt; - m_a m_b</c> within a block, zero between blocks.
    /// </summary>
    /// <param name="coordinates">The coordinates.</param>
    /// <param name="m">The averages.</param>
    public static Matrix<double> ProductCovariance(LevelCoordinates coordinates, Vector<double> m) => WithinBlocks(
        coordinates,
        (algebra, a, b, local) =>
            (a == b ? 2.0 / algebra.Levels : 0) + Contract(algebra.Anticommutators, a, b, local) - (local[a] * local[b]),
        m);

    /// <summary>
    /// The noise matrix <c>C_(a,h),(b,k) = sum_(l,q) &lt;A_(a,h)^+ A_(b,k)&gt;_q</c> with
    /// <c>A_(a,h) = delta_hq [v_a, j_l] Gamma_l + i s_(a,h) Gamma_l' j_l</c> and
    /// <c>s_(a,h) = sqrt(N_q/N_h) sum_b sigma_(a,h),(b,h) r_(h,b)</c>, and <c>A_(a,h) = &lt;[F_(a,h), L]&gt;</c>, a number, of each
    /// collective jump.
    /// </summary>
    /// <param name="m">The averages.</param>
    public override Matrix<Complex> NoiseMatrix(Vector<double> m)
    {
        Matrix<double> symplectic = Symplectic(coordinates, Checked(m));
        double[] state = m.ToArray();
        var noise = Matrix<Complex>.Build.Dense(Dimension, Dimension);
        foreach (LevelChannel channel in meanField.Channels)
        {
            LocalOperator rho = coordinates.Algebras[channel.Block].State(coordinates.Of(state, channel.Block));
            AddGram(noise, NoiseOperators(channel, state, symplectic), rho);
        }

        foreach (LevelCollectiveChannel channel in meanField.CollectiveChannels)
        {
            Complex[] a = channel.Noise(state);
            noise.MapIndexedInplace((i, k, value) => value + (Complex.Conjugate(a[i]) * a[k]));
        }

        return noise;
    }

    private LocalOperator[] NoiseOperators(LevelChannel channel, double[] m, Matrix<double> symplectic)
    {
        RateJet gamma = channel.Rate.Jet(m);
        Vector<double> turned = symplectic * Vector<double>.Build.Dense(channel.Rate.Coefficients);
        int offset = coordinates.Offset(channel.Block);
        return
        [
            .. Enumerable.Range(0, Dimension).Select(i =>
            {
                int block = coordinates.BlockOf[i];
                double s = Math.Sqrt(Shares[offset] / Shares[i]) * turned[i];
                LocalOperator response = new Complex(0, s * gamma.First) * channel.Operator;
                return block == channel.Block ? response + ((Complex)gamma.Value * channel.Commutators[i - offset]) : response;
            }),
        ];
    }

    // C_ik += tr(A_i^+ A_k rho), the inner product of the elements of A_i and A_k rho.
    private static void AddGram(Matrix<Complex> noise, LocalOperator[] operators, LocalOperator rho)
    {
        for (int k = 0; k < operators.Length; k++)
        {
            LocalOperator right = operators[k] * rho;
            for (int i = 0; i <= k; i++)
            {
                Complex value = 0;
                for (int row = 0; row < rho.Dimension; row++)
                {
                    for (int column = 0; column < rho.Dimension; column++)
                    {
                        value += Complex.Conjugate(operators[i][row, column]) * right[row, column];
                    }
                }

                if (i == k)
                {
                    noise.At(i, i, noise.At(i, i) + value.Real);
                    continue;
                }

                noise.At(i, k, noise.At(i, k) + value);
                noise.At(k, i, noise.At(k, i) + Complex.Conjugate(value));
            }
        }
    }

    private static double Contract(double[,,] constants, int a, int b, double[] m)
    {
        double sum = 0;
        for (int c = 0; c < m.Length; c++)
        {
            sum += constants[a, b, c] * m[c];
        }

        return sum;
    }

    private static Matrix<double> WithinBlocks(
        LevelCoordinates coordinates, Func<LocalAlgebra, int, int, double[], double> element, Vector<double> m)
    {
        double[] state = m.ToArray();
        double[][] local = [.. coordinates.Algebras.Select((_, h) => coordinates.Of(state, h).ToArray())];
        return Matrix<double>.Build.Dense(
            m.Count,
            m.Count,
            (i, k) =>
            {
                int block = coordinates.BlockOf[i];
                int offset = coordinates.Offset(block);
                return coordinates.BlockOf[k] == block
                    ? element(coordinates.Algebras[block], i - offset, k - offset, local[block])
                    : 0;
            });
    }
}
