namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// Cuts a list of jobs into consecutive pieces of similar cost and runs them on a number of threads. Every job is done by one thread in one order,
/// so results do not depend on the number of threads.
/// </summary>
internal sealed class WorkShare
{
    // Below this many elementary operations starting threads costs more than it saves.
    private const double WorthThreads = 300_000;
    private const int PiecesPerThread = 16;

    private readonly List<(int From, int To)> pieces = [];
    private readonly ParallelOptions options;
    private readonly bool serial;

    /// <summary>Cuts the work.</summary>
    /// <param name="costs">The cost of each job.</param>
    /// <param name="threads">The number of threads.</param>
    public WorkShare(double[] costs, int threads)
    {
        options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        double total = costs.Sum();
        double portion = total / (PiecesPerThread * threads);
        int from = 0;
        double cost = 0;
        for (int job = 0; job < costs.Length; job++)
        {
            cost += costs[job];
            if (cost >= portion || job == costs.Length - 1)
            {
                pieces.Add((from, job + 1));
                from = job + 1;
                cost = 0;
            }
        }

        serial = threads == 1 || total < WorthThreads;
    }

    /// <summary>Runs an action over all pieces.</summary>
    /// <param name="action">Receives the first job of a piece and the one after its last.</param>
    public void Run(Action<int, int> action)
    {
        if (serial)
        {
            foreach ((int from, int to) in pieces)
            {
                action(from, to);
            }

            return;
        }

        RunInParallel(action);
    }

    private void RunInParallel(Action<int, int> action) =>
        Parallel.For(0, pieces.Count, options, i => action(pieces[i].From, pieces[i].To));
}
