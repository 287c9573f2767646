using System.Collections.Immutable;

namespace FiniteNCheck.Cli.Slurm;

/// <summary>A task of a job array: the points computed in one allocation.</summary>
/// <param name="Number">Its index, from 1, unique in the submission.</param>
/// <param name="Points">The points, the longest first.</param>
internal sealed record SlurmTask(int Number, ImmutableArray<SlurmPoint> Points)
{
    /// <summary>
    /// Upper bound, in seconds, on the duration if <paramref name="cpus"/> points run at a time and each starts as soon as another ends:
    /// sum/c + (1 - 1/c) max (R. L. Graham, Bell System Technical Journal 45, 1563 (1966)).
    /// </summary>
    /// <param name="cpus">Points that run at a time.</param>
    public double Seconds(int cpus) =>
        (Points.Sum(point => point.Seconds) / cpus) + ((1 - (1.0 / cpus)) * Points.Max(point => point.Seconds));
}
