using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Occupation;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Levels;
using FiniteNCheck.Exact.Occupation.Program;
using FiniteNCheck.Exact.Occupation.State;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Occupation;

/// <summary>Eigenvalues of matrices that are symmetric in their sites: those of all invariant subspaces, against d^N.</summary>
[Trait("Kind", "CrossCheck")]
public class InvariantSubspacesTests
{
    private const int Models = 40;

    [Fact]
    public void Both_ends_of_the_spectrum_of_random_matrices_are_found()
    {
        for (int number = 0; number < Models; number++)
        {
            (LevelModel model, int n) = RandomLevelModels.Draw(Seed.Value, number);
            AssertEnds(model, n);
        }
    }

    [Theory]
    [InlineData(LevelModels.Drive.None, 5)]
    [InlineData(LevelModels.Drive.Chiral, 5)]
    [InlineData(LevelModels.Drive.Triangle, 4)]
    public void So_they_are_for_several_sites(LevelModels.Drive drive, int n) => AssertEnds(LevelModels.Potts(drive), n);

    /// <summary>What one- and two-site matrices and the symmetric block cannot see: a negative part in the antisymmetric states.</summary>
    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_negative_part_of_three_antisymmetric_sites_is_noticed()
    {
        (OccupationSpace space, OccupationLayout layout) = Prepare(LevelModels.Potts(LevelModels.Drive.Triangle), 3);
        double[] numbers = new double[layout.Length];
        for (int cell = 0; cell < layout.Cells; cell++)
        {
            foreach ((int[] n, int place) in ScalarOccupation.Numbers(layout, cell))
            {
                // The identity over 27 less 0.1 times the projection onto the antisymmetric state, whose elements are sign(pi)/6.
                bool isDiagonal = n[0] + n[4] + n[8] == 3;
                double sign = Permutations.Where(each => each.Bins.All(bin => n[bin] == 1)).Sum(each => each.Sign);
                double words = isDiagonal ? Words(n[0], n[4], n[8]) : 6;
                numbers[place] = words * ((isDiagonal ? 1.0 / 27 : 0) - (0.1 * sign / 6));
            }
        }

        double[] smallest = Smallest(space, layout, numbers);
        Assert.Equal((1.0 / 27) - 0.1, smallest.Min(), 1e-14);
    }

    /// <summary>An evolved state is positive in every subspace, and the run says so; too large a one is refused before it starts.</summary>
    [Fact]
    [Trait("Kind", "Invariant")]
    public void A_run_checks_every_subspace_on_request()
    {
        LevelModel model = LevelModels.Potts(LevelModels.Drive.Triangle);
        var options = new ExactOptions { CheckEverySubspace = true };
        ExactChecks few = Verified.Solve(model, 6, [1.0]).Checks[0];
        ExactChecks all = Verified.Solve(model, 6, [1.0], options).Checks[0];

        // p + 2 r + 3 s = 6.
        Assert.Equal(few.SmallestEigenvalues.Length + 7, all.SmallestEigenvalues.Length);
        Assert.True(all.SmallestEigenvalues.Min() > -1e-13, $"{all.SmallestEigenvalues.Min():E2}");
        InputException error = Assert.Throws<InputException>(() => ExactSolver.Plan(model, 40, [1.0], options));
        Assert.Contains("every subspace", error.Message, StringComparison.Ordinal);
    }

    private static readonly (int Sign, int[] Bins)[] Permutations =
    [
        (1, [0, 4, 8]), (-1, [0, 5, 7]), (-1, [1, 3, 8]), (1, [1, 5, 6]), (1, [2, 3, 7]), (-1, [2, 4, 6]),
    ];

    private static double Words(int a, int b, int c) => 6 / (Factorial(a) * Factorial(b) * Factorial(c));

    private static void AssertEnds(LevelModel model, int n)
    {
        (OccupationSpace space, OccupationLayout layout) = Prepare(model, n);
        double[] x = DenseOccupation.Random(layout, seed: 3);
        double[] spectrum = DenseOccupation.Spectrum(model, n, layout, x);
        Assert.Equal(spectrum.Min(), Smallest(space, layout, x).Min(), 1e-12);
        Assert.Equal(spectrum.Max(), -Smallest(space, layout, [.. x.Select(each => -each)]).Min(), 1e-12);
    }

    private static double[] Smallest(OccupationSpace space, OccupationLayout layout, double[] x)
    {
        OccupationGenerator generator = space.Generator(layout, 1);
        var elements = new StateElements(layout, generator.RowCounts, generator.ColumnCounts);
        return new InvariantSubspaces(space.System.Bins, space.System.Sites).Smallest(elements, x, space.Amplitudes, 2);
    }

    private static (OccupationSpace Space, OccupationLayout Layout) Prepare(LevelModel model, int n)
    {
        var space = OccupationSpace.Of(model.Name, n, LevelSystem.Of(model, n), Representation.Auto);
        return (space, space.Layout());
    }

    private static double Factorial(int k) => k < 2 ? 1 : k * Factorial(k - 1);
}
