using System.Globalization;
using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Stationary;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Stationary;

/// <summary>
/// Bounds of the errors of stationary moments against the null vector of the 2^N generator. With a loose tolerance the state is wrong by
/// far more than the oracle, so that a bound that is too small shows.
/// </summary>
public class ProvenBoundsTests(ITestOutputHelper output)
{
    private const int Count = 200;
    private const int Quick = 24;
    private const double Loose = 1e-4;

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void No_error_exceeds_its_bound() => Assert.Empty(Uncovered(0, Quick, 1));

    [Fact]
    [Trait("Kind", "CrossCheck")]
    [Trait("Speed", "Slow")]
    public void No_error_of_two_hundred_models_exceeds_its_bound() => Assert.Empty(Uncovered(Quick, Count, 1));

    [Fact]
    [Trait("Kind", "Mutation")]
    public void Bounds_a_hundred_times_smaller_do_not_cover() => Assert.True(Uncovered(0, Quick, 0.01).Count > 5);

    /// <summary><c>tr(Y L X) = tr(X L+ Y)</c> for random Hermitian matrices, tilted rates and collective jumps included.</summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void The_adjoint_generator_is_the_adjoint()
    {
        var random = new Random(11);
        int tilted = 0;
        RandomModel[] models = [.. RandomModels.Draw(Seed.Value, 60), .. RandomModels.DrawCollective(Seed.Value, 20)];
        foreach (RandomModel drawn in models.Where(each => each.Spins <= 5))
        {
            PreparedProblem problem = PreparedProblem.Prepare(drawn.Model, drawn.N, [0], new ExactOptions { Threads = 1 });
            var graph = new SectorGraph(problem.System.Spins);
            var generator = new StationaryGenerator(new SectorOperators(problem.System, graph), problem.Representation, 1);
            var adjoint = new StationaryGenerator(new AdjointOperators(problem.System, graph), problem.Representation, 1);
            tilted += generator.Operators.IsBanded ? 0 : 1;
            var space = new ObservableSpace(generator.Layout);
            (double[] x, double[] y) = (Draw(generator, random), Draw(generator, random));
            (double[] forward, double[] backward) = (new double[x.Length], new double[x.Length]);
            generator.Apply(x, forward);
            adjoint.Apply(y, backward);
            double expected = space.Expectation(y, forward);
            Assert.InRange(space.Expectation(backward, x) - expected, -1e-10, 1e-10);
        }

        Assert.True(tilted > 5);
    }

    /// <summary>A state that was not found to the end gets a large bound, and one that depends on the start gets none.</summary>
    [Fact]
    [Trait("Kind", "Analytic")]
    public void A_kept_average_is_not_proven()
    {
        CollectiveModel dephasing = new()
        {
            Name = "dephasing",
            Blocks = [new Block("all", 1)],
            Fields = [new PauliVector(0, 0, 0.4)],
            Jumps = [new JumpChannel(0, SpinOperator.Pauli(PauliAxis.Z), new PolynomialRate([0.6]), [PauliVector.Zero])],
            Initial = new ProductState([new(0.5, 0, 0.3)]),
        };
        SteadyResult found = SteadySolver.Solve(dephasing, 12, new ExactOptions { ProveStationary = true });
        Assert.True(found.Proven!.Mean > 0.1);
        Assert.Null(SteadySolver.Solve(dephasing, 12).Proven);
    }

    /// <summary>
    /// Cumulants of up to four spins, drawn for each model: none is farther from that of the null vector than its bound, and bounds a
    /// hundred times smaller do not hold.
    /// </summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void No_error_of_a_cumulant_exceeds_its_bound()
    {
        output.WriteLine(Seed.Description);
        var random = new Random((int)(Seed.Value % int.MaxValue));
        (int all, int beyond, int beyondHundredth) = (0, 0, 0);
        foreach (RandomModel drawn in RandomModels.Draw(Seed.Value, Quick).Where(each => each.Spins <= 4))
        {
            Cumulant[] cumulants = [.. FunctionChoice.Draw(drawn.Model, drawn.N, random).OfType<Cumulant>()];
            var options = new ExactOptions { Tolerance = Loose, ProveStationary = true, Functions = [.. cumulants] };
            if (Solve(drawn, options) is not { } found)
            {
                continue;
            }

            var oracle = new SymmetricGenerator(drawn.Model, drawn.N);
            double next = oracle.NullSpace().Next;
            DenseMatrix limit = oracle.Limit(((ProductState)drawn.Model.Initial).Bloch);
            for (int k = 0; k < cumulants.Length; k++)
            {
                double off = Math.Abs(found.Functions[k].Values[0] - oracle.Functions.Value(cumulants[k], limit));
                double slack = 1e-11 + (1e-12 / next);
                double bound = found.ProvenFunctions[k];
                Assert.Equal(bound, found.State.Functions[k].Errors[0]);
                all++;
                beyond += off <= bound + slack ? 0 : 1;
                beyondHundredth += off <= (bound / 100) + slack ? 0 : 1;
            }
        }

        output.WriteLine($"{all} cumulants, {beyond} beyond their bounds, {beyondHundredth} beyond a hundredth of them");
        Assert.True(all > 100);
        Assert.Equal(0, beyond);
        Assert.True(beyondHundredth > 10);
    }

    private static double[] Draw(StationaryGenerator generator, Random random)
    {
        double[] x = new double[generator.Layout.Length];
        foreach (Strip strip in generator.Layout.Strips)
        {
            for (int i = 0; i < strip.Length * generator.Layout.Width; i++)
            {
                x[strip.Offset + i] = random.NextDouble() - 0.5;
            }
        }

        generator.Clean(x);
        return x;
    }

    // Nothing where nothing decays.
    private static SteadyResult? Solve(RandomModel drawn, ExactOptions options)
    {
        try
        {
            return SteadySolver.Solve(drawn.Model, drawn.N, options);
        }
        catch (InputException exception) when (exception.Message.Contains("does not decay", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private List<string> Uncovered(int from, int to, double factor)
    {
        output.WriteLine(Seed.Description);
        var failures = new List<string>();
        List<double> ratios = [];
        (int all, int unproven) = (0, 0);
        foreach (RandomModel drawn in RandomModels.Draw(Seed.Value, to).Skip(from).Where(each => each.Spins <= 4))
        {
            var oracle = new SymmetricGenerator(drawn.Model, drawn.N);
            double next = oracle.NullSpace().Next;
            var (mean, covariance) = oracle.Moments(oracle.Limit(((ProductState)drawn.Model.Initial).Bloch));
            foreach (double tolerance in new[] { Loose, 1e-12 })
            {
                if (Solve(drawn, new ExactOptions { Tolerance = tolerance, ProveStationary = true }) is not { } found)
                {
                    continue;
                }

                all++;
                unproven += found.Proven!.Covariance > 1e-2 ? 1 : 0;
                double ofMean = mean.Zip(found.Mean, (a, b) => Math.Abs(a - b)).Max();
                double ofCovariance = covariance.Cast<double>().Zip(found.Covariance.Cast<double>(), (a, b) => Math.Abs(a - b)).Max();

                // What the oracle itself loses.
                double slack = 1e-13 + (1e-14 / next);
                bool covers = ofMean <= (factor * found.Proven.Mean) + slack && ofCovariance <= (factor * found.Proven.Covariance) + slack;
                if (ofCovariance > 100 * slack)
                {
                    ratios.Add(found.Proven.Covariance / ofCovariance);
                }

                if (!covers)
                {
                    failures.Add(
                        $"off by {ofMean:E2}, {ofCovariance:E2}, bounds {found.Proven.Mean:E2}, {found.Proven.Covariance:E2}, "
                        + $"tolerance {tolerance:E0}, next {next:E2}, {found.Method}:{Environment.NewLine}{drawn}");
                }
            }
        }

        ratios.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{all} states, {unproven} unproven; bound over error where the error shows ({ratios.Count}): {ratios[0]:G3} to "
            + $"{ratios[^1]:G3}, median {ratios[ratios.Count / 2]:G3}"));
        foreach (string failure in failures.Take(3))
        {
            output.WriteLine(failure);
        }

        return failures;
    }
}
