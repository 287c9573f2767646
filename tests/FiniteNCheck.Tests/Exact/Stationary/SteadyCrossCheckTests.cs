using System.Globalization;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Stationary;

/// <summary>Stationary states and slow modes of random models against the null space and eigenvalues of the 2^N generator.</summary>
public class SteadyCrossCheckTests(ITestOutputHelper output)
{
    private const int Count = 200;
    private const int CountOfGaps = 100;
    private const int Quick = 24;

    private static readonly ExactOptions Unmerged = new() { MergeBlocks = false };

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Stationary_states_of_random_models_agree() => AssertSteady(0, Quick);

    [Fact]
    [Trait("Kind", "CrossCheck")]
    [Trait("Speed", "Slow")]
    public void Stationary_states_of_two_hundred_random_models_agree() => AssertSteady(Quick, Count);

    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Slow_modes_of_random_models_agree() => AssertGaps(0, Quick);

    [Fact]
    [Trait("Kind", "CrossCheck")]
    [Trait("Speed", "Slow")]
    public void Slow_modes_of_a_hundred_random_models_agree() => AssertGaps(Quick, CountOfGaps);

    /// <summary>
    /// No eigenvalue is farther from the oracle's than its error says: by full matrices, by the search, and by a search that stops early,
    /// so that its eigenvalues are wrong on purpose.
    /// </summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void Errors_of_slow_modes_of_random_models_hold() => AssertErrors(0, Quick / 2, 1);

    [Fact]
    [Trait("Kind", "CrossCheck")]
    [Trait("Speed", "Slow")]
    public void Errors_of_slow_modes_of_a_hundred_random_models_hold() => AssertErrors(Quick / 2, 2 * CountOfGaps, 1);

    /// <summary>Errors a thousand times smaller are found out.</summary>
    [Fact]
    [Trait("Kind", "Mutation")]
    public void Errors_a_thousand_times_smaller_do_not_hold() =>
        Assert.Throws<global::Xunit.Sdk.TrueException>(() => AssertErrors(0, Quick / 2, 1e-3));

    /// <summary>The oracle sees a rate that is off by a millionth, in the stationary state and in the gap.</summary>
    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_rate_off_by_a_millionth_is_noticed()
    {
        CollectiveModel model = (HopfieldModels.Patterns(1) with { SelfEnergy = false }).Starting(new(0, 0, 0.5), new(0, 0.3, 0));
        CollectiveModel damaged = TestModels.WithJump(model, 0, jump => jump with { Rate = new ExponentialRate(0.7071, 0.25) });
        var oracle = new SymmetricGenerator(model, 2);
        var (mean, covariance) = oracle.Moments(oracle.Limit(((ProductState)model.Initial).Bloch));
        SteadyResult right = SteadySolver.Solve(model, 2);
        SteadyResult wrong = SteadySolver.Solve(damaged, 2);
        Assert.InRange(MomentComparison.Distance(mean, covariance, right.Mean, right.Covariance), 0, 1e-9);
        Assert.True(MomentComparison.Distance(mean, covariance, wrong.Mean, wrong.Covariance) > 1e-7);
        double gap = oracle.Eigenvalues()[1].Real;
        Assert.InRange(Math.Abs(GapSolver.Solve(model, 2, options: Unmerged).Eigenvalues[0].Real - gap), 0, 1e-8);
        Assert.True(Math.Abs(GapSolver.Solve(damaged, 2, options: Unmerged).Eigenvalues[0].Real - gap) > 1e-7);
    }

    /// <summary>One block without jumps keeps its J: a stationary state for each, and the start decides between them.</summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void A_block_without_jumps_keeps_its_spin()
    {
        CollectiveModel model = TestModels.DrivenBath();
        SteadyResult found = SteadySolver.Solve(model, 2);
        var oracle = new SymmetricGenerator(model, 2);
        Assert.Equal(oracle.NullSpace().Nullity, found.StationaryStates);
        Assert.Equal(["J.b = 1", "J.b = 0"], found.Classes.Select(each => each.Name));

        // Two spins with Bloch vector b are in the singlet with probability (1 - b.b)/4.
        Assert.Equal((1 - 0.49) / 4, found.Classes[1].Weight, 1e-12);
        Assert.Equal(1, found.Classes.Sum(each => each.Weight), 1e-12);
        var (mean, covariance) = oracle.Moments(oracle.Limit(((ProductState)model.Initial).Bloch));
        Assert.InRange(MomentComparison.Distance(mean, covariance, found.Mean, found.Covariance), 0, 1e-9);
    }

    /// <summary>Dephasing without a field that turns leaves every population as it is.</summary>
    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(4)]
    [InlineData(30)]
    public void Dephasing_keeps_all_populations(int n)
    {
        CollectiveModel model = new()
        {
            Name = "dephasing",
            Blocks = [new Block("all", 1)],
            Fields = [new PauliVector(0, 0, 0.4)],
            Jumps = [new JumpChannel(0, SpinOperator.Pauli(PauliAxis.Z), new PolynomialRate([0.6]), [PauliVector.Zero])],
            Initial = new ProductState([new(0.5, 0, 0.3)]),
        };
        SteadyResult found = SteadySolver.Solve(model, n);
        output.WriteLine($"{found.StationaryStates} exact {found.IsCountExact}, {found.Method}");
        Assert.True(found.IsReachedFromStart);
        if (n == 4)
        {
            Assert.Equal(new SymmetricGenerator(model, n).NullSpace().Nullity, found.StationaryStates);
        }

        // <sigma_z> stays, <sigma_x> decays; the spins stay independent, so that Sigma_zz = 1 - 0.3^2 and Sigma_xx = 1.
        Assert.Equal(0, found.Mean[0], 1e-9);
        Assert.Equal(0.3, found.Mean[2], 1e-9);
        Assert.Equal(1, found.Covariance[0, 0], 1e-8);
        Assert.Equal(1 - 0.09, found.Covariance[2, 2], 1e-8);
    }

    private void AssertSteady(int from, int to)
    {
        output.WriteLine(Seed.Description);
        var failures = new List<string>();
        (double largest, int several, int checkedModels) = (0, 0, 0);
        foreach (RandomModel drawn in RandomModels.Draw(Seed.Value, to).Skip(from).Where(each => each.Spins <= 4))
        {
            var oracle = new SymmetricGenerator(drawn.Model, drawn.N);
            (int nullity, double next) = oracle.NullSpace();
            SteadyResult found;
            try
            {
                found = SteadySolver.Solve(drawn.Model, drawn.N);
            }
            catch (InputException exception) when (exception.Message.Contains("does not decay", StringComparison.Ordinal))
            {
                continue;
            }

            var (mean, covariance) = oracle.Moments(oracle.Limit(((ProductState)drawn.Model.Initial).Bloch));
            double distance = MomentComparison.Distance(mean, covariance, found.Mean, found.Covariance);

            // The state is known to about its residual over the smallest rate, at which the oracle loses digits too.
            double allowed = 1e-9 + (1e-12 / next);
            checkedModels++;
            several += nullity > 1 ? 1 : 0;
            largest = Math.Max(largest, distance);
            if (distance > allowed || found.StationaryStates != nullity)
            {
                failures.Add(
                    $"off by {distance:E2}, allowed {allowed:E1}; {found.StationaryStates} states, oracle {nullity}; residual "
                    + $"{found.Residual:E1}, {found.Method}:{Environment.NewLine}{drawn}");
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{checkedModels} models, {several} with several states, largest distance {largest:E2}"));
        Assert.True(checkedModels >= (to - from) / 2);
        string first = string.Join(Environment.NewLine, failures.Take(4));
        Assert.True(failures.Count == 0, $"{failures.Count} disagree:{Environment.NewLine}{first}");
    }

    private void AssertGaps(int from, int to)
    {
        output.WriteLine(Seed.Description);
        var failures = new List<string>();
        (double largest, int checkedModels, int unresolved) = (0, 0, 0);
        foreach (RandomModel drawn in RandomModels.Draw(Seed.Value, to).Skip(from).Where(each => each.Spins is >= 2 and <= 4))
        {
            System.Numerics.Complex[] expected =
                [.. new SymmetricGenerator(drawn.Model, drawn.N).Eigenvalues().Where(value => value.Magnitude > 1e-9)];
            if (expected.Length == 0)
            {
                continue;
            }

            // The dense solution, and the search that large systems need.
            foreach (int maxDense in new[] { StationaryCount.MaxDense, 0 })
            {
                GapResult found;
                try
                {
                    found = GapSolver.SolveWith(drawn.Model, drawn.N, Math.Min(2, expected.Length), Unmerged, maxDense, null, default);
                }
                catch (InputException exception) when (exception.Message.Contains("does not decay", StringComparison.Ordinal))
                {
                    continue;
                }

                // Modes that decay equally fast come in any order: each is one of the oracle's, and the rates agree one by one.
                double distance = Math.Max(
                    found.Eigenvalues.Max(value => expected.Min(other => (value - other).Magnitude)),
                    found.Eigenvalues.Zip(expected, (a, b) => Math.Abs(a.Real - b.Real)).Max());
                checkedModels++;
                unresolved += found.HasConverged ? 0 : 1;
                largest = Math.Max(largest, distance);
                if (distance > (found.HasConverged ? 1e-8 : found.Residuals.Max()))
                {
                    failures.Add(
                        $"off by {distance:E2}: {string.Join(", ", found.Eigenvalues)} for {string.Join(", ", expected.Take(4))}, "
                        + $"residuals {string.Join(", ", found.Residuals)}, {found.Method}:{Environment.NewLine}{drawn}");
                }
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{checkedModels} spectra, {unresolved} not converged, largest distance {largest:E2}"));
        Assert.InRange(unresolved, 0, checkedModels / 50);
        Assert.True(checkedModels >= (to - from) / 2);
        string first = string.Join(Environment.NewLine, failures.Take(4));
        Assert.True(failures.Count == 0, $"{failures.Count} disagree:{Environment.NewLine}{first}");
    }

    private void AssertErrors(int from, int to, double factor)
    {
        output.WriteLine(Seed.Description);
        var failures = new List<string>();
        List<double> shares = [];
        (int spectra, double largest, double worst, int unknown) = (0, 0, 0, 0);
        foreach (RandomModel drawn in RandomModels.Draw(Seed.Value, to).Skip(from).Where(each => each.Spins is >= 2 and <= 4))
        {
            var oracle = new SymmetricGenerator(drawn.Model, drawn.N);
            System.Numerics.Complex[] expected = oracle.Eigenvalues();
            foreach ((int maxDense, double tolerance) in new[] { (StationaryCount.MaxDense, 1e-12), (0, 1e-12), (0, 1e-3) })
            {
                GapResult found;
                try
                {
                    found = GapSolver.SolveWith(drawn.Model, drawn.N, 3, Unmerged, maxDense, null, default, tolerance);
                }
                catch (InputException exception) when (exception.Message.Contains("does not decay", StringComparison.Ordinal))
                {
                    continue;
                }

                spectra++;
                for (int k = 0; k < found.Eigenvalues.Length; k++)
                {
                    // Rounding of the oracle, to which its eigenvalue is as sensitive.
                    double rounding = 1e-15 * oracle.Matrix.FrobeniusNorm() * found.Conditions[k];
                    double distance = expected.Min(other => (found.Eigenvalues[k] - other).Magnitude);
                    unknown += double.IsInfinity(found.Errors[k]) ? 1 : 0;
                    largest = Math.Max(largest, distance);
                    worst = Math.Max(worst, found.Conditions[k]);
                    if (distance > 10 * rounding)
                    {
                        shares.Add(found.Errors[k] / distance);
                    }

                    if (distance > (factor * found.Errors[k]) + rounding)
                    {
                        failures.Add(
                            $"{found.Eigenvalues[k]} is off by {distance:E2} but says {found.Errors[k]:E2}, condition "
                            + $"{found.Conditions[k]:E2}, residual {found.Residuals[k]:E2}, {found.Method}:{Environment.NewLine}{drawn}");
                    }
                }
            }
        }

        shares.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{spectra} spectra, largest distance {largest:E2}, largest condition {worst:E2}, {unknown} unknown; "
            + $"{shares.Count} errors of {shares[0]:G3} to {shares[^1]:G3} distances, median {shares[shares.Count / 2]:G3}"));
        Assert.InRange(unknown, 0, spectra / 50);
        string first = string.Join(Environment.NewLine, failures.Take(4));
        Assert.True(failures.Count == 0, $"{failures.Count} do not hold:{Environment.NewLine}{first}");
    }
}
