using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory;

/// <summary>
/// The coefficients of the covariance equation <c>dSigma/dt = Q Sigma + Sigma Q^T + D</c> (50) for the fluctuations
/// <c>F_(a,h) = sqrt(N_h) (m_(a,h) - &lt;m_(a,h)&gt;)</c> (27), at a mean-field state <c>m</c>, in the Pauli basis. Immutable and
/// thread-safe.
/// </summary>
public sealed class Fluctuations : FluctuationCoefficients
{
    private readonly MeanField meanField;
    private readonly double[] shares;

    /// <summary>Prepares the coefficients of a model.</summary>
    /// <param name="model">The model; its initial state is not used.</param>
    public Fluctuations(CollectiveModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Blocks.Any(block => block.Size is not null))
        {
            throw new InputException($"model '{model.Name}' has blocks of fixed size: fluctuations are those of growing blocks.");
        }

        model = LimitModel.WithoutVanishing(model);
        meanField = new MeanField(model);
        shares = [.. model.Blocks.Select(block => block.Share)];
        Shares = [.. shares.SelectMany(share => Enumerable.Repeat(share, PauliAlgebra.Axes))];
    }

    /// <inheritdoc/>
    public override MeanField MeanField => meanField;

    /// <inheritdoc/>
    private protected override double[] Shares { get; }

    /// <summary>
    /// The symplectic matrix <c>sigma_(a,h),(b,h) = -i &lt;[F_a, F_b]&gt; = 2 eps_abc m_(c,h)</c>, zero between blocks (29).
    /// </summary>
    /// <param name="m">The averages.</param>
    public static Matrix<double> Symplectic(Vector<double> m)
    {
        ArgumentNullException.ThrowIfNull(m);
        var sigma = Matrix<double>.Build.Dense(m.Count, m.Count);
        for (int offset = 0; offset < m.Count; offset += PauliAlgebra.Axes)
        {
            for (int a = 0; a < PauliAlgebra.Axes; a++)
            {
                int b = (a + 1) % PauliAlgebra.Axes;
                int c = (a + 2) % PauliAlgebra.Axes;
                sigma[offset + a, offset + b] = 2 * m[offset + c];
                sigma[offset + b, offset + a] = -2 * m[offset + c];
            }
        }

        return sigma;
    }

    /// <summary>
    /// The covariance of the product state with Bloch vectors <c>m</c>: <c>delta_ab - m_a m_b</c> within a block, zero between blocks.
    /// </summary>
    /// <param name="m">The averages.</param>
    public static Matrix<double> ProductCovariance(Vector<double> m)
    {
        ArgumentNullException.ThrowIfNull(m);
        return Matrix<double>.Build.Dense(
            m.Count,
            m.Count,
            (i, k) => i / PauliAlgebra.Axes == k / PauliAlgebra.Axes ? (i == k ? 1 : 0) - (m[i] * m[k]) : 0);
    }

    /// <summary>
    /// The noise matrix <c>C_(a,h),(b,k) = sum_(l,q) &lt;A_(a,h)^+ A_(b,k)&gt;_q</c> with
    /// <c>A_(a,h) = delta_hq [sigma_a, j_l] Gamma_l + i s_(a,h) Gamma_l' j_l</c> and
    /// <c>s_(a,h) = sqrt(N_q/N_h) sum_b sigma_(a,h),(b,h) r_(h,b)</c>, and <c>A_(a,h) = &lt;[F_(a,h), L]&gt;</c>, a number, of each
    /// collective jump: a Gram matrix, Hermitian and positive semidefinite by construction.
    /// </summary>
    /// <param name="m">The averages.</param>
    public override Matrix<Complex> NoiseMatrix(Vector<double> m)
    {
        Matrix<double> symplectic = Symplectic(Checked(m));
        var noise = Matrix<Complex>.Build.Dense(Dimension, Dimension);
        foreach (TheoryChannel channel in meanField.Channels)
        {
            AddGram(noise, NoiseOperators(channel, m, symplectic), Bloch(m, channel.Block));
        }

        foreach (CollectiveChannel channel in meanField.CollectiveChannels)
        {
            Complex[] a = channel.Noise(m.ToArray());
            noise.MapIndexedInplace((i, k, value) => value + (Complex.Conjugate(a[i]) * a[k]));
        }

        return noise;
    }

    private SpinOperator[] NoiseOperators(TheoryChannel channel, Vector<double> m, Matrix<double> symplectic)
    {
        double[] state = m.ToArray();
        double gamma = channel.Gamma(state);
        Vector<double> turned = symplectic * Vector<double>.Build.Dense(channel.Argument);
        double gammaPrime = channel.GammaPrime(state);
        SpinOperator[] operators = new SpinOperator[Dimension];
        for (int i = 0; i < Dimension; i++)
        {
            int block = i / PauliAlgebra.Axes;
            double s = Math.Sqrt(shares[channel.Block] / shares[block]) * turned[i];
            operators[i] = new Complex(0, s * gammaPrime) * channel.Operator;
            if (block == channel.Block)
            {
                SpinOperator pauli = PauliAlgebra.Matrices[i % PauliAlgebra.Axes];
                SpinOperator commutator = PauliAlgebra.Commutator(pauli, channel.Operator);
                operators[i] = PauliAlgebra.Add(operators[i], gamma * commutator);
            }
        }

        return operators;
    }

    // C_ik += tr(A_i^+ A_k rho), the inner product of the elements of A_i and A_k rho.
    private static void AddGram(Matrix<Complex> noise, SpinOperator[] operators, PauliVector bloch)
    {
        var rho = new SpinOperator(
            (1 + bloch.Z) / 2,
            new Complex(bloch.X, -bloch.Y) / 2,
            new Complex(bloch.X, bloch.Y) / 2,
            (1 - bloch.Z) / 2);
        for (int k = 0; k < operators.Length; k++)
        {
            SpinOperator right = operators[k] * rho;
            for (int i = 0; i <= k; i++)
            {
                SpinOperator left = operators[i];
                Complex value = (Complex.Conjugate(left.UpUp) * right.UpUp) + (Complex.Conjugate(left.UpDown) * right.UpDown)
                    + (Complex.Conjugate(left.DownUp) * right.DownUp) + (Complex.Conjugate(left.DownDown) * right.DownDown);
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

    private static PauliVector Bloch(Vector<double> m, int block) =>
        new(m[PauliAlgebra.Axes * block], m[(PauliAlgebra.Axes * block) + 1], m[(PauliAlgebra.Axes * block) + 2]);
}
