using System.Collections.Immutable;

namespace FiniteNCheck.Cli.Slurm;

/// <summary>A task of a job array: the points that one allocation computes.</summary>
/// <param name="Number">Its index in the array, from 1; no other task of the same submission has it.</param>
/// <param name="Points">The points, the longest first.</param>
internal sealed record SlurmTask(int Number, ImmutableArray<SlurmPoint> Points)
{
    /// <summary>
    /// A bound on how long the points take where <paramref name="cpus"/> of them run at a time and each begins as soon as another has ended:
    /// sum/c + (1 - 1/c) max (R. L. Graham, Bell System Technical Journal 45, 1563 (1966)). Seconds.
    /// </summary>
    /// <param name="cpus">How many points run at a time.</param>
    public double Seconds(int cpus) => (Points.Sum(point => point.Seconds) / cpus) + ((1 - (1.0 / cpus)) * Points.Max(point => point.Seconds));
}
