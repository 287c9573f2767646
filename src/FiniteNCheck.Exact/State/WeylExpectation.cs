using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.State;

/// <summary>
/// The expectation value <c>&lt;exp(i sum_h r_h . F_h)&gt;</c> of a Weyl operator, a <see cref="WeylRotation"/> with a phase.
/// </summary>
/// <remarks><c>exp(i r.F) = exp(-i sqrt(N) r.&lt;m&gt;) u (x) ... (x) u</c> with <c>u = exp(i r . sigma/sqrt(N))</c>.</remarks>
internal static class WeylExpectation
{
    /// <summary>Computes the expectation value.</summary>
    /// <param name="system">The system in its final frame, one group per block of the model.</param>
    /// <param name="state">The state.</param>
    /// <param name="mean">The averages of the blocks in the model's frame: x, y, z of the first block, then of the next.</param>
    /// <param name="argument">The vector <c>r_h</c> of each block, in the model's frame.</param>
    public static Complex Evaluate(CollectiveSystem system, DensityMatrix state, double[] mean, ImmutableArray<PauliVector> argument)
    {
        double phase = 0;
        for (int h = 0; h < system.Groups; h++)
        {
            var average = new PauliVector(mean[3 * h], mean[(3 * h) + 1], mean[(3 * h) + 2]);
            phase -= Math.Sqrt(system.Members[h].Spins) * argument[h].Dot(average);
        }

        return Complex.FromPolarCoordinates(1, phase) * WithoutPhase(system, state, argument, threads: 1);
    }

    /// <summary>Computes <c>tr(X exp(i sum_h r_h . S_h/sqrt(N_h)))</c>, for which averages do not matter.</summary>
    /// <param name="system">The system in its final frame, one group per block of the model.</param>
    /// <param name="matrix">The Hermitian matrix X.</param>
    /// <param name="argument">The vector <c>r_h</c> of each block, in the model's frame.</param>
    /// <param name="threads">The number of threads.</param>
    public static Complex WithoutPhase(
        CollectiveSystem system, DensityMatrix matrix, ImmutableArray<PauliVector> argument, int threads)
    {
        var rotation = new WeylRotation(system, argument);
        ImmutableArray<Sector> sectors = matrix.Layout.Graph.Vertices;
        var parts = new Complex[sectors.Length];
        Parallel.ForEach(sectors, new ParallelOptions { MaxDegreeOfParallelism = threads }, sector =>
        {
            if (SectorMatrix.StoredLevels(matrix.Layout, sector) is { } levels)
            {
                parts[sector.Index] = WithoutPhase(matrix, sector, levels, rotation);
            }
        });
        return parts.Aggregate(Complex.Zero, (sum, part) => sum + part);
    }

    private static Complex WithoutPhase(DensityMatrix matrix, Sector sector, LevelRange[] levels, WeylRotation rotation)
    {
        Complex[][,] ofGroups = [.. levels.Select((range, group) => rotation.Of(group, sector.TwiceJ[group]).Block(range, range))];
        Complex sum = 0;
        foreach (Strip strip in matrix.Layout.StripsIn(sector))
        {
            for (int i = 0; i < strip.Length; i++)
            {
                (int row, int column) = (strip.Row + i, strip.Column + i);
                Complex rho = matrix[strip, i];

                // tr(W rho): the element and, off the diagonal, its mirror image.
                sum += Element(column, row) * rho;
                sum += strip.IsDiagonal ? 0 : Element(row, column) * Complex.Conjugate(rho);
            }
        }

        return sum;

        Complex Element(int row, int column)
        {
            Complex product = 1;
            for (int group = 0; group < ofGroups.Length; group++)
            {
                int first = levels[group].First;
                product *= ofGroups[group][sector.Level(row, group) - first, sector.Level(column, group) - first];
            }

            return product;
        }
    }
}
