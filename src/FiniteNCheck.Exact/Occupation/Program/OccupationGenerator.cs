using System.Collections.Immutable;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Generator.Kernels;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Terms;

namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>Applies the generator matrix-free in the occupation basis, with one factor for each of its parts.</summary>
internal sealed class OccupationGenerator : IDrivenSystem
{
    private readonly OccupationProgram program;
    private readonly OccupationNorm norm;
    private readonly ImmutableArray<GeneratorPart> parts;
    private readonly double[] decays;
    private readonly double[] oscillations;

    /// <summary>Prepares the generator.</summary>
    /// <param name="layout">The layout of the state.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="tables">Their weights.</param>
    /// <param name="parts">The parts of the generator.</param>
    /// <param name="threads">The number of threads.</param>
    public OccupationGenerator(
        OccupationLayout layout,
        ImmutableArray<WeightedTerm> terms,
        WeightTables tables,
        ImmutableArray<GeneratorPart> parts,
        int threads)
    {
        this.parts = parts;
        program = new OccupationProgram(layout, terms, tables, threads);
        norm = new OccupationNorm(layout, program.RowCounts, program.ColumnCounts, threads);
        SpectralBounds[] bounds = [.. parts.Select(part => SpectralBounds.Of(part, layout.Order.Counts))];
        decays = [.. bounds.Select(each => each.Decay)];
        oscillations = [.. bounds.Select(each => layout.Width == 0 ? 0 : each.Oscillation)];
        Average((1, 0));
    }

    /// <inheritdoc/>
    public double DecayBound { get; private set; }

    /// <inheritdoc/>
    public double OscillationBound { get; private set; }

    /// <inheritdoc/>
    public double GrowthBound { get; private set; }

    /// <summary>The number of terms, real and imaginary parts counted apart.</summary>
    public int Terms => program.Terms;

    /// <summary>The places of the counts of the rows at the first number of each row.</summary>
    public int[] RowCounts => program.RowCounts;

    /// <summary>The places of the counts of the columns there.</summary>
    public int[] ColumnCounts => program.ColumnCounts;

    /// <inheritdoc/>
    public void Average(params ReadOnlySpan<(double Weight, double Time)> nodes)
    {
        (DecayBound, OscillationBound, GrowthBound) = (0, 0, 0);
        for (int part = 0; part < parts.Length; part++)
        {
            double weight = parts[part].Weigh(nodes);
            if (part < program.PartWeights.Length)
            {
                program.PartWeights[part] = weight;
            }

            DecayBound += Math.Abs(weight) * decays[part];
            OscillationBound += Math.Abs(weight) * oscillations[part];
            GrowthBound += weight < 0 ? -2 * weight * decays[part] : 0;
        }
    }

    /// <inheritdoc/>
    public double Norm(double[] v) => norm.Compute(v);

    /// <inheritdoc/>
    public void Apply(
        double[] x, double[] y, double ofImage = 1, double ofX = 0, double ofY = 0, double[]? sum = null, double weight = 0) =>
        program.Run(new StripUpdate(x, y, ofImage, ofX, ofY, sum, weight));
}
