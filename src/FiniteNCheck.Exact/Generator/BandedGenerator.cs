using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Generator.Kernels;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Numerics;

namespace FiniteNCheck.Exact.Generator;

/// <summary>
/// Applies <c>d rho/dt = G rho + rho G+ + sum_K K rho K+</c> matrix-free where every rate is diagonal, in one pass over the strips of a
/// layout; for populations, real and complex matrices alike.
/// </summary>
internal sealed class BandedGenerator : ILinearSystem
{
    private readonly StripProgram program;
    private readonly TraceNorm norm;

    /// <summary>Prepares the generator on everything that a layout stores.</summary>
    /// <param name="layout">The layout of the state.</param>
    /// <param name="operators">The operators of the generator; banded.</param>
    /// <param name="threads">The number of threads.</param>
    public BandedGenerator(StateLayout layout, SectorOperators operators, int threads)
        : this(layout, layout.Strips, new TermCache(operators, layout.Representation), threads)
    {
    }

    /// <summary>Prepares the generator on part of what a layout stores; the rest is not changed.</summary>
    /// <param name="layout">The layout of the state.</param>
    /// <param name="targets">The strips that change, at their offsets in the layout.</param>
    /// <param name="terms">The terms of the generator.</param>
    /// <param name="threads">The number of threads.</param>
    public BandedGenerator(StateLayout layout, IReadOnlyCollection<Strip> targets, TermCache terms, int threads)
    {
        program = new StripProgram(layout, targets, terms.Get, threads);
        norm = new TraceNorm(targets, layout.Width, threads);
        DecayBound = terms.DecayBound;
        OscillationBound = layout.IsDiagonal ? 0 : terms.OscillationBound;
    }

    /// <inheritdoc/>
    public double DecayBound { get; }

    /// <inheritdoc/>
    public double OscillationBound { get; }

    /// <inheritdoc/>
    public double Norm(double[] v) => norm.Compute(v);

    /// <inheritdoc/>
    public void Apply(
        double[] x, double[] y, double imageScale = 1, double xScale = 0, double yScale = 0, double[]? sum = null, double weight = 0) =>
        program.Run(new StripUpdate(x, y, imageScale, xScale, yScale, sum, weight));
}
