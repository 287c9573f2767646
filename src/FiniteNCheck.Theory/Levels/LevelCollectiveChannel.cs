using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory.Levels;

/// <summary>
/// A collective jump in the limit. To leading order it is the number <c>L = sqrt(n) lambda</c>, <c>lambda = l Gamma(Delta)</c>, with
/// <c>l = sum_h share_h &lt;o_h&gt;</c>. It acts on block h as the field <c>W_h = -Gamma^2 Im(l^* v_h)</c>, with
/// <c>o_h = v_0 + sum_a v_a v^a</c>: a unitary, nonlinear flow.
/// </summary>
internal sealed class LevelCollectiveChannel
{
    private readonly LevelCoordinates coordinates;
    private readonly RateArgument rate;
    private readonly Complex[] v;
    private readonly double[] shares;
    private readonly Complex identity;

    /// <summary>Precomputes everything that does not depend on the state.</summary>
    /// <param name="coordinates">The coordinates.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="jump">The collective jump.</param>
    public LevelCollectiveChannel(LevelCoordinates coordinates, ImmutableArray<Block> blocks, LevelCollectiveJump jump)
    {
        this.coordinates = coordinates;
        (Complex constant, Complex[] argument) = coordinates.Sum(jump.Argument);
        rate = new RateArgument(jump.Rate, [.. argument.Select(r => r.Real)], constant.Real);
        v = coordinates.Sum(jump.Operators).Coefficients;
        shares = [.. coordinates.BlockOf.Select(block => blocks[block].Share)];
        identity = jump.Operators
            .Select((o, h) => blocks[h].Share * o.Trace / o.Dimension)
            .Aggregate(Complex.Zero, (sum, each) => sum + each);
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
    /// <c>w_h = v_h Gamma + l Gamma' r_h/share_h</c>: a rank-one noise matrix <c>conj(A) A^T</c>.
    /// </summary>
    /// <param name="m">The averages.</param>
    public Complex[] Noise(ReadOnlySpan<double> m)
    {
        Complex l = Amplitude(m);
        RateJet gamma = rate.Jet(m);
        var noise = new Complex[v.Length];
        for (int i = 0; i < noise.Length; i++)
        {
            int block = coordinates.BlockOf[i];
            int offset = coordinates.Offset(block);
            LocalAlgebra algebra = coordinates.Algebras[block];
            Complex sum = 0;
            for (int b = 0; b < algebra.Count; b++)
            {
                Complex w = (gamma.Value * v[offset + b]) + (l * gamma.First * rate.Coefficients[offset + b] / shares[i]);
                for (int c = 0; c < algebra.Count; c++)
                {
                    sum += algebra.Commutators[i - offset, b, c] * m[offset + c] * w;
                }
            }

            noise[i] = Complex.ImaginaryOne * Math.Sqrt(shares[i]) * sum;
        }

        return noise;
    }

    private Complex Amplitude(ReadOnlySpan<double> m)
    {
        Complex sum = identity;
        for (int i = 0; i < v.Length; i++)
        {
            sum += shares[i] * v[i] * m[i];
        }

        return sum;
    }
}
