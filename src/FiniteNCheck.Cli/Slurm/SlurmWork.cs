using System.Collections.Immutable;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Cli.Slurm;

/// <summary>The points that studies need, and which of them are missing.</summary>
/// <param name="Plan">All points.</param>
/// <param name="Missing">The points to compute.</param>
/// <param name="Failed">Number of points that failed before and are not retried.</param>
public sealed record SlurmWork(RunPlan Plan, ImmutableArray<SlurmPoint> Missing, int Failed);
