using System.Collections.Immutable;

namespace FiniteNCheck.Cli.Slurm;

/// <summary>
/// Which points run together. Points of about the same memory share an array, so that small ones do not ask for the memory of large ones; within an array the
/// longest point goes first, and each to the task that has least to do. The order in which the points are given does not matter.
/// </summary>
internal static class SlurmPacking
{
    /// <summary>The most tasks of a submission: Slurm's own limit for the index of an array where a cluster sets none.</summary>
    public const int MostTasks = 1000;

    /// <summary>Long enough that starting a task does not count, short enough to find a gap in the queue.</summary>
    private const double SecondsPerTask = 1800;
    private const double SmallestClass = 1e9;
    private const double ClassFactor = 4;

    /// <summary>Packs points.</summary>
    /// <param name="points">The points, each with an id of its own; at least one.</param>
    /// <param name="tasks">How many tasks, from 1; fewer where there are fewer points. <see langword="null"/> for tasks of about half an hour, at most <see cref="MostTasks"/>.</param>
    /// <param name="cpus">How many points of a task run at a time, from 1.</param>
    public static ImmutableArray<SlurmArray> Pack(IReadOnlyList<SlurmPoint> points, int? tasks, int cpus)
    {
        List<SlurmPoint[]> classes = Classes(points, tasks ?? MostTasks);
        int[] counts = [.. classes.Select(members => ByLength(members, cpus))];
        if (tasks is not null || counts.Sum() > MostTasks)
        {
            counts = Share(tasks ?? MostTasks, classes);
        }

        var arrays = ImmutableArray.CreateBuilder<SlurmArray>(classes.Count);
        int next = 1;
        for (int index = 0; index < classes.Count; index++)
        {
            arrays.Add(new SlurmArray(index + 1, Distribute(classes[index], counts[index], next), cpus));
            next += counts[index];
        }

        return arrays.MoveToImmutable();
    }

    /// <summary>The points by memory: up to 1 GB, and then a factor of 4 each. The smallest join the next ones where there are fewer tasks than classes.</summary>
    private static List<SlurmPoint[]> Classes(IReadOnlyList<SlurmPoint> points, int most)
    {
        List<SlurmPoint[]> classes = [.. points.GroupBy(ClassOf).OrderBy(group => group.Key).Select(group => group.ToArray())];
        while (classes.Count > most)
        {
            classes[1] = [.. classes[0], .. classes[1]];
            classes.RemoveAt(0);
        }

        return classes;
    }

    private static int ClassOf(SlurmPoint point)
    {
        int number = 0;
        for (double limit = SmallestClass; point.Bytes > limit; limit *= ClassFactor)
        {
            number++;
        }

        return number;
    }

    /// <summary>Tasks of about half an hour, or as long as the longest point.</summary>
    private static int ByLength(SlurmPoint[] points, int cpus)
    {
        double length = Math.Max(SecondsPerTask, points.Max(point => point.Seconds));
        return (int)Math.Clamp(Math.Ceiling(points.Sum(point => point.Seconds) / (cpus * length)), 1, points.Length);
    }

    /// <summary>One task for each class, and one more at a time where the tasks are longest.</summary>
    private static int[] Share(int tasks, List<SlurmPoint[]> classes)
    {
        double[] seconds = [.. classes.Select(points => points.Sum(point => point.Seconds))];
        int[] counts = [.. classes.Select(_ => 1)];
        for (int left = tasks - classes.Count; left > 0; left--)
        {
            int[] open = [.. Enumerable.Range(0, counts.Length).Where(index => counts[index] < classes[index].Length)];
            if (open.Length == 0)
            {
                break;
            }

            counts[open.MaxBy(index => seconds[index] / counts[index])]++;
        }

        return counts;
    }

    private static ImmutableArray<SlurmTask> Distribute(SlurmPoint[] points, int count, int first)
    {
        List<SlurmPoint>[] members = [.. Enumerable.Range(0, count).Select(_ => new List<SlurmPoint>())];
        PriorityQueue<int, (double Seconds, int Points, int Task)> emptiest = new(Enumerable.Range(0, count).Select(task => (task, (0.0, 0, task))));
        foreach (SlurmPoint point in points.OrderByDescending(point => point.Seconds).ThenBy(point => point.Id, StringComparer.Ordinal))
        {
            emptiest.TryDequeue(out int task, out (double Seconds, int Points, int Task) load);
            members[task].Add(point);
            emptiest.Enqueue(task, (load.Seconds + point.Seconds, load.Points + 1, task));
        }

        return [.. members.Select((task, index) => new SlurmTask(first + index, [.. task]))];
    }
}
