namespace FiniteNCheck.Theory.Corrections;

/// <summary>
/// The back-action of a jump on the other spins through its argument <c>x = sum_h r_h.m_h</c>. On every spin of block h it acts
/// as <c>r_h.sigma</c> from the left and from the right. The symmetric part shifts the Bloch vector by
/// <c>kappa_h = r_h - m_h (r_h.m_h)</c>, the antisymmetric part by <c>tau_h = r_h x m_h</c>. Everything is divided by the block's
/// share, since block h holds <c>share_h n</c> spins.
/// </summary>
internal sealed class ArgumentResponse
{
    private const int Axes = PauliAlgebra.Axes;

    private readonly double[] shares;
    private readonly int[] blocks;
    private readonly int n;

    /// <summary>Prepares the response of an argument.</summary>
    /// <param name="r">The coefficients <c>r</c>, three per block.</param>
    /// <param name="shares">The shares of the blocks.</param>
    public ArgumentResponse(double[] r, double[] shares)
    {
        R = r;
        n = r.Length;
        this.shares = shares;
        blocks = [.. Enumerable.Range(0, shares.Length).Where(h => r.AsSpan(Axes * h, Axes).ContainsAnyExcept(0))];
        Overlap = new double[shares.Length];
        (Kappa, Tau, Rho, HalfLaplacian) = (new double[n], new double[n], new double[n], new double[n]);
        (CR, SRR) = (new double[n], new double[n]);
        (KappaC, TauC, SR) = (new double[n * n], new double[n * n], new double[n * n]);
    }

    /// <summary>The coefficients <c>r</c>.</summary>
    public double[] R { get; }

    /// <summary>The overlaps <c>y_h = r_h.m_h</c>, one per block.</summary>
    public double[] Overlap { get; }

    /// <summary>The variance of the argument: <c>V = sum_h (r_h^2 - y_h^2)/share_h</c>.</summary>
    public double Variance { get; private set; }

    /// <summary>The vectors <c>kappa_h/share_h</c>.</summary>
    public double[] Kappa { get; }

    /// <summary>The vectors <c>tau_h/share_h</c>.</summary>
    public double[] Tau { get; }

    /// <summary>The vectors <c>r_h x tau_h/share_h^2</c>.</summary>
    public double[] Rho { get; }

    /// <summary>The vector <c>C r</c>.</summary>
    public double[] CR { get; }

    /// <summary>The number <c>r.C r</c>.</summary>
    public double RCR { get; private set; }

    /// <summary>The matrix <c>kappa' C</c>, row by row.</summary>
    public double[] KappaC { get; }

    /// <summary>The matrix <c>tau' C</c>, row by row.</summary>
    public double[] TauC { get; }

    /// <summary>The vector <c>1/2 kappa'':C</c>; <c>tau</c> is linear.</summary>
    public double[] HalfLaplacian { get; }

    /// <summary>The matrix <c>S r</c>, row by row.</summary>
    public double[] SR { get; }

    /// <summary>The vector <c>r.S r</c>.</summary>
    public double[] SRR { get; }

    /// <summary>The share of a block.</summary>
    /// <param name="block">The block.</param>
    public double Share(int block) => shares[block];

    /// <summary>Evaluates everything that depends on the averages and second cumulants.</summary>
    /// <param name="state">The state.</param>
    /// <param name="depth">The corrections to compute.</param>
    public void Evaluate(in CorrectionState state, CorrectionDepth depth)
    {
        Variance = 0;
        Array.Clear(CR);
        foreach (int h in blocks)
        {
            EvaluateBlock(h, state.M);
            for (int b = Axes * h; b < Axes * (h + 1); b++)
            {
                for (int k = 0; k < n; k++)
                {
                    CR[k] += R[b] * state.C[(b * n) + k];
                }
            }
        }

        RCR = ShortVector.Dot(R, CR);
        if (depth == CorrectionDepth.Covariance)
        {
            EvaluateDerivatives(state);
        }
    }

    /// <summary>Evaluates everything that depends on the third cumulants.</summary>
    /// <param name="state">The state.</param>
    public void Contract(in CorrectionState state)
    {
        for (int i = 0; i < n * n; i++)
        {
            SR[i] = ShortVector.Dot(R, state.S.Slice(i * n, n));
        }

        for (int i = 0; i < n; i++)
        {
            SRR[i] = ShortVector.Dot(R, SR.AsSpan(i * n, n));
        }
    }

    /// <summary>The derivative of <see cref="Kappa"/> along a direction: <c>-(y_h v_h + m_h (r_h.v_h))/share_h</c>.</summary>
    /// <param name="m">The averages.</param>
    /// <param name="v">The direction.</param>
    /// <param name="derivative">Receives the derivative.</param>
    public void KappaAlong(ReadOnlySpan<double> m, ReadOnlySpan<double> v, Span<double> derivative)
    {
        derivative.Clear();
        foreach (int h in blocks)
        {
            double along = ShortVector.Dot(R.AsSpan(Axes * h, Axes), v.Slice(Axes * h, Axes));
            for (int i = Axes * h; i < Axes * (h + 1); i++)
            {
                derivative[i] = -((Overlap[h] * v[i]) + (m[i] * along)) / shares[h];
            }
        }
    }

    /// <summary>The derivative of <see cref="Tau"/> along a direction: <c>r_h x v_h/share_h</c>.</summary>
    /// <param name="v">The direction.</param>
    /// <param name="derivative">Receives the derivative.</param>
    public void TauAlong(ReadOnlySpan<double> v, Span<double> derivative)
    {
        derivative.Clear();
        foreach (int h in blocks)
        {
            Turn(h, v, derivative);
        }
    }

    private void EvaluateBlock(int h, ReadOnlySpan<double> m)
    {
        int o = Axes * h;
        ReadOnlySpan<double> r = R.AsSpan(o, Axes);
        double square = ShortVector.Dot(r, r);
        double y = ShortVector.Dot(r, m.Slice(o, Axes));
        Overlap[h] = y;
        Variance += (square - (y * y)) / shares[h];
        for (int i = o; i < o + Axes; i++)
        {
            Kappa[i] = (R[i] - (m[i] * y)) / shares[h];
            Rho[i] = ((R[i] * y) - (square * m[i])) / (shares[h] * shares[h]);
        }

        Turn(h, m, Tau);
    }

    // r_h x v_h/share_h
    private void Turn(int h, ReadOnlySpan<double> v, Span<double> turned)
    {
        Span<double> block = turned.Slice(Axes * h, Axes);
        ShortVector.Cross(R.AsSpan(Axes * h, Axes), v.Slice(Axes * h, Axes), block);
        for (int a = 0; a < Axes; a++)
        {
            block[a] /= shares[h];
        }
    }

    private void EvaluateDerivatives(in CorrectionState state)
    {
        foreach (int h in blocks)
        {
            int o = Axes * h;
            for (int k = 0; k < n; k++)
            {
                double x = state.C[(o * n) + k];
                double y = state.C[((o + 1) * n) + k];
                double z = state.C[((o + 2) * n) + k];
                double along = (R[o] * x) + (R[o + 1] * y) + (R[o + 2] * z);
                KappaC[(o * n) + k] = -((Overlap[h] * x) + (state.M[o] * along)) / shares[h];
                KappaC[((o + 1) * n) + k] = -((Overlap[h] * y) + (state.M[o + 1] * along)) / shares[h];
                KappaC[((o + 2) * n) + k] = -((Overlap[h] * z) + (state.M[o + 2] * along)) / shares[h];
                TauC[(o * n) + k] = ((R[o + 1] * z) - (R[o + 2] * y)) / shares[h];
                TauC[((o + 1) * n) + k] = ((R[o + 2] * x) - (R[o] * z)) / shares[h];
                TauC[((o + 2) * n) + k] = ((R[o] * y) - (R[o + 1] * x)) / shares[h];
            }

            for (int i = o; i < o + Axes; i++)
            {
                HalfLaplacian[i] = -ShortVector.Dot(R.AsSpan(o, Axes), state.C.Slice((i * n) + o, Axes)) / shares[h];
            }
        }
    }
}
