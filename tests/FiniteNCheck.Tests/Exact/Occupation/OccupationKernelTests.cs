using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Occupation;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Levels;
using FiniteNCheck.Exact.Occupation.Program;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Occupation;

/// <summary>The vectorised generator in the occupation basis against the scalar reference, on random Hermitian matrices.</summary>
[Trait("Kind", "CrossCheck")]
public class OccupationKernelTests
{
    // A few hundred additions of terms of size |L|, rounded in a different order.
    private const double Rounding = 1e-13;

    public static TheoryData<int> Drawn => [.. Enumerable.Range(0, 30)];

    [Theory]
    [MemberData(nameof(Drawn))]
    public void Kernel_and_scalar_reference_agree(int number)
    {
        (LevelModel model, int n) = RandomLevelModels.Draw(Seed.Value, number);

        // The reference takes its time: four levels at n = 3 would take a minute. The start does not matter here.
        n = model.Blocks.Any(block => block.Dimension > 3) ? 1 : Math.Min(n, 3);
        model = model.Initial is LevelDicke
            ? model with { Initial = new LevelProduct([.. model.Blocks.Select(block => LocalOperator.Unit(block.Dimension, 0, 0))]) }
            : model;
        foreach (Representation representation in new[] { Representation.Auto, Representation.Complex })
        {
            AssertAgree(model, n, representation);
        }
    }

    /// <summary>Rows of every length from one number to several registers.</summary>
    [Theory]
    [InlineData(LevelModels.Drive.None, 40)]
    [InlineData(LevelModels.Drive.OnePair, 34)]
    [InlineData(LevelModels.Drive.Chiral, 7)]
    [InlineData(LevelModels.Drive.Triangle, 6)]
    public void Long_and_short_rows_agree(LevelModels.Drive drive, int n) => AssertAgree(LevelModels.Potts(drive), n, Representation.Auto);

    [Fact]
    public void Terms_with_two_factors_agree()
    {
        AssertAgree(LevelModels.Lambda(isDriven: true, hasLocalDecay: true), 7, Representation.Auto);
        AssertAgree(LevelModels.Lambda(isDriven: false, hasLocalDecay: false), 20, Representation.Auto);
    }

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        (OccupationSpace space, OccupationLayout layout) = Prepare(LevelModels.Potts(LevelModels.Drive.Chiral), 14, Representation.Auto);
        double[] x = DenseOccupation.Random(layout, seed: 1);
        OccupationGenerator one = space.Generator(layout, 1);
        OccupationGenerator four = space.Generator(layout, 4);
        Assert.Equal(Image(one, layout, x), Image(four, layout, x));
        Assert.Equal(one.Norm(x), four.Norm(x));
    }

    [Fact]
    public void Applying_the_generator_allocates_nothing()
    {
        (OccupationSpace space, OccupationLayout layout) = Prepare(LevelModels.Potts(LevelModels.Drive.Chiral), 6, Representation.Auto);
        OccupationGenerator generator = space.Generator(layout, 1);
        double[] x = DenseOccupation.Random(layout, seed: 1);
        double[] y = new double[layout.Length];
        generator.Apply(x, y);
        generator.Norm(y);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            generator.Apply(x, y, 1, 2, -1, x, 0);
            generator.Norm(y);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>B is not below the trace norm of a random Hermitian matrix, by the d^N code, and equals it on the diagonal.</summary>
    [Theory]
    [InlineData(LevelModels.Drive.None, 4)]
    [InlineData(LevelModels.Drive.OnePair, 3)]
    [InlineData(LevelModels.Drive.Triangle, 3)]
    public void The_norm_bounds_the_trace_norm(LevelModels.Drive drive, int n)
    {
        LevelModel model = LevelModels.Potts(drive);
        (OccupationSpace space, OccupationLayout layout) = Prepare(model, n, Representation.Auto);
        double[] x = DenseOccupation.Random(layout, seed: 1);
        double bound = space.Generator(layout, 1).Norm(x);
        double exact = DenseOccupation.Spectrum(model, n, layout, x).Sum(Math.Abs);
        bool isDiagonal = drive == LevelModels.Drive.None;
        Assert.InRange(bound / exact, 1 - 1e-12, isDiagonal ? 1 + 1e-12 : 10);
    }

    private static void AssertAgree(LevelModel model, int n, Representation representation)
    {
        (OccupationSpace space, OccupationLayout layout) = Prepare(model, n, representation);
        double[] x = DenseOccupation.Random(layout, seed: 1);
        double[] expected = ScalarOccupation.Apply(space, layout, space.WeightTables, x);
        double[] actual = Image(space.Generator(layout, 1), layout, x);
        double scale = Math.Max(1, expected.Max(Math.Abs));
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.InRange(actual[i] - expected[i], -Rounding * scale, Rounding * scale);
        }
    }

    private static (OccupationSpace Space, OccupationLayout Layout) Prepare(LevelModel model, int n, Representation representation)
    {
        var space = OccupationSpace.Of(model.Name, n, LevelSystem.Of(model, n), representation);
        return (space, space.Layout());
    }

    private static double[] Image(OccupationGenerator generator, OccupationLayout layout, double[] x)
    {
        double[] y = new double[layout.Length];
        y.AsSpan(OccupationLayout.Guard, (int)layout.Numbers).Fill(double.NaN);
        generator.Apply(x, y);
        return y;
    }
}
