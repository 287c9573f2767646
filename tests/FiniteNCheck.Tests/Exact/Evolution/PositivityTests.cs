using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using FiniteNCheck.Tests.Numerics;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Evolution;

/// <summary>States that are damaged by a known amount: whichever way the eigenvalue is found or bounded, the damage shows.</summary>
[Trait("Kind", "Mutation")]
public sealed class PositivityTests
{
    private const double Allowed = 1e-10;

    // Eigenvalues and factors of matrices of norm 1 and some thousand rows.
    private const double Rounding = 1e-12;

    /// <summary>
    /// A pure state minus <c>delta |i&gt;&lt;i|</c> has one negative eigenvalue, <c>t/2 - sqrt(t^2/4 + delta (1 - |psi_i|^2))</c> with
    /// <c>t = 1 - delta</c>. Two blocks of 9 spins are solved, two of 16 bounded, two of 32 on all threads.
    /// </summary>
    [Theory]
    [InlineData(9, false, 1)]
    [InlineData(9, true, 1)]
    [InlineData(16, false, 1e3)]
    [InlineData(16, true, 1e3)]
    public void A_pure_state_less_a_population(int spins, bool isComplex, double looseness) =>
        AssertFound(spins, isComplex, looseness);

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_pure_state_of_64_spins_less_a_population() => AssertFound(32, isComplex: true, 1e3);

    private static void AssertFound(int spins, bool isComplex, double looseness)
    {
        foreach (double delta in new[] { 0, 1e-10, 1e-4, 0.1 })
        {
            DensityMatrix state = Pure([spins, spins], isComplex);
            Sector sector = state.Layout.Graph.Vertices[0];
            int damaged = sector.Dimension / 3;
            Strip diagonal = state.Layout.StripThrough(sector, damaged, damaged)!.Value;
            double population = state[diagonal, damaged - diagonal.Row].Real;
            state[diagonal, damaged - diagonal.Row] -= delta;

            double trace = 1 - delta;
            double product = delta * (1 - population);
            double expected = -product / ((trace / 2) + Math.Sqrt((trace * trace / 4) + product));
            double[] found = Positivity.SmallestEigenvalues(state, Allowed, 2, double.PositiveInfinity);
            Assert.InRange(found[0], (looseness * expected) - Rounding, expected + (delta == 0 ? Rounding : expected * -1e-6));
            Assert.All(found.Skip(1), value => Assert.Equal(0, value));
            Assert.Equal(found, Positivity.SmallestEigenvalues(state, Allowed, 1, double.PositiveInfinity));
        }
    }

    /// <summary>A chain <c>d</c> on the diagonal and 1 beside it has eigenvalues <c>d + 2 cos(k pi/(m+1))</c>.</summary>
    [Theory]
    [InlineData(false, 2.1)]
    [InlineData(false, 1.9)]
    [InlineData(true, 2.1)]
    [InlineData(true, 1.9)]
    public void A_narrow_band(bool isComplex, double diagonal)
    {
        const int Spins = 300;
        var graph = new SectorGraph([Spins]);
        Sector sector = graph.Vertices[0];
        Representation representation = isComplex ? Representation.Complex : Representation.Real;
        var state = new DensityMatrix(new StateLayout(graph, representation, StateLayout.StripsOf(sector, representation).Take(2)));
        foreach (Strip strip in state.Layout.Strips)
        {
            for (int i = 0; i < strip.Length; i++)
            {
                // Phases of the off-diagonal elements leave the eigenvalues of a chain alone.
                state[strip, i] = strip.IsDiagonal ? diagonal : Complex.FromPolarCoordinates(1, isComplex ? 0.1 * i : 0);
            }
        }

        double expected = Math.Min(0, diagonal - (2 * Math.Cos(Math.PI / (Spins + 2))));
        double found = Positivity.SmallestEigenvalues(state, Allowed, 1, double.PositiveInfinity)[0];
        Assert.InRange(found, (4 * expected) - Rounding, expected);
    }

    /// <summary>
    /// The remainder of a state of full rank is many times its negative part. Three times that part is allowed, and the state passes.
    /// </summary>
    [Fact]
    public void A_state_within_what_is_allowed_passes()
    {
        const int Spins = 250;
        const double Negative = 1e-4;
        const double OfThis = 3 * Negative;
        var matrix = new RandomHermitian(
            new Random(1), Spins + 1, false, [.. Enumerable.Range(0, Spins).Select(k => 0.1 * Math.Pow(0.9, k)), -Negative]);
        var graph = new SectorGraph([Spins]);
        Sector sector = graph.Vertices[0];
        var state = new DensityMatrix(new StateLayout(graph, Representation.Real, StateLayout.StripsOf(sector, Representation.Real)));
        foreach (Strip strip in state.Layout.Strips)
        {
            for (int i = 0; i < strip.Length; i++)
            {
                state[strip, i] = matrix[strip.Row + i, strip.Column + i];
            }
        }

        double smallest = matrix.SmallestEigenvalue();
        Assert.InRange(smallest, -Negative, -Negative / 2);
        Assert.InRange(PivotedCholesky.LowerBound(matrix.Packed(), 1e-3 * OfThis, 1), -100 * OfThis, -OfThis);
        Assert.InRange(Positivity.SmallestEigenvalues(state, OfThis, 1, double.PositiveInfinity)[0], -OfThis, smallest);
    }

    [Fact]
    public void A_negative_population_in_any_strip()
    {
        var state = new DensityMatrix(new StateLayout(new SectorGraph([4, 4]), Representation.Populations));
        foreach (Strip strip in state.Layout.Strips)
        {
            state.NumbersOf(strip)[0] = -1e-3;
            Assert.Equal(-1e-3, Positivity.SmallestEigenvalues(state, Allowed, 1, 0)[strip.Sector.Index]);
            state.NumbersOf(strip).Clear();
        }
    }

    [Fact]
    public void A_sector_that_does_not_fit_is_refused()
    {
        DensityMatrix state = Pure([16, 16], true);
        var exception = Assert.Throws<InputException>(() => Positivity.SmallestEigenvalues(state, Allowed, 1, 100_000));
        Assert.Contains("for a sector of 289 states", exception.Message, StringComparison.Ordinal);
        Assert.Contains("of the 100 kB allowed", exception.Message, StringComparison.Ordinal);
    }

    // A pure state of the largest sector with peaked populations and phases.
    private static DensityMatrix Pure(ImmutableArray<int> spins, bool isComplex)
    {
        var state = new DensityMatrix(new StateLayout(new SectorGraph(spins), isComplex ? Representation.Complex : Representation.Real));
        Sector sector = state.Layout.Graph.Vertices[0];
        Complex[] psi =
        [
            .. Enumerable.Range(0, sector.Dimension).Select(i => Complex.FromPolarCoordinates(
                Enumerable.Range(0, spins.Length).Aggregate(1.0, (product, block) =>
                    product * Math.Exp(-Math.Pow(sector.TwiceM(i, block) - 2, 2) / (4 * spins[block]))),
                isComplex ? 0.1 * i : 0)),
        ];
        double norm = Math.Sqrt(psi.Sum(amplitude => (amplitude * Complex.Conjugate(amplitude)).Real));
        foreach (Strip strip in state.Layout.StripsIn(sector))
        {
            for (int i = 0; i < strip.Length; i++)
            {
                state[strip, i] = psi[strip.Row + i] / norm * Complex.Conjugate(psi[strip.Column + i] / norm);
            }
        }

        return state;
    }
}
