namespace FiniteNCheck.Exact.Operators;

/// <summary>
/// One generalised diagonal of a sparse map between two sectors: each row of the target has one element, in the column of one source state.
/// Target and source states advance together over <see cref="Count"/> runs of <see cref="Length"/> states.
/// </summary>
/// <param name="TargetStart">First target state of the first run.</param>
/// <param name="SourceStart">First source state of the first run.</param>
/// <param name="TargetStride">Distance between runs in the target.</param>
/// <param name="SourceStride">Distance between runs in the source.</param>
/// <param name="Length">States per run.</param>
/// <param name="Count">Number of runs.</param>
/// <param name="Re">Real parts of the elements, by target state.</param>
/// <param name="Im">Imaginary parts, or empty where the elements are real.</param>
internal sealed record Shift(
    int TargetStart,
    int SourceStart,
    int TargetStride,
    int SourceStride,
    int Length,
    int Count,
    double[] Re,
    double[] Im)
{
    /// <summary>Whether the elements are real.</summary>
    public bool IsReal => Im.Length == 0;

    /// <summary>
    /// The rest of the run at a target state, or else the next run: its first target state and the one after its last;
    /// <see cref="int.MaxValue"/> for both if there is none.
    /// </summary>
    /// <param name="target">The target state.</param>
    public (int From, int To) RunFrom(int target)
    {
        int run = RunOf(target);
        run += target >= (run * TargetStride) + TargetStart + Length ? 1 : 0;
        int from = (run * TargetStride) + TargetStart;
        return run < Count ? (Math.Max(target, from), from + Length) : (int.MaxValue, int.MaxValue);
    }

    /// <summary>The source state of a target state, or where it would be if the run went on.</summary>
    /// <param name="target">The target state.</param>
    public int Extrapolate(int target)
    {
        int run = RunOf(target);
        return target + (run * (SourceStride - TargetStride)) + SourceStart - TargetStart;
    }

    /// <summary>The source state of a target state, or -1 where its row is empty.</summary>
    /// <param name="target">The target state.</param>
    public int SourceOf(int target) => RunFrom(target).From == target ? Extrapolate(target) : -1;

    /// <summary>The Hermitian conjugate: target and source exchanged.</summary>
    /// <param name="sources">The number of source states.</param>
    public Shift Adjoint(int sources)
    {
        double[] re = new double[sources];
        double[] im = IsReal ? [] : new double[sources];
        for (int target = 0; target < Re.Length; target++)
        {
            int source = SourceOf(target);
            if (source < 0)
            {
                continue;
            }

            re[source] = Re[target];
            if (!IsReal)
            {
                im[source] = -Im[target];
            }
        }

        return new Shift(SourceStart, TargetStart, SourceStride, TargetStride, Length, Count, re, im);
    }

    private int RunOf(int target) => Count == 1 ? 0 : target / TargetStride;
}
