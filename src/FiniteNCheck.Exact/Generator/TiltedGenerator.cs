using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Generator.Kernels;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// Applies the generator where some rates are dense matrices: <c>Gamma rho Gamma</c> and the decay by dense products, sector by sector, and
/// everything else along strips.
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
    private readonly bool ratesComeFirst;

    /// <summary>Prepares the generator.</summary>
    /// <param name="layout">The layout of the state; full sectors, real or complex.</param>
    /// <param name="operators">The operators of the generator.</param>
    /// <param name="threads">The number of threads.</param>
    public TiltedGenerator(StateLayout layout, SectorOperators operators, int threads)
    {
        this.layout = layout;
        ratesComeFirst = operators.RatesComeFirst;
        Sector[] sectors = [.. layout.Graph.Vertices];
        decay = [.. sectors.Select(sector => new DenseSector(operators.TiltedDrift(sector), layout.IsComplex))];
        rates =
        [
            .. operators.Tilted.Select(
                channel => sectors.Select(sector => new DenseSector(channel.Rate(sector), layout.IsComplex)).ToArray()),
        ];
        OscillationBound = sectors.Max(sector => operators.Drift(sector).OscillationBound(..));
        DecayBound = 2 * sectors.Max(sector => operators.Drift(sector).DecayBound(..) + decay[sector.Index].DecayBound());
        banded = ProgramOf(operators.Drift, operators.Incoming);
        jumps = [.. operators.Tilted.Select(channel => ProgramOf(_ => null, target => operators.TiltedIncoming(channel, target)))];
        work = new WorkShare([.. sectors.Select(sector => Math.Pow(sector.Dimension, 3))], threads);
        combine = new LinearCombination(threads);
        norm = new TraceNorm(layout.Strips, layout.Width, threads);
        image = new double[layout.Length];
        between = new double[layout.Length];

        StripProgram ProgramOf(Func<Sector, BandOperator?> drift, Func<Sector, IEnumerable<SectorMap>> incoming) => new(
            layout,
            layout.Strips,
            sector => SectorTerms.Build(sector, drift(sector), incoming(sector), layout.Representation, ..),
            threads);
    }

    /// <inheritdoc/>
    public double DecayBound { get; }

    /// <inheritdoc/>
    public double OscillationBound { get; }

    /// <inheritdoc/>
    public double Norm(double[] v) => norm.Compute(v);

    /// <inheritdoc/>
    public void Apply(
        double[] x, double[] y, double imageScale = 1, double xScale = 0, double yScale = 0, double[]? sum = null, double weight = 0)
    {
        var source = new DensityMatrix(layout, x);
        banded.Run(new StripUpdate(x, image));
        for (int channel = 0; channel < rates.Length; channel++)
        {
            if (ratesComeFirst)
            {
                Dress(channel, x, between, add: false);
                jumps[channel].Run(new StripUpdate(between, image, YScale: 1));
            }
            else
            {
                jumps[channel].Run(new StripUpdate(x, between));
                Dress(channel, between, image, add: true);
            }
        }

        OverSectors(sector =>
        {
            DenseSector half = decay[sector.Index].Times(DenseSector.Read(source, sector));
            half.AddAdjoint();
            half.Write(new(layout, image), sector, add: true);
        });
        combine.Apply(
            y, null, 1, yScale == 0 ? [(imageScale, 0), (xScale, 1)] : [(imageScale, 0), (xScale, 1), (yScale, 2)], [image, x, y]);
        if (sum is not null)
        {
            combine.Apply(sum, sum, weight, [(1, 0)], [y]);
        }
    }

    // Gamma X Gamma.
    private void Dress(int channel, double[] x, double[] y, bool add) => OverSectors(sector =>
    {
        DenseSector rate = rates[channel][sector.Index];
        rate.Times(DenseSector.Read(new(layout, x), sector)).Times(rate).Write(new(layout, y), sector, add);
    });

    private void OverSectors(Action<Sector> action) => work.Run((from, to) =>
    {
        for (int s = from; s < to; s++)
        {
            action(layout.Graph.Vertices[s]);
        }
    });
}
