using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact.Stationary;

/// <summary>Stationary states against closed forms and long runs, and what they cost.</summary>
public class SteadyTests(ITestOutputHelper output)
{
    private static readonly PauliVector Up = new(0, 0, 0.5);

    private static CollectiveModel Paramagnet(double omega = 0.2) =>
        (HopfieldModels.Patterns(1) with { Beta = 0.5, Omega = omega }).Starting(Up, new(0, 0, -0.5));

    /// <summary>The largest covariance here is 4.4, so the allowed distance is a relative one of some 1e-10.</summary>
    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(5, 2)]
    [InlineData(5, 1.3)]
    [InlineData(25, 2)]
    [InlineData(25, 1.3)]
    [InlineData(100, 2)]
    [InlineData(100, 1.3)]
    public void Without_a_field_it_is_the_Gibbs_state(int n, double temperature) => AssertGibbs(n, temperature);

    [Theory]
    [Trait("Kind", "Analytic")]
    [Trait("Speed", "Slow")]
    [InlineData(200, 2)]
    [InlineData(200, 1.3)]
    public void Without_a_field_it_is_the_Gibbs_state_of_400_spins(int n, double temperature) => AssertGibbs(n, temperature);

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_rate_exponent_off_by_a_millionth_is_noticed()
    {
        HopfieldModels network = HopfieldModels.Patterns(1) with { Beta = 0.5, Omega = 0 };
        SteadyResult found = SteadySolver.Solve((network with { Beta = 0.5 + 1e-6 }).Starting(Up, Up), 25);
        var gibbs = GibbsMoments.Of(2, 25, 0.5, network.Weight);
        Assert.True(MomentComparison.Distance(gibbs.Mean, gibbs.Covariance, found.Mean, found.Covariance) > 1e-7);
    }

    /// <summary>The slowest even mode decays like exp(-0.5 t): at t = 60 it has left 1e-13 of a covariance of order one.</summary>
    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(10)]
    [InlineData(20)]
    public void A_long_run_ends_there(int n)
    {
        ExactResult late = Verified.Solve(Paramagnet(), n, [60]);
        SteadyResult found = SteadySolver.Solve(Paramagnet(), n);
        double distance = MomentComparison.Distance(
            late.Moments.Mean[0], late.Moments.Covariance[0], found.Mean, found.Covariance);
        output.WriteLine($"off by {distance:E2}, residual {found.Residual:E1}");
        Assert.InRange(distance, 0, 1e-8);
    }

    /// <summary>Rates along two axes are full matrices, for which there is no preconditioner.</summary>
    [Fact]
    [Trait("Kind", "CrossCheck")]
    public void A_long_run_with_tilted_rates_ends_there()
    {
        CollectiveModel model = TestModels.TiltedAxis();
        SteadyResult found = SteadySolver.Solve(model, 8);
        ExactResult late = Verified.Solve(model, 8, [400]);
        double distance = MomentComparison.Distance(
            late.Moments.Mean[0], late.Moments.Covariance[0], found.Mean, found.Covariance);
        output.WriteLine($"off by {distance:E2}, {found.Method}");
        Assert.True(found.HasConverged);
        Assert.InRange(distance, 0, 1e-8);
    }

    /// <summary>The preconditioner is counted: 100 spins take up to 60 applications, and the number grows more slowly than N^0.3.</summary>
    [Fact]
    [Trait("Kind", "Regression")]
    public void Few_applications_suffice()
    {
        SteadyResult small = SteadySolver.Solve(Paramagnet(), 10);
        SteadyResult large = SteadySolver.Solve(Paramagnet(), 50);
        double growth = Math.Log((double)large.Applications / small.Applications) / Math.Log(5);
        output.WriteLine($"{small.Applications} for 20 spins, {large.Applications} for 100: N^{growth:F2}");
        Assert.InRange(large.Applications, 10, 60);
        Assert.InRange(growth, -0.1, 0.3);
        Assert.True(small.HasConverged && large.HasConverged);
    }

    [Fact]
    [Trait("Kind", "Determinism")]
    public void Threads_do_not_change_a_bit()
    {
        SteadyResult one = SteadySolver.Solve(Paramagnet(1), 15, new ExactOptions { Threads = 1 });
        SteadyResult four = SteadySolver.Solve(Paramagnet(1), 15, new ExactOptions { Threads = 4 });
        Assert.Equal(one.Covariance.Cast<double>(), four.Covariance.Cast<double>());
        Assert.Equal(one.Residual, four.Residual);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Without_jumps_nothing_decays()
    {
        CollectiveModel unitary = Paramagnet() with { Jumps = [] };
        AssertRefused("does not decay", () => SteadySolver.Solve(unitary, 4));
        AssertRefused("does not decay", () => GapSolver.Solve(unitary, 4));
        CollectiveModel silent = TestModels.WithJump(
            Paramagnet() with { Jumps = [Paramagnet().Jumps[0]] }, 0, jump => jump with { Rate = new PolynomialRate([0]) });
        AssertRefused("all rates vanish", () => SteadySolver.Solve(silent, 4));
        AssertRefused("all rates vanish", () => GapSolver.Solve(silent, 4));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Cancelled_searches_end()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => SteadySolver.Solve(Paramagnet(), 10, cancellationToken: source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => GapSolver.Solve(Paramagnet(), 10, cancellationToken: source.Token));
    }

    private static void AssertRefused(string reason, Func<object> solve) =>
        Assert.Contains(reason, Assert.Throws<InputException>(solve).Message, StringComparison.Ordinal);

    private void AssertGibbs(int n, double temperature)
    {
        HopfieldModels network = HopfieldModels.Patterns(1) with { Beta = 1 / temperature, Omega = 0 };
        SteadyResult found = SteadySolver.Solve(network.Starting(Up, Up), n);
        var gibbs = GibbsMoments.Of(2, n, 1 / temperature, network.Weight);
        double distance = MomentComparison.Distance(gibbs.Mean, gibbs.Covariance, found.Mean, found.Covariance);
        output.WriteLine($"off by {distance:E2}, residual {found.Residual:E1}; {found.Method}");
        Assert.InRange(distance, 0, 1e-9);
        Assert.Equal(1, found.StationaryStates);
    }
}
