namespace FiniteNCheck.Theory.Corrections;

/// <summary>
/// The cumulants of distinct spins: averages <c>m + mu/n</c>, second cumulants <c>C/n + Cb/n^2</c>, third cumulants <c>S/n^2</c>.
/// A view of one array, laid out as <c>m, mu, C, S, Cb</c> with matrices and tensors row by row.
/// </summary>
internal readonly ref struct CorrectionState
{
    /// <summary>Creates a view of a state.</summary>
    /// <param name="n">The number of averages.</param>
    /// <param name="state">The state; without <c>S</c> and <c>Cb</c> if only the averages are corrected.</param>
    public CorrectionState(int n, ReadOnlySpan<double> state)
    {
        M = state[..n];
        Mu = state.Slice(n, n);
        C = state.Slice(2 * n, n * n);
        if (state.Length > Length(n, CorrectionDepth.Mean))
        {
            S = state.Slice(ThirdOffset(n), n * n * n);
            Cb = state[SecondOffset(n)..];
        }
    }

    /// <summary>The mean field <c>m</c>.</summary>
    public ReadOnlySpan<double> M { get; }

    /// <summary>The correction <c>mu</c>.</summary>
    public ReadOnlySpan<double> Mu { get; }

    /// <summary>The leading second cumulant <c>C</c>, symmetric.</summary>
    public ReadOnlySpan<double> C { get; }

    /// <summary>The leading third cumulant <c>S</c>, symmetric in all three indices.</summary>
    public ReadOnlySpan<double> S { get; }

    /// <summary>The next order <c>Cb</c> of the second cumulant, symmetric.</summary>
    public ReadOnlySpan<double> Cb { get; }

    /// <summary>The offset of <c>S</c>.</summary>
    /// <param name="n">The number of averages.</param>
    public static int ThirdOffset(int n) => (2 * n) + (n * n);

    /// <summary>The offset of <c>Cb</c>.</summary>
    /// <param name="n">The number of averages.</param>
    public static int SecondOffset(int n) => ThirdOffset(n) + (n * n * n);

    /// <summary>The number of elements.</summary>
    /// <param name="n">The number of averages.</param>
    /// <param name="depth">The corrections to compute.</param>
    public static int Length(int n, CorrectionDepth depth) =>
        depth == CorrectionDepth.Mean ? ThirdOffset(n) : SecondOffset(n) + (n * n);
}
