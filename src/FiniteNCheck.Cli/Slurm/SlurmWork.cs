using System.Collections.Immutable;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Cli.Slurm;

/// <summary>What studies need, and what of it is still to be computed.</summary>
/// <param name="Plan">All points.</param>
/// <param name="Missing">The points that are to be computed.</param>
/// <param name="Failed">How many points failed before and are not tried again.</param>
public sealed record SlurmWork(RunPlan Plan, ImmutableArray<SlurmPoint> Missing, int Failed);
