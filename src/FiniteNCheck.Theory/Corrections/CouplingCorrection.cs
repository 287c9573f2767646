using FiniteNCheck.Model;

namespace FiniteNCheck.Theory.Corrections;

/// <summary>
/// The contribution of one pair coupling to the cumulant equations. Its part of the mean-field flow is bilinear, a short list of terms
/// <c>f_i += c m_k m_l</c>. Its noise is <c>2 strength (kappa_a tau_b^T + tau_a kappa_b^T)</c> plus the transpose. Not thread-safe.
/// </summary>
internal sealed class CouplingCorrection
{
    private const int Axes = PauliAlgebra.Axes;

    private readonly double strength;
    private readonly ArgumentResponse first;
    private readonly ArgumentResponse second;
    private readonly List<(int Row, int Field, int Turned, double Coefficient)> flow = [];
    private readonly int n;

    // A spin does not couple to itself: if both ends are in one block, one of the share n partners is missing.
    private readonly double missing;

    private readonly double[] scratch;

    /// <summary>Precomputes everything that does not depend on the state.</summary>
    /// <param name="pair">The coupling.</param>
    /// <param name="shares">The shares of the blocks.</param>
    public CouplingCorrection(PairCoupling pair, double[] shares)
    {
        n = Axes * shares.Length;
        strength = pair.Strength;
        scratch = new double[n];

        // The ends act like arguments of unit weight: the strength counts per pair, not per share.
        double[] unit = [.. shares.Select(_ => 1.0)];
        int a = (Axes * pair.FirstBlock) + (int)pair.FirstAxis;
        int b = (Axes * pair.SecondBlock) + (int)pair.SecondAxis;
        first = new ArgumentResponse(Unit(a), unit);
        second = new ArgumentResponse(Unit(b), unit);
        missing = pair.FirstBlock == pair.SecondBlock ? 1 / shares[pair.FirstBlock] : 0;
        AddFlow(a, b, 2 * strength * shares[pair.SecondBlock]);
        AddFlow(b, a, 2 * strength * shares[pair.FirstBlock]);
    }

    /// <summary>Evaluates the coupling at a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="depth">The corrections to compute.</param>
    public void Evaluate(in CorrectionState state, CorrectionDepth depth)
    {
        first.Evaluate(state, depth);
        second.Evaluate(state, depth);
    }

    /// <summary>Adds to the sources of the averages and of the leading second cumulant.</summary>
    /// <param name="state">The state.</param>
    /// <param name="terms">The terms.</param>
    public void AddLeading(in CorrectionState state, CorrectionTerms terms)
    {
        foreach ((int row, int k, int l, double c) in flow)
        {
            terms.Mean[row] += c * (state.C[(k * n) + l] - (missing * state.M[k] * state.M[l]));
        }

        ChannelCorrection.AddOuter(terms.Noise, 2 * strength, first.Kappa, second.Tau);
        ChannelCorrection.AddOuter(terms.Noise, 2 * strength, first.Tau, second.Kappa);
    }

    /// <summary>Adds to the sources of the third cumulant and of the next order of the second.</summary>
    /// <param name="state">The state.</param>
    /// <param name="terms">The terms.</param>
    public void AddNext(in CorrectionState state, CorrectionTerms terms)
    {
        foreach ((int row, int k, int l, double c) in flow)
        {
            terms.Slope[(row * n) + k] += c * (state.Mu[l] - (missing * state.M[l]));
            terms.Slope[(row * n) + l] += c * (state.Mu[k] - (missing * state.M[k]));
            for (int j = 0; j < n; j++)
            {
                terms.Second[(row * n) + j] += c * state.S[(((j * n) + k) * n) + l];
            }

            ChannelCorrection.AddOuter(terms.Third.AsSpan(row * n * n, n * n), c, state.C.Slice(k * n, n), state.C.Slice(l * n, n));
        }

        AddNoiseVariation(state, terms, first, second);
        AddNoiseVariation(state, terms, second, first);
    }

    // The variation of the noise 2 strength kappa tau^T for one order of the ends: B0' C at third order,
    // B0' mu + 1/2 B0'':C at second order.
    private void AddNoiseVariation(in CorrectionState state, CorrectionTerms terms, ArgumentResponse pulled, ArgumentResponse turned)
    {
        double factor = 2 * strength;
        pulled.KappaAlong(state.M, state.Mu, scratch);
        for (int i = 0; i < n; i++)
        {
            scratch[i] += pulled.HalfLaplacian[i];
        }

        ChannelCorrection.AddOuter(terms.Second, factor, scratch, turned.Tau);
        turned.TauAlong(state.Mu, scratch);
        ChannelCorrection.AddOuter(terms.Second, factor, pulled.Kappa, scratch);
        for (int i = 0; i < n; i++)
        {
            turned.TauAlong(pulled.KappaC.AsSpan(i * n, n), scratch);
            for (int j = 0; j < n; j++)
            {
                terms.Second[(i * n) + j] += factor * scratch[j];
            }

            Span<double> plane = terms.Third.AsSpan(i * n * n, n * n);
            ChannelCorrection.AddOuter(plane, factor, pulled.KappaC.AsSpan(i * n, n), turned.Tau);
            ChannelCorrection.AddOuter(plane, factor, turned.TauC.AsSpan(i * n, n), pulled.Kappa);
        }
    }

    // A field along axis a, proportional to the average b, rotates the block of a: c m_b e_a x m.
    private void AddFlow(int a, int b, double coefficient)
    {
        int block = Axes * (a / Axes);
        for (int turned = 0; turned < Axes; turned++)
        {
            for (int row = 0; row < Axes; row++)
            {
                int sign = PauliAlgebra.LeviCivita(row, a % Axes, turned);
                if (sign != 0)
                {
                    flow.Add((block + row, b, block + turned, sign * coefficient));
                }
            }
        }
    }

    private double[] Unit(int index)
    {
        double[] unit = new double[n];
        unit[index] = 1;
        return unit;
    }
}
