using System.Globalization;
using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.TwoTimes;

/// <summary>
/// Two-time functions and Weyl triples against the 2^N code on random models of one and two blocks with every feature of the format.
/// </summary>
[Trait("Kind", "CrossCheck")]
public class TwoTimeCrossCheckTests(ITestOutputHelper output)
{
    private const int Count = 100;
    private const int SliceLength = 10;

    // Both sides are good to 1e-12 or so in trace norm, which a factor of sqrt(N) takes to the elements; 1e-9 as for moments.
    private const double Allowed = 1e-9;

    private static readonly double[] Times = [0, 0.6];

    private static readonly Lazy<RandomModel[]> Models =
        new(() => [.. RandomModels.Draw(Seed.Value, 4 * Count).Where(drawn => drawn.Model.Blocks.Length <= 2).Take(Count)]);

    public static TheoryData<int> Slices => [.. Enumerable.Range(0, Count / SliceLength)];

    [Theory]
    [MemberData(nameof(Slices))]
    public void Random_models_agree(int slice)
    {
        output.WriteLine(Seed.Description);
        var failures = new List<string>();
        double largest = 0;
        foreach (int i in Enumerable.Range(slice * SliceLength, SliceLength))
        {
            RandomModel drawn = Models.Value[i];
            var exact = new BruteForceCorrelations(drawn.Model, drawn.N, Times);
            int size = 3 * drawn.Model.Blocks.Length;
            WeylTriple triple = Triples(size, new Random((int)Seed.Value + i))[i % 3];

            // In a space of 64 states every run of the 2^N code counts: one b in turn is compared there.
            int[] columns = drawn.Spins < 5 ? [.. Enumerable.Range(0, size)] : [i % size];
            double distance = Math.Max(DistanceOfTwoTime(drawn, exact, columns), DistanceOfWeyl(drawn, exact, triple));
            largest = Math.Max(largest, distance);
            if (!(distance <= Allowed))
            {
                failures.Add($"model {i}, off by {distance:E2}:{Environment.NewLine}{drawn}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest difference {largest:E2}"));
        string first = string.Join(Environment.NewLine, failures.Take(5));
        Assert.True(failures.Count == 0, $"{Seed.Description}: {failures.Count} disagree.{Environment.NewLine}{first}");
    }

    /// <summary>The hundred models have one block and two, up to six spins, and rates along several axes.</summary>
    [Fact]
    public void The_models_are_of_all_kinds()
    {
        Assert.Equal(Count, Models.Value.Length);
        Assert.InRange(Models.Value.Count(drawn => drawn.Model.Blocks.Length == 1), 20, 80);
        Assert.InRange(Models.Value.Count(drawn => drawn.Spins >= 5), 5, Count);
        Assert.Equal(6, Models.Value.Max(drawn => drawn.Spins));
        Assert.InRange(Models.Value.Count(drawn => Verified.Solve(drawn.Model, drawn.N, [1e-6]).Method.Contains("matrices")), 10, Count);
    }

    /// <summary>Three blocks of different sizes, arguments along several axes.</summary>
    [Fact]
    public void Three_blocks_agree()
    {
        RandomModel drawn = new(NamedCases.All["three blocks of different sizes"].Model, 2);
        var exact = new BruteForceCorrelations(drawn.Model, drawn.N, Times);
        Assert.InRange(DistanceOfTwoTime(drawn, exact, [1, 5, 6]), 0, Allowed);
        Assert.InRange(DistanceOfWeyl(drawn, exact, Triples(9, new Random(1))[0]), 0, Allowed);
    }

    /// <summary>The order of the operators is that of the name: the other one is the complex conjugate, and differs.</summary>
    [Fact]
    public void The_other_order_is_the_complex_conjugate()
    {
        var exact = new BruteForceCorrelations(TestModels.TiltedAxis(), 3, Times);
        TwoTimeSeries actual = TwoTimeSolver.Solve(TestModels.TiltedAxis(), 3, Times);
        for (int b = 0; b < 3; b++)
        {
            Complex[][] other = exact.TwoTime(b, swapped: true);
            Complex[][] conjugated = [.. other.Select(column => column.Select(Complex.Conjugate).ToArray())];
            Assert.InRange(Distance(conjugated, actual, b), 0, Allowed);
            Assert.InRange(Distance(other, actual, b), 0.1, 10);
        }
    }

    private static double DistanceOfTwoTime(RandomModel drawn, BruteForceCorrelations exact, IEnumerable<int> columns)
    {
        TwoTimeSeries actual = TwoTimeSolver.Solve(drawn.Model, drawn.N, Times);
        Assert.All(actual.Errors, error => Assert.InRange(error, 0, 1e-11));
        return columns.Max(b => Distance(exact.TwoTime(b), actual, b));
    }

    private static double Distance(Complex[][] expected, TwoTimeSeries actual, int b) => Enumerable.Range(0, Times.Length)
        .Max(t => expected[t].Select((value, a) => (value - actual.Values[t][a, b]).Magnitude).Max());

    private static double DistanceOfWeyl(RandomModel drawn, BruteForceCorrelations exact, WeylTriple triple)
    {
        WeylSeries actual = WeylSolver.Solve(drawn.Model, drawn.N, Times, triple);
        Complex[] expected = exact.Weyl(triple.Left, triple.Inner, triple.Right);
        Complex[] mirrored = exact.Weyl(Minus(triple.Left), Minus(triple.Inner), Minus(triple.Right));
        Assert.All(actual.Errors, error => Assert.InRange(error, 0, 1e-10));
        return Enumerable.Range(0, Times.Length).Max(t => Math.Max(
            (expected[t] - actual.Values[t]).Magnitude,
            (((expected[t] + mirrored[t]) / 2) - actual.Even[t]).Magnitude));
    }

    // In general, with a kick, and with equal outer operators: the three kinds that take different numbers of runs.
    private static WeylTriple[] Triples(int size, Random random)
    {
        double[] Vector() => [.. Enumerable.Range(0, size).Select(_ => (2 * random.NextDouble()) - 1)];
        double[] outer = Vector();
        return
        [
            new([.. Vector()], [.. Vector()], [.. Vector()]),
            new([.. outer], [.. Vector()], [.. Minus(outer)]),
            new([.. outer], [.. Vector()], [.. outer]),
        ];
    }

    private static double[] Minus(IEnumerable<double> vector) => [.. vector.Select(component => -component)];
}
