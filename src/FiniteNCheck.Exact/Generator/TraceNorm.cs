using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.State;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// The norm in which errors of a state are measured: <c>sum over sectors sqrt(d) ||X||_F</c>, an upper bound of the trace norm (which the exact
/// evolution contracts); for diagonals the trace norm itself.
/// </summary>
internal sealed class TraceNorm
{
    private readonly StateLayout layout;
    private readonly double[] ofSector;
    private readonly ParallelOptions options;

    /// <summary>Prepares the norm.</summary>
    /// <param name="layout">The layout of the state.</param>
    /// <param name="threads">The number of threads.</param>
    public TraceNorm(StateLayout layout, int threads)
    {
        this.layout = layout;
        ofSector = new double[layout.Graph.Vertices.Length];
        options = new ParallelOptions { MaxDegreeOfParallelism = layout.Length < 50_000 ? 1 : threads };
    }

    /// <summary>The norm of a state or of a difference of states.</summary>
    /// <param name="state">The numbers, in the layout.</param>
    public double Of(double[] state)
    {
        if (options.MaxDegreeOfParallelism == 1)
        {
            foreach (Sector sector in layout.Graph.Vertices)
            {
                ofSector[sector.Index] = OfSector(state, sector);
            }
        }
        else
        {
            Parallel.ForEach(layout.Graph.Vertices, options, sector => ofSector[sector.Index] = OfSector(state, sector));
        }

        // Summed in the order of the sectors, whatever thread computed them.
        return ofSector.Sum();
    }

    private double OfSector(double[] state, Sector sector)
    {
        if (layout.IsDiagonal)
        {
            double sum = 0;
            foreach (double value in state.AsSpan(layout.Offset(sector), sector.Dimension))
            {
                sum += Math.Abs(value);
            }

            return sum;
        }

        double squares = SumOfSquares(state, sector, 0);
        if (layout.IsComplex)
        {
            squares += SumOfSquares(state, sector, layout.PlaneSize);
        }

        return Math.Sqrt(sector.Dimension * squares);
    }

    // Packed rows: what lies left of the diagonal counts for its mirror image too.
    private double SumOfSquares(double[] state, Sector sector, int plane)
    {
        int start = plane + layout.Offset(sector);
        if (!layout.IsPacked)
        {
            return RowKernels.SumOfSquares(state.AsSpan(start, sector.Dimension * sector.Dimension));
        }

        double sum = 0;
        for (int r = 0; r < sector.Dimension; r++)
        {
            ReadOnlySpan<double> row = state.AsSpan(plane + layout.Offset(sector, r), r + 1);
            sum += (2 * RowKernels.SumOfSquares(row)) - (row[r] * row[r]);
        }

        return sum;
    }
}
