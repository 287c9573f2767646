using System.Collections.Immutable;

namespace FiniteNCheck.Cli.Slurm;

/// <summary>
/// Packs points into tasks and arrays. Points of similar memory share an array, so that small ones
/// do not request the memory of large ones. Within an array the longest point goes first, each to
/// the task with the least work. The order in which the points are given does not matter.
/// </summary>
internal static class SlurmPacking
{
    /// <summary>Upper limit on the tasks of a submission: Slurm's default limit on the index of an array.</summary>
    public const int MaxTasks = 1000;

    /// <summary>Long enough to make the start of a task negligible, short enough to fit into gaps of the queue.</summary>
    private const double SecondsPerTask = 1800;
    private const double FirstClassBytes = 1e9;
    private const double ClassFactor = 4;

    /// <summary>Packs points.</summary>
    /// <param name="points">The points, with distinct ids; at least one.</param>
    /// <param name="tasks">
    /// Number of tasks, from 1; fewer if there are fewer points. <see langword="null"/> for tasks of
    /// about half an hour, at most <see cref="MaxTasks"/>.
    /// </param>
    /// <param name="cpus">Points of a task that run at a time, from 1.</param>
    public static ImmutableArray<SlurmArray> Pack(IReadOnlyList<SlurmPoint> points, int? tasks, int cpus)
    {
        List<SlurmPoint[]> classes = Classes(points, tasks ?? MaxTasks);
        int[] counts = [.. classes.Select(members => CountByLength(members, cpus))];
        if (tasks is not null || counts.Sum() > MaxTasks)
        {
            counts = Share(tasks ?? MaxTasks, classes);
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

    /// <summary>
    /// Classifies points by memory: up to 1 GB, then in factors of 4. The smallest class joins the
    /// next while there are more classes than tasks.
    /// </summary>
    private static List<SlurmPoint[]> Classes(IReadOnlyList<SlurmPoint> points, int max)
    {
        List<SlurmPoint[]> classes = [.. points.GroupBy(ClassOf).OrderBy(group => group.Key).Select(group => group.ToArray())];
        while (classes.Count > max)
        {
            classes[1] = [.. classes[0], .. classes[1]];
            classes.RemoveAt(0);
        }

        return classes;
    }

    private static int ClassOf(SlurmPoint point)
    {
        int number = 0;
        for (double limit = FirstClassBytes; point.Bytes > limit; limit *= ClassFactor)
        {
            number++;
        }

        return number;
    }

    /// <summary>The number of tasks of about half an hour, or as long as the longest point.</summary>
    private static int CountByLength(SlurmPoint[] points, int cpus)
    {
        double length = Math.Max(SecondsPerTask, points.Max(point => point.Seconds));
        return (int)Math.Clamp(Math.Ceiling(points.Sum(point => point.Seconds) / (cpus * length)), 1, points.Length);
    }

    /// <summary>Gives each class one task, then adds tasks one at a time to the class whose tasks are longest.</summary>
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
        PriorityQueue<int, (double Seconds, int Points, int Task)> emptiest = new(
            Enumerable.Range(0, count).Select(task => (task, (0.0, 0, task))));
        foreach (SlurmPoint point in points.OrderByDescending(point => point.Seconds).ThenBy(point => point.Id, StringComparer.Ordinal))
        {
            emptiest.TryDequeue(out int task, out (double Seconds, int Points, int Task) load);
            members[task].Add(point);
            emptiest.Enqueue(task, (load.Seconds + point.Seconds, load.Points + 1, task));
        }

        return [.. members.Select((task, index) => new SlurmTask(first + index, [.. task]))];
    }
}
