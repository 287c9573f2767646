using FiniteNCheck.Numerics;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Theory.Corrections;

/// <summary>
/// The symbol <c>n (h0 + h1/n + ...)</c> of the generator of one collective jump on product states, as a power series about a state: in the
/// deviations of the averages <c>m</c> and in <c>pi = d/dm / n</c> (<c>docs/theory-corrections.md</c>, collective jumps).
/// </summary>
/// <remarks>
/// A sum of spins <c>n sum_h s_h q_h . m_h</c> that multiplies a product state from the left is n times the differential operator with the
/// symbol <c>Y_q = sum_h (s_h q_h . m_h + a_q . pi_h)</c>, <c>a_q = q - m (q.m) + i q x m</c>; from the right, the same with <c>-i</c>.
/// With <c>G = Gamma(Y_(r/s))</c> the jump has the symbols <c>P = G Y_v</c> from the left and <c>conj P</c> from the right, and
/// <c>h0 = |P|^2 - Re(G^2 Y_v Y_(v^*))</c>. Operators are multiplied by <c>a b + (1/n) da/dpi . db/dm + ...</c>, which makes <c>h1</c>.
/// </remarks>
/// <param name="algebra">The series; its variables are the deviations of the averages, then the <c>pi</c>.</param>
/// <param name="channel">The jump.</param>
/// <param name="components">The averages that take part, whole blocks.</param>
/// <param name="shares">The shares of the blocks.</param>
internal sealed class CollectiveSymbol(SeriesAlgebra algebra, CollectiveChannel channel, int[] components, double[] shares)
{
    private const int Axes = PauliAlgebra.Axes;

    private readonly int size = components.Length;
    private readonly double[] share = [.. components.Select(i => shares[i / Axes])];
    private readonly Complex[] v = [.. components.Select(i => channel.V[i])];
    private readonly Complex[] vConjugate = [.. components.Select(i => Complex.Conjugate(channel.V[i]))];
    private readonly Complex[] r = [.. components.Select(i => new Complex(channel.Rate.Coefficients[i] / shares[i / Axes], 0))];

    /// <summary>Adds the part <c>h0</c>.</summary>
    /// <param name="m">The averages, all of them.</param>
    /// <param name="sum">The series to add to.</param>
    public void AddLeading(ReadOnlySpan<double> m, Complex[] sum)
    {
        Complex[] gamma = RateSeries(m, channel.Rate.Jet(m));
        Complex[] left = algebra.Multiply(gamma, Symbol(v, channel.Amplitude(m), m));
        Complex[] adjoint = algebra.Multiply(gamma, Symbol(vConjugate, Complex.Conjugate(channel.Amplitude(m)), m));
        Accumulate(sum, 1, algebra.Multiply(left, Conjugate(left)));
        Accumulate(sum, -1, algebra.Multiply(left, adjoint));
    }

    /// <summary>Adds the part <c>h1</c>.</summary>
    /// <param name="m">The averages, all of them.</param>
    /// <param name="sum">The series to add to.</param>
    public void AddNext(ReadOnlySpan<double> m, Complex[] sum)
    {
        RateJet jet = channel.Rate.Jet(m);
        Complex[] l = Symbol(v, channel.Amplitude(m), m);
        Complex[] adjoint = Symbol(vConjugate, Complex.Conjugate(channel.Amplitude(m)), m);
        Complex[] gamma = RateSeries(m, jet);
        Complex[] slope = RateSeries(m, new RateJet(jet.First, jet.Second, jet.Third, 0));
        Complex[] curved = algebra.Multiply(RateSeries(m, new RateJet(jet.Second, jet.Third, 0, 0)), OwnSpread(m));
        (Complex[] lBar, Complex[] gammaBar, Complex[] slopeBar) = (Conjugate(l), Conjugate(gamma), Conjugate(slope));

        // What enters: Gamma, then the sum of spins, from the left; the same from the right. Twice the real part stands for both sides.
        Accumulate(sum, 2, Product(curved, gammaBar, l, lBar));
        Accumulate(sum, 2, Product(slope, Bracket(m, r, v), gammaBar, lBar));
        Accumulate(sum, 1, Product(slope, slopeBar, Bracket(m, r, r, fromRight: true), l, lBar));
        Accumulate(sum, 1, Product(slope, Bracket(m, r, vConjugate, fromRight: true), l, gammaBar));
        Accumulate(sum, 1, Product(Bracket(m, v, r, fromRight: true), gamma, slopeBar, lBar));
        Accumulate(sum, 1, Product(Bracket(m, v, vConjugate, fromRight: true), gamma, gammaBar));

        // What leaves: Gamma, the sum, its adjoint, Gamma, all from the left.
        Accumulate(sum, -2, Product(curved, gamma, l, adjoint));
        Accumulate(sum, -1, Product(slope, Bracket(m, r, v), adjoint, gamma));
        Accumulate(sum, -1, Product(slope, Bracket(m, r, vConjugate), l, gamma));
        Accumulate(sum, -1, Product(slope, slope, Bracket(m, r, r), l, adjoint));
        Accumulate(sum, -1, Product(Bracket(m, v, vConjugate), gamma, gamma));
        Accumulate(sum, -1, Product(Bracket(m, v, r), gamma, slope, adjoint));
        Accumulate(sum, -1, Product(Bracket(m, vConjugate, r), gamma, slope, l));
    }

    // Y_q, whose value at the state is given.
    private Complex[] Symbol(Complex[] q, Complex value, ReadOnlySpan<double> m)
    {
        Complex[] symbol = algebra.Constant(value);
        Complex[][] turned = Turned(q, m);
        for (int i = 0; i < size; i++)
        {
            symbol[algebra.IndexOf(i)] += share[i] * q[i];
            Accumulate(symbol, 1, Product(turned[i], Pi(i)));
        }

        return symbol;
    }

    // Gamma(Y_(r/s)) by its Taylor series about the argument at the state. Derivatives beyond the third cancel in all that is used.
    private Complex[] RateSeries(ReadOnlySpan<double> m, RateJet jet)
    {
        Complex[] deviation = Symbol(r, 0, m);
        Complex[] square = algebra.Multiply(deviation, deviation);
        Complex[] series = algebra.Constant(jet.Value);
        Accumulate(series, jet.First, deviation);
        Accumulate(series, jet.Second / 2, square);
        Accumulate(series, jet.Third / 6, algebra.Multiply(square, deviation));
        return series;
    }

    // exp(u Delta) is not exp(u Y) but exp(u Y + u^2 (V/2 - nu)/n + ..): V = sum_h (r_h^2 - y_h^2)/s_h, nu = sum_h y_h a_r . pi_h/s_h^2
    // with y_h = r_h.m_h; here in terms of r/s.
    private Complex[] OwnSpread(ReadOnlySpan<double> m)
    {
        Complex[] spread = new Complex[algebra.Length];
        Complex[][] turned = Turned(r, m);
        for (int i = 0; i < size; i++)
        {
            Complex[] overlap = Overlap(r, i, m);
            spread[0] += share[i] / 2 * r[i] * r[i];
            Accumulate(spread, -share[i] / 2 * r[i], Product(overlap, Average(i, m)));
            Accumulate(spread, -1, Product(overlap, turned[i], Pi(i)));
        }

        return spread;
    }

    // The sum over all components of dY_q/dpi times dY_p/dm, the second from the left or from the right.
    private Complex[] Bracket(ReadOnlySpan<double> m, Complex[] q, Complex[] p, bool fromRight = false)
    {
        Complex i = fromRight ? -Complex.ImaginaryOne : Complex.ImaginaryOne;
        Complex[] sum = new Complex[algebra.Length];
        Complex[][] turned = Turned(q, m);
        for (int k = 0; k < size; k++)
        {
            // s p - (p.m) pi - p (m.pi) + i pi x p
            (int b, int c) = Others(k);
            Complex[] slope = algebra.Constant(share[k] * p[k]);
            Accumulate(slope, -1, Product(Overlap(p, k, m), Pi(k)));
            for (int j = k - (k % Axes); j < k - (k % Axes) + Axes; j++)
            {
                Accumulate(slope, -p[k], Product(Average(j, m), Pi(j)));
            }

            Accumulate(slope, i * p[c], Pi(b));
            Accumulate(slope, -i * p[b], Pi(c));
            Accumulate(sum, 1, Product(turned[k], slope));
        }

        return sum;
    }

    // a_q = q - m (q.m) + i q x m, component by component.
    private Complex[][] Turned(Complex[] q, ReadOnlySpan<double> m)
    {
        var turned = new Complex[size][];
        for (int k = 0; k < size; k++)
        {
            (int b, int c) = Others(k);
            turned[k] = algebra.Constant(q[k]);
            Accumulate(turned[k], -1, Product(Average(k, m), Overlap(q, k, m)));
            Accumulate(turned[k], Complex.ImaginaryOne * q[b], Average(c, m));
            Accumulate(turned[k], -Complex.ImaginaryOne * q[c], Average(b, m));
        }

        return turned;
    }

    // q.m of the block of a component.
    private Complex[] Overlap(Complex[] q, int component, ReadOnlySpan<double> m)
    {
        Complex[] sum = new Complex[algebra.Length];
        int offset = component - (component % Axes);
        for (int i = offset; i < offset + Axes; i++)
        {
            Accumulate(sum, q[i], Average(i, m));
        }

        return sum;
    }

    private Complex[] Average(int component, ReadOnlySpan<double> m)
    {
        Complex[] average = algebra.Constant(m[components[component]]);
        average[algebra.IndexOf(component)] = 1;
        return average;
    }

    private Complex[] Pi(int component)
    {
        Complex[] pi = new Complex[algebra.Length];
        pi[algebra.IndexOf(size + component)] = 1;
        return pi;
    }

    // The other two components of the block, in cyclic order.
    private static (int B, int C) Others(int component)
    {
        int offset = component - (component % Axes);
        return (offset + ((component + 1) % Axes), offset + ((component + 2) % Axes));
    }

    private Complex[] Product(params Complex[][] factors) => factors.Aggregate(algebra.Multiply);

    private static Complex[] Conjugate(Complex[] series) => Array.ConvertAll(series, Complex.Conjugate);

    private static void Accumulate(Complex[] sum, Complex factor, Complex[] series)
    {
        for (int i = 0; i < series.Length; i++)
        {
            if (series[i] != Complex.Zero)
            {
                sum[i] += factor * series[i];
            }
        }
    }
}
