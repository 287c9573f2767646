using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// Applies <c>d rho/dt = G rho + rho G+ + sum_K K rho K+</c> matrix-free where every rate is diagonal: one pass over the strips of a layout, populations,
/// real and complex matrices alike.
/// </summary>
internal sealed class BandedGenerator : ILinearSystem
{
    private readonly StripProgram program;
    private readonly TraceNorm norm;

    /// <summary>Prepares the generator.</summary>
    /// <param name="layout">The layout of the state.</param>
    /// <param name="operators">What the generator is; banded.</param>
    /// <param name="threads">The number of threads.</param>
    public BandedGenerator(StateLayout layout, SectorOperators operators, int threads)
    {
        Length = layout.Length;
        program = new StripProgram(layout, layout.Strips, TermsOf, threads);
        norm = new TraceNorm(layout.Strips, layout.Width, threads);

        SectorTerms TermsOf(Sector sector)
        {
            BandOperator drift = operators.Drift(sector);
            DecayBound = Math.Max(DecayBound, 2 * drift.DecayBound());
            return SectorTerms.Of(sector, drift, operators.Incoming(sector), layout.Representation);
        }
    }

    /// <inheritdoc/>
    public int Length { get; }

    /// <inheritdoc/>
    public double DecayBound { get; private set; }

    /// <summary>Whether to use the scalar reference instead of vectors.</summary>
    public bool Scalar { get; init; }

    /// <inheritdoc/>
    public double Norm(double[] v) => norm.Of(v);

    /// <inheritdoc/>
    public void Apply(double[] x, double[] y, double ofImage = 1, double ofX = 0, double ofY = 0, double[]? sum = null, double weight = 0) =>
        program.Run(new StripUpdate(x, y, ofImage, ofX, ofY, sum, weight), Scalar);
}
