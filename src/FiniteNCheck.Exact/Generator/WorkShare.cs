namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// Splits a list of jobs into consecutive portions of similar cost and runs them on a number of threads. Every job is done by a single
/// thread in a fixed order, so results do not depend on the number of threads.
/// </summary>
internal sealed class WorkShare
{
    // Below this many elementary operations starting threads costs more than it saves.
    private const double MinCostForThreads = 300_000;
    private const int PortionsPerThread = 16;

    private readonly List<(int From, int To)> portions = [];
    private readonly ParallelOptions options;
    private readonly bool serial;

    /// <summary>Splits the work.</summary>
    /// <param name="costs">The cost of each job.</param>
    /// <param name="threads">The number of threads.</param>
    public WorkShare(double[] costs, int threads)
    {
        options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        double total = costs.Sum();
        double share = total / (PortionsPerThread * threads);
        int from = 0;
        double cost = 0;
        for (int job = 0; job < costs.Length; job++)
        {
            cost += costs[job];
            if (cost >= share || job == costs.Length - 1)
            {
                portions.Add((from, job + 1));
                from = job + 1;
                cost = 0;
            }
        }

        serial = threads == 1 || total < MinCostForThreads;
    }

    /// <summary>Runs an action on all portions.</summary>
    /// <param name="action">Receives the first job of a portion and the one after its last.</param>
    public void Run(Action<int, int> action)
    {
        if (serial)
        {
            foreach ((int from, int to) in portions)
            {
                action(from, to);
            }

            return;
        }

        RunInParallel(action);
    }

    private void RunInParallel(Action<int, int> action) =>
        Parallel.For(0, portions.Count, options, i => action(portions[i].From, portions[i].To));
}
