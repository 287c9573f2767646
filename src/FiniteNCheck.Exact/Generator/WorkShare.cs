using FiniteNCheck.Exact.Basis;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// Cuts the rows of all sectors into pieces of similar cost and runs them on a number of threads. Pieces do not depend on that number and
/// every row is computed by one thread in one order, so results do not either.
/// </summary>
internal sealed class WorkShare
{
    // Below this many elementary operations starting threads costs more than it saves.
    private const double WorthThreads = 20_000;
    private const int PiecesWanted = 64;

    private readonly List<(Sector Sector, int From, int To)> pieces = [];
    private readonly ParallelOptions options;
    private readonly bool serial;

    /// <summary>Cuts the work.</summary>
    /// <param name="graph">The sectors.</param>
    /// <param name="rowCost">The cost of a row of a sector.</param>
    /// <param name="threads">The number of threads.</param>
    public WorkShare(SectorGraph graph, Func<Sector, int, double> rowCost, int threads)
    {
        options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        double total = graph.Vertices.Sum(sector => Enumerable.Range(0, sector.Dimension).Sum(r => rowCost(sector, r)));
        double portion = total / PiecesWanted;
        foreach (Sector sector in graph.Vertices)
        {
            int from = 0;
            double cost = 0;
            for (int r = 0; r < sector.Dimension; r++)
            {
                cost += rowCost(sector, r);
                if (cost >= portion || r == sector.Dimension - 1)
                {
                    pieces.Add((sector, from, r + 1));
                    from = r + 1;
                    cost = 0;
                }
            }
        }

        serial = threads == 1 || total < WorthThreads;
    }

    /// <summary>Runs an action over all pieces.</summary>
    /// <param name="action">Receives a sector and a range of its rows.</param>
    public void Run(Action<Sector, int, int> action)
    {
        if (serial)
        {
            foreach ((Sector sector, int from, int to) in pieces)
            {
                action(sector, from, to);
            }

            return;
        }

        Parallel.For(0, pieces.Count, options, i => action(pieces[i].Sector, pieces[i].From, pieces[i].To));
    }
}
