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
        ReadOnlySpan<double> re = state.AsSpan(layout.Offset(sector), layout.SizeOf(sector));
        if (layout.IsDiagonal)
        {
            double sum = 0;
            foreach (double value in re)
            {
                sum += Math.Abs(value);
            }

            return sum;
        }

        double squares = RowKernels.SumOfSquares(re);
        if (layout.IsComplex)
        {
            squares += RowKernels.SumOfSquares(state.AsSpan(layout.PlaneSize + layout.Offset(sector), layout.SizeOf(sector)));
        }

        return Math.Sqrt(sector.Dimension * squares);
    }
}
