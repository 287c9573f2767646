using FiniteNCheck.Exact;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Runs;

/// <summary>One exact solution that studies need: the unit of a run, independent of all others.</summary>
public sealed class RunPoint
{
    /// <summary>States a point.</summary>
    /// <param name="study">The first study that needs it.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="identity">Everything that determines its numbers.</param>
    /// <param name="model">The study's model at its initial state, or <see langword="null"/> where it has none.</param>
    /// <param name="estimate">What it takes with one thread; <see langword="null"/> where it cannot be run.</param>
    internal RunPoint(Study study, int n, PointIdentity identity, CollectiveModel? model, RunEstimate? estimate)
    {
        Study = study;
        N = n;
        Identity = identity;
        Model = model;
        Seconds = estimate?.Seconds ?? 0;
        Bytes = (long)Math.Min(estimate?.Bytes ?? 0, long.MaxValue / 2);
    }

    /// <summary>The name of everything that determines its numbers: 32 hexadecimal digits.</summary>
    public string Id => Identity.Id;

    /// <summary>The first study that needs it.</summary>
    public Study Study { get; }

    /// <summary>The ladder value.</summary>
    public int N { get; }

    /// <summary>Seconds of one thread, roughly; 0 where it cannot be run, which the run itself will explain.</summary>
    public double Seconds { get; }

    /// <summary>Bytes of memory, roughly.</summary>
    public long Bytes { get; }

    /// <summary>Everything that determines its numbers.</summary>
    internal PointIdentity Identity { get; }

    /// <summary>The study's model at its initial state, or <see langword="null"/> where it has none.</summary>
    internal CollectiveModel? Model { get; }

    /// <summary>The point in words: study and size.</summary>
    public override string ToString() => $"{Study.Name}, n = {N}";
}
