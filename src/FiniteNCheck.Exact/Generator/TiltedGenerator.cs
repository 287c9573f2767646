using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// Applies the generator where some rates are full matrices: <c>Gamma rho Gamma</c> and the decay through dense products sector by sector, everything
/// else along strips.
/// </summary>
internal sealed class TiltedGenerator : ILinearSystem
{
    private readonly StateLayout layout;
    private readonly DenseSector[] decay;
    private readonly DenseSector[][] rates;
    private readonly StripProgram banded;
    private readonly StripProgram[] jumps;
    private readonly WorkShare work;
    private readonly LinearCombination combine;
    private readonly TraceNorm norm;
    private readonly double[] image;
    private readonly double[] between;

    /// <summary>Prepares the generator.</summary>
    /// <param name="layout">The layout of the state; full sectors, real or complex.</param>
    /// <param name="operators">What the generator is.</param>
    /// <param name="threads">The number of threads.</param>
    public TiltedGenerator(StateLayout layout, SectorOperators operators, int threads)
    {
        this.layout = layout;
        Sector[] sectors = [.. layout.Graph.Vertices];
        decay = [.. sectors.Select(sector => new DenseSector(operators.TiltedDrift(sector), layout.IsComplex))];
        rates = [.. operators.Tilted.Select(channel => sectors.Select(sector => new DenseSector(channel.Rate(sector), layout.IsComplex)).ToArray())];
        OscillationBound = sectors.Max(sector => operators.Drift(sector).OscillationBound(..));
        DecayBound = 2 * sectors.Max(sector => operators.Drift(sector).DecayBound(..) + decay[sector.Index].DecayBound());
        banded = new StripProgram(
            layout, layout.Strips, sector => SectorTerms.Of(sector, operators.Drift(sector), operators.Incoming(sector), layout.Representation, ..), threads);
        jumps = [.. operators.Tilted.Select(channel => new StripProgram(
            layout, layout.Strips, sector => SectorTerms.Of(sector, null, channel.Incoming(sector), layout.Representation, ..), threads))];
        work = new WorkShare([.. sectors.Select(sector => Math.Pow(sector.Dimension, 3))], threads);
        combine = new LinearCombination(threads);
        norm = new TraceNorm(layout.Strips, layout.Width, threads);
        image = new double[layout.Length];
        between = new double[layout.Length];
    }

    /// <inheritdoc/>
    public double DecayBound { get; }

    /// <inheritdoc/>
    public double OscillationBound { get; }

    /// <inheritdoc/>
    public double Norm(double[] v) => norm.Of(v);

    /// <inheritdoc/>
    public void Apply(double[] x, double[] y, double ofImage = 1, double ofX = 0, double ofY = 0, double[]? sum = null, double weight = 0)
    {
        banded.Run(new StripUpdate(x, image, 1, 0, 0, null, 0));
        for (int channel = 0; channel < rates.Length; channel++)
        {
            OverSectors(sector =>
            {
                DenseSector rate = rates[channel][sector.Index];
                rate.Times(DenseSector.Read(layout, x, sector)).Times(rate).Write(layout, between, sector, add: false);
            });
            jumps[channel].Run(new StripUpdate(between, image, 1, 0, 1, null, 0));
        }

        OverSectors(sector =>
        {
            DenseSector half = decay[sector.Index].Times(DenseSector.Read(layout, x, sector));
            half.AddAdjoint();
            half.Write(layout, image, sector, add: true);
        });
        combine.Apply(y, null, 1, ofY == 0 ? [(ofImage, 0), (ofX, 1)] : [(ofImage, 0), (ofX, 1), (ofY, 2)], [image, x, y]);
        if (sum is not null)
        {
            combine.Apply(sum, sum, weight, [(1, 0)], [y]);
        }
    }

    private void OverSectors(Action<Sector> action) => work.Run((from, to) =>
    {
        for (int s = from; s < to; s++)
        {
            action(layout.Graph.Vertices[s]);
        }
    });
}
