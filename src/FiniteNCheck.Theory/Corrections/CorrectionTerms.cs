namespace FiniteNCheck.Theory.Corrections;

/// <summary>
/// The source terms of the cumulant equations at one state, summed over channels and couplings. Matrices and tensors are stored
/// row by row and not yet symmetrised; the flow adds the transposed matrix and all six permutations of the tensor's indices.
/// </summary>
/// <param name="n">The number of averages.</param>
/// <param name="depth">The corrections to compute.</param>
internal sealed class CorrectionTerms(int n, CorrectionDepth depth)
{
    /// <summary>The number of averages.</summary>
    public int Size => n;

    /// <summary>The source of <c>mu</c>: <c>1/2 f'':C + f1</c>.</summary>
    public double[] Mean { get; } = new double[n];

    /// <summary>The source of <c>C</c>: half of <c>B0</c>, <c>B0 = Noise + Noise^T</c>.</summary>
    public double[] Noise { get; } = new double[n * n];

    /// <summary>The next order of the drift: <c>f'' mu + 1/2 f''':C + f1'</c>.</summary>
    public double[] Slope { get; } = depth == CorrectionDepth.Mean ? [] : new double[n * n];

    /// <summary>The source of <c>Cb</c>: half of <c>(1/2 f'':S + T) + B0' mu + 1/2 B0'':C + B1</c>.</summary>
    public double[] Second { get; } = depth == CorrectionDepth.Mean ? [] : new double[n * n];

    /// <summary>The source of <c>S</c>: its six permutations add up to <c>f'' C C + 2 perm + B0' C + 2 perm + T0</c>.</summary>
    public double[] Third { get; } = depth == CorrectionDepth.Mean ? [] : new double[n * n * n];

    /// <summary>Sets everything to zero.</summary>
    public void Clear()
    {
        Array.Clear(Mean);
        Array.Clear(Noise);
        Array.Clear(Slope);
        Array.Clear(Second);
        Array.Clear(Third);
    }
}
