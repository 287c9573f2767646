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

    /// <summary>Prepares the generator on all that a layout holds.</summary>
    /// <param name="layout">The layout of the state.</param>
    /// <param name="operators">What the generator is; banded.</param>
    /// <param name="threads">The number of threads.</param>
    public BandedGenerator(StateLayout layout, SectorOperators operators, int threads)
        : this(layout, layout.Strips, new TermCache(operators, layout.Representation), threads)
    {
    }

    /// <summary>Prepares the generator on part of what a layout holds; the rest stays as it is.</summary>
    /// <param name="layout">The layout of the state.</param>
    /// <param name="targets">The strips that change, at their offsets in the layout.</param>
    /// <param name="terms">The terms of the generator.</param>
    /// <param name="threads">The number of threads.</param>
    public BandedGenerator(StateLayout layout, IReadOnlyCollection<Strip> targets, TermCache terms, int threads)
    {
        program = new StripProgram(layout, targets, terms.Of, threads);
        norm = new TraceNorm(targets, layout.Width, threads);
        DecayBound = terms.DecayBound;
        OscillationBound = layout.IsDiagonal ? 0 : terms.OscillationBound;
    }

    /// <inheritdoc/>
    public double DecayBound { get; }

    /// <inheritdoc/>
    public double OscillationBound { get; }

    /// <summary>Whether to use the scalar reference instead of vectors.</summary>
    public bool Scalar { get; init; }

    /// <inheritdoc/>
    public double Norm(double[] v) => norm.Of(v);

    /// <inheritdoc/>
    public void Apply(double[] x, double[] y, double ofImage = 1, double ofX = 0, double ofY = 0, double[]? sum = null, double weight = 0) =>
        program.Run(new StripUpdate(x, y, ofImage, ofX, ofY, sum, weight), Scalar);
}
