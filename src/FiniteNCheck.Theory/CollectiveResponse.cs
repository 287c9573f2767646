using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory;

/// <summary>
/// A collective jump in the limit, whatever the basis of one-site operators <c>v_a</c>. To leading order it is the number
/// <c>L = sqrt(n) lambda</c>, <c>lambda = l Gamma(Delta)</c>, with <c>l = sum_h share_h (v_0 + v.m)_h</c> for the operators
/// <c>o_h = v_0 + sum_a v_a v^a</c>. It acts on block h as the field <c>W_h = -Gamma^2 Im(l^* v_h)</c>, which depends on the state: a
/// unitary, nonlinear flow.
/// </summary>
/// <param name="rate">The rate function and its argument.</param>
/// <param name="v">The coefficients <c>v</c> of the operators, one per average.</param>
/// <param name="shares">The share of the block of each average.</param>
/// <param name="identity">The part of <c>l</c> that does not depend on the state.</param>
internal abstract class CollectiveResponse(RateArgument rate, Complex[] v, double[] shares, Complex identity)
{
    /// <summary>The rate function and its argument.</summary>
    public RateArgument Rate => rate;

    /// <summary>The coefficients <c>v</c> of the operators, one per average.</summary>
    public ReadOnlySpan<Complex> V => v;

    /// <summary>The average <c>l</c>.</summary>
    /// <param name="m">The averages.</param>
    public Complex Amplitude(ReadOnlySpan<double> m)
    {
        Complex sum = identity;
        for (int i = 0; i < v.Length; i++)
        {
            sum += shares[i] * v[i] * m[i];
        }

        return sum;
    }

    /// <summary>
    /// The size of the slope of the field, <c>Gamma^2 sum_h share_h |v_h|^2</c>: it does not vanish where the field does.
    /// </summary>
    /// <param name="m">The averages.</param>
    public double RateScale(ReadOnlySpan<double> m)
    {
        double gamma = rate.Value(m);
        double sum = 0;
        for (int i = 0; i < v.Length; i++)
        {
            sum += shares[i] * ((v[i].Real * v[i].Real) + (v[i].Imaginary * v[i].Imaginary));
        }

        return gamma * gamma * sum;
    }

    /// <summary>Adds the field <c>W = -Gamma^2 Im(l^* v)</c>.</summary>
    /// <param name="m">The averages.</param>
    /// <param name="field">The field, one component per average.</param>
    public void AddField(ReadOnlySpan<double> m, Span<double> field)
    {
        Complex l = Complex.Conjugate(Amplitude(m));
        double gamma = rate.Value(m);
        for (int i = 0; i < v.Length; i++)
        {
            field[i] -= gamma * gamma * (l * v[i]).Imaginary;
        }
    }

    /// <summary>
    /// The derivative of the field, <c>dW_i/dm_k = -2 Gamma Gamma' r_k Im(l^* v_i) - Gamma^2 share_k Im(v_k^* v_i)</c>.
    /// </summary>
    /// <param name="m">The averages.</param>
    /// <param name="slope">Receives the sum of what it holds and the derivative.</param>
    public void AddSlope(ReadOnlySpan<double> m, double[,] slope)
    {
        Complex l = Complex.Conjugate(Amplitude(m));
        RateJet gamma = rate.Jet(m);
        for (int i = 0; i < v.Length; i++)
        {
            double turning = (l * v[i]).Imaginary;
            for (int k = 0; k < v.Length; k++)
            {
                slope[i, k] -= (gamma.SquareFirst * rate.Coefficients[k] * turning)
                    + (gamma.Square * shares[k] * (Complex.Conjugate(v[k]) * v[i]).Imaginary);
            }
        }
    }

    /// <summary>
    /// The numbers <c>A_(a,h) = &lt;[F_(a,h), L]&gt; = sqrt(share_h) &lt;[v_a, w_h]&gt;_h</c> with the gradient of lambda,
    /// <c>w_h = v_h Gamma + l Gamma' r_h/share_h</c>: a rank-one noise matrix <c>conj(A) A^T</c>, of real part of rank two.
    /// </summary>
    /// <param name="m">The averages.</param>
    public Complex[] Noise(ReadOnlySpan<double> m)
    {
        Complex l = Amplitude(m);
        RateJet gamma = rate.Jet(m);
        var w = new Complex[v.Length];
        for (int i = 0; i < w.Length; i++)
        {
            w[i] = (gamma.Value * v[i]) + (l * gamma.First * rate.Coefficients[i] / shares[i]);
        }

        var noise = new Complex[w.Length];
        for (int i = 0; i < w.Length; i++)
        {
            noise[i] = Complex.ImaginaryOne * Math.Sqrt(shares[i]) * Commutator(i, w, m);
        }

        return noise;
    }

    /// <summary>The average <c>-i &lt;[v_a, w]&gt;</c> of an operator of a block with a combination of those of the same block.</summary>
    /// <param name="index">The index of <c>v_a</c> among all averages.</param>
    /// <param name="w">The coefficients of all blocks.</param>
    /// <param name="m">The averages.</param>
    private protected abstract Complex Commutator(int index, Complex[] w, ReadOnlySpan<double> m);
}
