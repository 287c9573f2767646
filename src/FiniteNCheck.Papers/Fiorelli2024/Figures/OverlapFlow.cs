using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Correlations;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>
/// The mean-field flow of one pattern in the frame in which its two blocks are one: averages <c>(o_x, o_y, o_z)</c>
/// are the overlaps with the pattern along the three axes, and <c>o_x = 0</c> throughout.
/// </summary>
internal sealed class OverlapFlow
{
    // Far below any overlap of interest, and above what rounding leaves of one at a critical point, where the flow is cubic: 1e-5.
    private const double SmallestOverlap = 1e-4;

    /// <summary>The paper's <c>o_a(0)</c> near zero for a = y, z.</summary>
    private const double NearZero = 1e-3;

    private readonly MeanField flow;

    /// <summary>Prepares the flow.</summary>
    /// <param name="temperature">The temperature.</param>
    /// <param name="field">The transverse field.</param>
    public OverlapFlow(double temperature, double field)
    {
        var network = new HopfieldNetwork { Patterns = [[1]], Temperature = temperature, TransverseField = field };
        flow = new MeanField(network.ToModel("one pattern", new ProductState([PauliVector.Zero])));
    }

    /// <summary>Where the flow goes from the stored pattern, <c>o_z = 1</c>.</summary>
    /// <param name="cancellation">Ends the search.</param>
    public FixedPoint FromPattern(CancellationToken cancellation) => flow.FixedPoint(State(0, 1), cancellation);

    /// <summary>Where the flow goes from overlaps near zero.</summary>
    /// <param name="cancellation">Ends the search.</param>
    public FixedPoint FromNearZero(CancellationToken cancellation) => flow.FixedPoint(State(NearZero, NearZero), cancellation);

    /// <summary>The phase that an end of the flow belongs to; <see langword="null"/> where the flow did not show its end.</summary>
    /// <param name="end">The end.</param>
    public static Phase? PhaseOf(FixedPoint end) => end switch
    {
        { Point: { } point } => Math.Abs(point[2]) > SmallestOverlap ? Phase.Retrieval : Phase.Paramagnetic,
        { Orbit: not null } => Phase.LimitCycle,
        _ => null,
    };

    /// <summary>The rates <c>do_z/dt</c> and <c>do_y/dt</c>.</summary>
    /// <param name="z">The overlap <c>o_z</c>.</param>
    /// <param name="y">The overlap <c>o_y</c>.</param>
    public (double Z, double Y) Rates(double z, double y)
    {
        Vector<double> rates = flow.Flow(State(y, z));
        return (rates[2], rates[1]);
    }

    /// <summary>The spectral abscissa of the Jacobian: the largest real part of an eigenvalue, an inverse time.</summary>
    /// <param name="z">The overlap <c>o_z</c>.</param>
    /// <param name="y">The overlap <c>o_y</c>.</param>
    public double Abscissa(double z, double y) => Stability.SpectralAbscissa(flow.Jacobian(State(y, z)));

    /// <summary>The overlaps along the flow at times.</summary>
    /// <param name="z">The overlap <c>o_z</c> at the start.</param>
    /// <param name="y">The overlap <c>o_y</c> at the start.</param>
    /// <param name="times">The times, increasing.</param>
    /// <param name="cancellation">Ends the run.</param>
    public IEnumerable<PortraitPoint> Trajectory(double z, double y, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        const double LocalError = 1e-9;
        return flow.Trajectory(State(y, z), times, LocalError, cancellation).Select(m => new PortraitPoint(m[2], m[1]));
    }

    private static Vector<double> State(double y, double z) => Vector<double>.Build.Dense([0, y, z]);
}
