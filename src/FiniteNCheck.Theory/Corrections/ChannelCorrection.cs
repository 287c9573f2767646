namespace FiniteNCheck.Theory.Corrections;

/// <summary>
/// The contribution of one jump channel <c>J = j^(i) Gamma(x)</c> of block q to the cumulant equations. The symbols are those of
/// <c>docs/theory-corrections.md</c>: <c>G = j^+ j = g0 + gam.sigma</c>, <c>D = d + M m_q</c> the local dissipator, <c>I = gam x m_q</c>,
/// <c>Y = D + gam - (gam.m_q) m_q</c>, <c>E = D kappa^T + I tau^T</c>. Not thread-safe.
/// </summary>
internal sealed class ChannelCorrection
{
    private const int Axes = PauliAlgebra.Axes;

    private readonly TheoryChannel channel;
    private readonly ArgumentResponse x;
    private readonly OwnSiteCorrection ownSite;
    private readonly double[,] drift;
    private readonly int n;
    private readonly int q;
    private readonly double share;

    private readonly double[] directionScratch;
    private readonly double[] kappaScratch;
    private readonly double[] tauScratch;

    /// <summary>Precomputes everything that does not depend on the state.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="argument">The response of its argument, shared by channels with the same argument.</param>
    /// <param name="shares">The shares of the blocks.</param>
    public ChannelCorrection(TheoryChannel channel, ArgumentResponse argument, double[] shares)
    {
        this.channel = channel;
        x = argument;
        n = argument.R.Length;
        q = Axes * channel.Block;
        share = shares[channel.Block];
        drift = channel.Dissipator.Matrix;
        double[] product = [.. PauliAlgebra.Coefficients(channel.Operator.Adjoint() * channel.Operator).Select(c => c.Real)];
        IdentityPart = product[0];
        Product = product[1..];
        ownSite = new OwnSiteCorrection(this, argument);
        (directionScratch, kappaScratch, tauScratch) = (new double[n], new double[n], new double[n]);
    }

    /// <summary>The rate function and its derivatives at the state.</summary>
    public RateJet Rate { get; private set; }

    /// <summary>The matrix <c>M</c> of the local dissipator.</summary>
    public double[,] Drift => drift;

    /// <summary>The number <c>g0</c>.</summary>
    public double IdentityPart { get; }

    /// <summary>The vector <c>gam</c>.</summary>
    public double[] Product { get; }

    /// <summary>The average <c>g = g0 + gam.m_q</c> of <c>j^+ j</c>.</summary>
    public double Average { get; private set; }

    /// <summary>The vector <c>D</c>.</summary>
    public double[] Dissipation { get; } = new double[Axes];

    /// <summary>The vector <c>I</c>.</summary>
    public double[] Turning { get; } = new double[Axes];

    /// <summary>The vector <c>Y</c>.</summary>
    public double[] Jumped { get; } = new double[Axes];

    /// <summary>The index of the first average of block q.</summary>
    public int Offset => q;

    /// <summary>The share of block q.</summary>
    public double Share => share;

    /// <summary>Evaluates the channel at a state.</summary>
    /// <param name="m">The averages.</param>
    public void Evaluate(ReadOnlySpan<double> m)
    {
        Rate = channel.Jet(m);
        ReadOnlySpan<double> bloch = m.Slice(q, Axes);
        double along = ShortVector.Dot(Product, bloch);
        Average = IdentityPart + along;
        ShortVector.Cross(Product, bloch, Turning);
        for (int a = 0; a < Axes; a++)
        {
            Dissipation[a] = channel.Dissipator.Average(a, bloch);
            Jumped[a] = Dissipation[a] + Product[a] - (along * bloch[a]);
        }
    }

    /// <summary>Adds to the source of <c>mu</c>: <c>1/2 f'':C + f1</c>.</summary>
    /// <param name="state">The state.</param>
    /// <param name="terms">The terms.</param>
    public void AddMean(in CorrectionState state, CorrectionTerms terms)
    {
        double back = 2 * share * Rate.First * Rate.First * Average;
        for (int i = 0; i < n; i++)
        {
            terms.Mean[i] += back * x.Rho[i];
        }

        ReadOnlySpan<double> cr = x.CR.AsSpan(q, Axes);
        for (int a = 0; a < Axes; a++)
        {
            terms.Mean[q + a] += (Rate.SquareSecond / 2 * (x.Variance + x.RCR) * Dissipation[a])
                + (Rate.SquareFirst * ShortVector.Row(drift, a, cr));
        }

        ownSite.AddMean(channel.OwnSite, state.M, terms.Mean);
    }

    /// <summary>Adds to the source of <c>C</c>: half of <c>B0 = w1 (E + E^T) + 4 s G1^2 g tau tau^T</c>.</summary>
    /// <param name="terms">The terms.</param>
    public void AddNoise(CorrectionTerms terms)
    {
        AddOuter(terms.Noise, 2 * share * Rate.First * Rate.First * Average, x.Tau, x.Tau);
        for (int a = 0; a < Axes; a++)
        {
            for (int k = 0; k < n; k++)
            {
                terms.Noise[((q + a) * n) + k] += Rate.SquareFirst * ((Dissipation[a] * x.Kappa[k]) + (Turning[a] * x.Tau[k]));
            }
        }
    }

    /// <summary>Adds to the next order of the drift: <c>f'' mu + 1/2 f''':C + f1'</c>.</summary>
    /// <param name="state">The state.</param>
    /// <param name="terms">The terms.</param>
    public void AddSlope(in CorrectionState state, CorrectionTerms terms)
    {
        RateJet g = Rate;
        double shift = ShortVector.Dot(x.R, state.Mu);
        double spread = (x.RCR + x.Variance) / 2;
        double frozen = (g.SquareFirst * shift) + (g.SquareSecond * spread);
        double response = (g.SquareSecond * shift) + (g.SquareThird * spread);
        for (int a = 0; a < Axes; a++)
        {
            double moved = (g.SquareFirst * ShortVector.Row(drift, a, state.Mu.Slice(q, Axes)))
                + (g.SquareSecond * ShortVector.Row(drift, a, x.CR.AsSpan(q, Axes)));
            for (int k = 0; k < n; k++)
            {
                // The variance of the argument decreases with y_h = r_h.m_h: dV = -2 y_h r_h/s_h.
                double narrowed = g.SquareSecond * x.Overlap[k / Axes] / x.Share(k / Axes);
                terms.Slope[((q + a) * n) + k] += ((response - narrowed) * Dissipation[a] * x.R[k]) + (moved * x.R[k]);
            }

            for (int b = 0; b < Axes; b++)
            {
                terms.Slope[((q + a) * n) + q + b] += frozen * drift[a, b];
            }
        }

        AddOuter(terms.Slope, 4 * share * g.First * g.Second * Average, x.Rho, x.R);
        AddRhoSlope(terms.Slope);
        ownSite.AddSlope(channel.OwnSite, state.M, terms.Slope);
    }

    /// <summary>Adds to the source of <c>S</c>, to be summed over the six permutations of its indices.</summary>
    /// <param name="state">The state.</param>
    /// <param name="terms">The terms.</param>
    public void AddThird(in CorrectionState state, CorrectionTerms terms)
    {
        RateJet g = Rate;

        // c combines the response of the rate to kappa with its response to the fluctuation of the argument.
        double[] c = directionScratch;
        for (int k = 0; k < n; k++)
        {
            c[k] = x.CR[k] + x.Kappa[k];
        }

        for (int a = 0; a < Axes; a++)
        {
            for (int j = 0; j < n; j++)
            {
                double tau = x.Tau[j];
                double alongC = (g.SquareSecond * ((Dissipation[a] * c[j] / 2) + (Turning[a] * tau)))
                    + (g.SquareFirst * DriftC(state, a, j));
                double alongTau = (tau * ((2 * g.First * g.First * Jumped[a]) - (g.SquareSecond / 2 * Dissipation[a])))
                    + (g.SquareFirst * TurningC(state, a, j));
                Span<double> row = terms.Third.AsSpan((((q + a) * n) + j) * n, n);
                for (int k = 0; k < n; k++)
                {
                    double slopes = (Dissipation[a] * x.KappaC[(j * n) + k]) + (Turning[a] * x.TauC[(j * n) + k]);
                    row[k] += (alongC * c[k]) + (alongTau * x.Tau[k]) + (g.SquareFirst * slopes);
                }
            }
        }

        AddThirdByTau(state, terms, c);
    }

    /// <summary>Adds to the source of <c>Cb</c>: half of <c>(1/2 f'':S + T) + B0' mu + 1/2 B0'':C + B1</c>.</summary>
    /// <param name="state">The state.</param>
    /// <param name="terms">The terms.</param>
    public void AddSecond(in CorrectionState state, CorrectionTerms terms)
    {
        AddSecondOfBlock(state, terms.Second);
        AddSecondByTau(state, terms.Second);
        ownSite.AddSecond(channel.OwnSite, state.M, terms.Second);
    }

    /// <summary>Adds <c>factor left right^T</c> to a matrix.</summary>
    /// <param name="matrix">The matrix, row by row.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="left">The left vector.</param>
    /// <param name="right">The right vector.</param>
    public static void AddOuter(Span<double> matrix, double factor, ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            double scaled = factor * left[i];
            if (scaled != 0)
            {
                Span<double> row = matrix.Slice(i * right.Length, right.Length);
                for (int k = 0; k < row.Length; k++)
                {
                    row[k] += scaled * right[k];
                }
            }
        }
    }

    // The derivative of 2 s G1^2 g rho/s_h^2 at a fixed rate: rho_h' = r_h r_h^T - r_h^2.
    private void AddRhoSlope(double[] slope)
    {
        double factor = 2 * share * Rate.First * Rate.First;
        for (int i = 0; i < n; i++)
        {
            for (int b = 0; b < Axes; b++)
            {
                slope[(i * n) + q + b] += factor * x.Rho[i] * Product[b];
            }

            int h = i / Axes;
            ReadOnlySpan<double> r = x.R.AsSpan(Axes * h, Axes);
            double scaled = factor * Average / (x.Share(h) * x.Share(h));
            slope[(i * n) + i] -= scaled * ShortVector.Dot(r, r);
            for (int b = 0; b < Axes; b++)
            {
                slope[(i * n) + (Axes * h) + b] += scaled * x.R[i] * r[b];
            }
        }
    }

    // The third-order contribution of jumps through their tau on two other spins: 4 s G1^2 g tau tau^T and its variation.
    private void AddThirdByTau(in CorrectionState state, CorrectionTerms terms, double[] c)
    {
        double strength = 4 * share * Rate.First * Rate.First * Average;
        double response = 4 * share * Rate.First * Rate.Second * Average;
        for (int i = 0; i < n; i++)
        {
            double varied = (response * c[i]) + (2 * share * Rate.First * Rate.First * ProductC(state, i));
            for (int j = 0; j < n; j++)
            {
                double pair = (strength * x.TauC[(i * n) + j]) + (varied * x.Tau[j]);
                if (pair != 0)
                {
                    Span<double> row = terms.Third.AsSpan(((i * n) + j) * n, n);
                    for (int k = 0; k < n; k++)
                    {
                        row[k] += pair * x.Tau[k];
                    }
                }
            }
        }
    }

    // Rows of block q: w1 E and its variation, the fluctuating drift, and their counterparts in B1.
    private void AddSecondOfBlock(in CorrectionState state, double[] second)
    {
        RateJet g = Rate;
        double[] direction = directionScratch;
        for (int k = 0; k < n; k++)
        {
            direction[k] = (g.SquareFirst * state.Mu[k]) + (g.SquareSecond * x.CR[k]);
        }

        x.KappaAlong(state.M, direction, kappaScratch);
        x.TauAlong(direction, tauScratch);
        Span<double> turned = stackalloc double[Axes];
        ShortVector.Cross(Product, direction.AsSpan(q, Axes), turned);
        double strength = (g.SquareSecond * ShortVector.Dot(x.R, state.Mu)) + (g.SquareThird * (x.RCR + x.Variance) / 2);
        for (int a = 0; a < Axes; a++)
        {
            double moved = ShortVector.Row(drift, a, direction.AsSpan(q, Axes));
            Span<double> row = second.AsSpan((q + a) * n, n);
            for (int k = 0; k < n; k++)
            {
                double weight = strength - (g.SquareSecond * x.Overlap[k / Axes] / x.Share(k / Axes));
                row[k] += (weight * ((Dissipation[a] * x.Kappa[k]) + (Turning[a] * x.Tau[k])))
                    + (moved * x.Kappa[k]) + (turned[a] * x.Tau[k])
                    + (Dissipation[a] * kappaScratch[k]) + (Turning[a] * tauScratch[k])
                    + (g.SquareFirst * ((Dissipation[a] * x.HalfLaplacian[k]) + Correlated(a, k)))
                    + (g.SquareSecond / 2 * Dissipation[a] * x.SRR[k])
                    + (2 * g.First * g.First * Jumped[a] * x.Rho[k]);
            }
        }
    }

    // (M C kappa'^T + [gam x] C tau'^T + M S r)_(a k)
    private double Correlated(int a, int k)
    {
        ReadOnlySpan<double> kappa = x.KappaC.AsSpan((k * n) + q, Axes);
        ReadOnlySpan<double> tau = x.TauC.AsSpan((k * n) + q, Axes);
        ReadOnlySpan<double> third = x.SR.AsSpan((k * n) + q, Axes);
        int b = (a + 1) % Axes;
        int c = (a + 2) % Axes;
        return ShortVector.Row(drift, a, kappa) + (Product[b] * tau[c]) - (Product[c] * tau[b]) + ShortVector.Row(drift, a, third);
    }

    // 2 s G1^2 g tau tau^T, its variation, and its counterparts in B1.
    private void AddSecondByTau(in CorrectionState state, double[] second)
    {
        RateJet g = Rate;
        double square = g.First * g.First;
        double cross = g.First * g.Second;
        double curved = (g.Second * g.Second) + (g.First * g.Third);
        double strength = (2 * cross * Average * ShortVector.Dot(x.R, state.Mu))
            + (square * ShortVector.Dot(Product, state.Mu.Slice(q, Axes)))
            + (curved * Average * (x.RCR + x.Variance))
            + (2 * cross * ShortVector.Dot(Product, x.CR.AsSpan(q, Axes)));
        AddOuter(second, 2 * share * strength, x.Tau, x.Tau);

        double[] direction = directionScratch;
        for (int k = 0; k < n; k++)
        {
            direction[k] = (square * ((Average * state.Mu[k]) + ProductC(state, k))) + (2 * cross * Average * x.CR[k]);
        }

        x.TauAlong(direction, tauScratch);
        for (int k = 0; k < n; k++)
        {
            // The jump itself reduces the variance of the argument.
            tauScratch[k] -= 2 * cross * Average * x.Overlap[k / Axes] * x.Tau[k] / x.Share(k / Axes);
        }

        AddOuter(second, 4 * share, tauScratch, x.Tau);
        AddOuter(second, 4 * share * cross * Average, x.Rho, x.Kappa);
        for (int i = 0; i < n; i++)
        {
            x.TauAlong(x.TauC.AsSpan(i * n, n), tauScratch);
            for (int k = 0; k < n; k++)
            {
                second[(i * n) + k] += 2 * share * square * Average * tauScratch[k];
            }
        }
    }

    // (M C)_(a k)
    private double DriftC(in CorrectionState state, int a, int k) =>
        (drift[a, 0] * state.C[(q * n) + k])
        + (drift[a, 1] * state.C[((q + 1) * n) + k])
        + (drift[a, 2] * state.C[((q + 2) * n) + k]);

    // ([gam x] C)_(a k)
    private double TurningC(in CorrectionState state, int a, int k)
    {
        int b = (a + 1) % Axes;
        int c = (a + 2) % Axes;
        return (Product[b] * state.C[((q + c) * n) + k]) - (Product[c] * state.C[((q + b) * n) + k]);
    }

    // (C gam)_k
    private double ProductC(in CorrectionState state, int k) =>
        (Product[0] * state.C[(q * n) + k])
        + (Product[1] * state.C[((q + 1) * n) + k])
        + (Product[2] * state.C[((q + 2) * n) + k]);
}
