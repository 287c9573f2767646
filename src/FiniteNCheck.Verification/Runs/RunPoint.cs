using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Runs;

/// <summary>One exact solution: the unit of a run, independent of all others.</summary>
public sealed class RunPoint
{
    /// <summary>Creates a point.</summary>
    /// <param name="label">What it belongs to, in words.</param>
    /// <param name="stated">The model as stated.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">The times.</param>
    /// <param name="options">Accuracy, representation, memory; threads are those of the run.</param>
    /// <param name="identity">Everything that determines its numbers.</param>
    /// <param name="model">The model with its initial state resolved, or <see langword="null"/> if there is none.</param>
    /// <param name="estimate">Its cost with one thread; <see langword="null"/> if it cannot be run.</param>
    internal RunPoint(
        string label,
        SymmetricModel stated,
        int n,
        ImmutableArray<double> times,
        ExactOptions options,
        PointIdentity identity,
        SymmetricModel? model,
        RunEstimate? estimate)
    {
        Label = label;
        Stated = stated;
        N = n;
        Times = times;
        Options = options;
        Identity = identity;
        Model = model;
        Seconds = estimate?.Seconds ?? 0;
        Bytes = (long)Math.Min(estimate?.Bytes ?? 0, long.MaxValue / 2);
    }

    /// <summary>The hash of everything that determines its numbers: 32 hexadecimal digits.</summary>
    public string Id => Identity.Id;

    /// <summary>What it belongs to: the name of the first study that needs it.</summary>
    public string Label { get; }

    /// <summary>The ladder value.</summary>
    public int N { get; }

    /// <summary>The number of spins.</summary>
    public int Spins => Stated.SpinsAt(N).Sum();

    /// <summary>Estimated seconds with one thread; 0 if it cannot be run, which the run itself will explain.</summary>
    public double Seconds { get; }

    /// <summary>Estimated memory in bytes.</summary>
    public long Bytes { get; }

    /// <summary>The model as stated.</summary>
    internal SymmetricModel Stated { get; }

    /// <summary>The times.</summary>
    internal ImmutableArray<double> Times { get; }

    /// <summary>Accuracy, representation, memory.</summary>
    internal ExactOptions Options { get; }

    /// <summary>Everything that determines its numbers.</summary>
    internal PointIdentity Identity { get; }

    /// <summary>The model with its initial state resolved, or <see langword="null"/> if there is none.</summary>
    internal SymmetricModel? Model { get; }

    /// <summary>Plans a point that belongs to no study.</summary>
    /// <param name="label">What it belongs to, in words.</param>
    /// <param name="model">The model; its initial state must be a <see cref="ProductState"/>.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">The times.</param>
    /// <param name="options">Accuracy, representation, memory; threads are those of the run.</param>
    /// <param name="solvers">What will compute it; <see langword="null"/> for the exact engine.</param>
    /// <exception cref="InputException">The arguments are invalid, or the point does not fit in memory.</exception>
    public static RunPoint Plan(
        string label, SymmetricModel model, int n, ImmutableArray<double> times, ExactOptions options, StudySolvers? solvers = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        ExactPlan plan = (solvers ?? StudySolvers.Default).Plan(model, n, times, options with { Threads = 1 }, CancellationToken.None);
        plan.Require(model, n, options.AllowLong);
        return new RunPoint(
            label, model, n, times, options, PointIdentity.Compute(ModelJson.Serialize(model), n, times, options), model, plan.Taken);
    }

    /// <summary>What the point belongs to, and its size.</summary>
    public override string ToString() => $"{Label}, n = {N}";
}
