using FiniteNCheck.Exact.State;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// The rate equations of the populations <c>p_r = rho_rr</c> where diagonals evolve among themselves:
/// <c>dp_r/dt = 2 Re G_rr p_r + sum_K |K_rs|^2 p_s</c>.
/// </summary>
internal sealed class PopulationGenerator : IOdeSystem
{
    private readonly StateLayout layout;
    private readonly SectorOperators operators;
    private readonly double[][] loss;
    private readonly WorkShare work;
    private readonly TraceNorm norm;

    /// <summary>Prepares the generator.</summary>
    /// <param name="layout">The layout of the state; diagonal.</param>
    /// <param name="operators">What the generator is.</param>
    /// <param name="threads">The number of threads.</param>
    public PopulationGenerator(StateLayout layout, SectorOperators operators, int threads)
    {
        this.layout = layout;
        this.operators = operators;
        loss = [.. operators.Drift.Select(g => Array.ConvertAll(g.Bands[0], element => 2 * element.Real))];
        work = new WorkShare(layout.Graph, sector => 1 + (2 * operators.Incoming[sector.Index].Length), threads);
        norm = new TraceNorm(layout, threads);
    }

    /// <inheritdoc/>
    public int Length => layout.Length;

    /// <inheritdoc/>
    public double Norm(double[] v) => norm.Of(v);

    /// <inheritdoc/>
    public void Evaluate(double t, double[] y, double[] derivative) => work.Run((sector, from, to) =>
    {
        int offset = layout.Offset(sector);
        for (int r = from; r < to; r++)
        {
            double sum = loss[sector.Index][r] * y[offset + r];
            foreach (SectorMap map in operators.Incoming[sector.Index])
            {
                foreach (Shift shift in map.Shifts)
                {
                    int source = shift.SourceOf(r);
                    if (source >= 0)
                    {
                        double amplitude = shift.Re[r];
                        double squared = (amplitude * amplitude) + (shift.IsReal ? 0 : shift.Im[r] * shift.Im[r]);
                        sum += squared * y[layout.Offset(map.Source) + source];
                    }
                }
            }

            derivative[offset + r] = sum;
        }
    });
}
