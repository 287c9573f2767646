using System.Numerics;

namespace FiniteNCheck.Theory.Corrections;

/// <summary>
/// The terms of order 1/n that depend on whether the argument contains the jumping spin itself. If it does, <c>j</c> and <c>x</c> do not
/// commute; if it does not, the argument lacks one spin.
/// </summary>
/// <param name="channel">The channel, evaluated at the state.</param>
/// <param name="x">The response of its argument, evaluated at the state.</param>
internal sealed class OwnSiteCorrection(ChannelCorrection channel, ArgumentResponse x)
{
    private const int Axes = PauliAlgebra.Axes;

    private readonly int n = x.R.Length;
    private readonly double[] scratch = new double[x.R.Length];
    private readonly Complex[] jump = new Complex[Axes];
    private readonly Complex[] loss = new Complex[Axes];

    private double Share => channel.Share;

    private double[] Gam => channel.Product;

    private double Overlap => x.Overlap[channel.Offset / Axes];

    private ReadOnlySpan<double> R => x.R.AsSpan(channel.Offset, Axes);

    // gam.tau_q. The vectors of x are divided by the share.
    private double GamTau => Share * ShortVector.Dot(Gam, x.Tau.AsSpan(channel.Offset, Axes));

    // G0 G2 - G1^2
    private double Bend => (channel.Rate.Value * channel.Rate.Second) - (channel.Rate.First * channel.Rate.First);

    // Its derivative, G0 G3 - G1 G2
    private double BendSlope => (channel.Rate.Value * channel.Rate.Third) - (channel.Rate.First * channel.Rate.Second);

    /// <summary>Adds these terms of <c>f1</c>.</summary>
    /// <param name="included">Whether the argument contains the jumping spin.</param>
    /// <param name="m">The averages.</param>
    /// <param name="mean">Receives the sum.</param>
    public void AddMean(bool included, ReadOnlySpan<double> m, double[] mean)
    {
        for (int a = 0; a < Axes; a++)
        {
            double value = included ? Commuted(a, m) : -Overlap * channel.Dissipation[a];
            mean[channel.Offset + a] += channel.Rate.SquareFirst / Share * value;
        }

        if (included)
        {
            for (int i = 0; i < n; i++)
            {
                mean[i] -= 2 * Bend * GamTau * x.Tau[i];
            }
        }
    }

    /// <summary>Adds the derivative of these terms of <c>f1</c>.</summary>
    /// <param name="included">Whether the argument contains the jumping spin.</param>
    /// <param name="m">The averages.</param>
    /// <param name="slope">Receives the sum.</param>
    public void AddSlope(bool included, ReadOnlySpan<double> m, double[] slope)
    {
        for (int a = 0; a < Axes; a++)
        {
            double value = included ? Commuted(a, m) : -Overlap * channel.Dissipation[a];
            Span<double> row = slope.AsSpan((channel.Offset + a) * n, n);
            for (int k = 0; k < n; k++)
            {
                row[k] += channel.Rate.SquareSecond / Share * value * x.R[k];
            }

            for (int b = 0; b < Axes; b++)
            {
                double derivative = included
                    ? CommutedSlope(a, b, m)
                    : -(channel.Dissipation[a] * R[b]) - (Overlap * channel.Drift[a, b]);
                row[channel.Offset + b] += channel.Rate.SquareFirst / Share * derivative;
            }
        }

        if (included)
        {
            AddBendSlope(slope);
        }
    }

    /// <summary>Adds half of these terms of <c>B1</c>.</summary>
    /// <param name="included">Whether the argument contains the jumping spin.</param>
    /// <param name="m">The averages.</param>
    /// <param name="second">Receives the sum.</param>
    public void AddSecond(bool included, ReadOnlySpan<double> m, double[] second)
    {
        double cross = channel.Rate.First * channel.Rate.Second;
        if (included)
        {
            double along = Share * ShortVector.Dot(Gam, x.Kappa.AsSpan(channel.Offset, Axes));
            ChannelCorrection.AddOuter(second, 4 * cross * along, x.Tau, x.Tau);
            ChannelCorrection.AddOuter(second, -2 * BendSlope * GamTau, x.Kappa, x.Tau);
            AddOrdered(m, second);
            return;
        }

        ChannelCorrection.AddOuter(second, -4 * Overlap * channel.Average * cross, x.Tau, x.Tau);
        double square = channel.Rate.First * channel.Rate.First;
        for (int a = 0; a < Axes; a++)
        {
            double turned = 4 * channel.Average * square * x.Tau[channel.Offset + a];
            for (int k = 0; k < n; k++)
            {
                double leading = (channel.Dissipation[a] * x.Kappa[k]) + (channel.Turning[a] * x.Tau[k]);
                second[((channel.Offset + a) * n) + k] -= (Overlap * channel.Rate.SquareSecond / Share * leading) + (turned * x.Tau[k]);
            }
        }
    }

    // (M kappa_q + gam y_q - m_q (r_q.gam))_a
    private double Commuted(int a, ReadOnlySpan<double> m) =>
        (Share * ShortVector.Row(channel.Drift, a, x.Kappa.AsSpan(channel.Offset, Axes)))
        + (Gam[a] * Overlap)
        - (m[channel.Offset + a] * ShortVector.Dot(R, Gam));

    // Its derivative with respect to the average b of block q, with kappa' = -(y + m r^T).
    private double CommutedSlope(int a, int b, ReadOnlySpan<double> m)
    {
        double bloch = ShortVector.Row(channel.Drift, a, m.Slice(channel.Offset, Axes));
        return -(Overlap * channel.Drift[a, b]) - (bloch * R[b]) + (Gam[a] * R[b]) - (a == b ? ShortVector.Dot(R, Gam) : 0);
    }

    // The derivative of -2 (G0 G2 - G1^2) (gam.tau_q) tau.
    private void AddBendSlope(double[] slope)
    {
        ChannelCorrection.AddOuter(slope, -2 * BendSlope * GamTau, x.Tau, x.R);
        Array.Clear(scratch);
        ShortVector.Cross(Gam, R, scratch.AsSpan(channel.Offset, Axes));
        ChannelCorrection.AddOuter(slope, -2 * Bend, x.Tau, scratch);
        double factor = -2 * Bend * GamTau;
        for (int i = 0; i < n; i++)
        {
            // tau_i' = (r x)_i: row i of the cross product with r.
            int h = Axes * (i / Axes);
            int b = h + ((i + 1) % Axes);
            int c = h + ((i + 2) % Axes);
            slope[(i * n) + c] += factor * x.R[b] / x.Share(i / Axes);
            slope[(i * n) + b] -= factor * x.R[c] / x.Share(i / Axes);
        }
    }

    // Z/s_q = (G0 G2 Re[(2P - Q) k^T] + G1^2 Re[2 P k^+ - Q k^T])/s_q with k = kappa + i tau: the effect of the operator order of j and x.
    private void AddOrdered(ReadOnlySpan<double> m, double[] second)
    {
        EvaluateOrders(m);
        double curved = channel.Rate.Value * channel.Rate.Second / Share;
        double square = channel.Rate.First * channel.Rate.First / Share;
        for (int a = 0; a < Axes; a++)
        {
            Complex difference = (2 * jump[a]) - loss[a];
            for (int k = 0; k < n; k++)
            {
                double whole = (difference.Real * x.Kappa[k]) - (difference.Imaginary * x.Tau[k]);
                double gain = 2 * ((jump[a].Real * x.Kappa[k]) + (jump[a].Imaginary * x.Tau[k]));
                double lost = (loss[a].Real * x.Kappa[k]) - (loss[a].Imaginary * x.Tau[k]);
                second[((channel.Offset + a) * n) + k] += (curved * whole) + (square * (gain - lost));
            }
        }
    }

    // P = (N - g - m_q gam^T) k_q and Q = 2 g0 (r + i tau) + 2 (r.gam) m - 2 y (g0 m + gam + i I) - 2 g k_q - 2 (gam.kappa) m,
    // with N = M + g0.
    private void EvaluateOrders(ReadOnlySpan<double> m)
    {
        Span<Complex> k = stackalloc Complex[Axes];
        Complex along = 0;
        for (int a = 0; a < Axes; a++)
        {
            k[a] = Share * new Complex(x.Kappa[channel.Offset + a], x.Tau[channel.Offset + a]);
            along += Gam[a] * k[a];
        }

        double g0 = channel.IdentityPart;
        for (int a = 0; a < Axes; a++)
        {
            double bloch = m[channel.Offset + a];
            var left = new Complex(R[a], k[a].Imaginary);
            var product = new Complex((g0 * bloch) + Gam[a], channel.Turning[a]);
            jump[a] = (channel.Drift[a, 0] * k[0]) + (channel.Drift[a, 1] * k[1]) + (channel.Drift[a, 2] * k[2])
                + ((g0 - channel.Average) * k[a]) - (bloch * along);
            loss[a] = 2 * ((g0 * left) + (ShortVector.Dot(R, Gam) * bloch)
                - (Overlap * product) - (channel.Average * k[a]) - (along.Real * bloch));
        }
    }
}
