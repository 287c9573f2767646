using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Theory;

public sealed class FixedPointTests(ITestOutputHelper output)
{
    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(1, 0.5, 0.2)]
    [InlineData(1, 0.5, 0.35)]
    [InlineData(2, 0.5, 0.2)]
    [InlineData(1, 0.9, 0)]
    [InlineData(1, 0.1, 0.2)]
    [InlineData(1, 0.999, 0)]
    public void The_retrieval_state_solves_B4(int p, double temperature, double omega)
    {
        var meanField = new MeanField(TheoryModels.Hopfield(p, temperature, omega, TheoryModels.OnPattern(p)));
        FixedPoint reached = meanField.FixedPoint(MeanFieldTests.Averages(TheoryModels.OnPattern(p)));
        output.WriteLine($"t = {reached.Time}: {reached.Point}");
        double o = reached.Point![2];
        double beta = 1 / temperature;
        Assert.True(o > 0.01);
        Assert.InRange(((1 + (8 * Math.Pow(omega / Math.Cosh(beta * o), 2))) * o) - Math.Tanh(beta * o), -1e-13, 1e-13);

        // Mutation: an overlap 1e-8 away does not solve it (near criticality the equation is flat: the factor beta - 1).
        double off = o * (1 + 1e-8);
        Assert.False(Math.Abs(((1 + (8 * Math.Pow(omega / Math.Cosh(beta * off), 2))) * off) - Math.Tanh(beta * off)) < 1e-13);
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void A_limit_cycle_is_recognised()
    {
        // Figure B1 (b) of the paper: T = 0.6, Omega = 0.6.
        CollectiveModel model = TheoryModels.Hopfield(1, 0.6, 0.6, TheoryModels.OnPattern(1));
        FixedPoint reached = new MeanField(model).FixedPoint(MeanFieldTests.Averages(TheoryModels.OnPattern(1)));
        output.WriteLine(reached.Reason);
        Assert.Null(reached.Point);
        Assert.Contains("returns to itself every", reached.Reason, StringComparison.Ordinal);

        TheoryResult result = LimitTheory.Solve(model, [1], Drift.Full);
        Assert.Null(result.StationaryCovariance);
        Assert.Contains("limit cycle", result.Reason, StringComparison.Ordinal);

        // Mutation: at higher temperature the same start settles.
        MeanField warmer = new(TheoryModels.Hopfield(1, 0.8, 0.6, TheoryModels.OnPattern(1)));
        Assert.NotNull(warmer.FixedPoint(MeanFieldTests.Averages(TheoryModels.OnPattern(1))).Point);
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void A_precession_closes_after_its_period()
    {
        // Without jumps m precesses about the field at 2 |w|: period pi/|w| = pi/0.5.
        CollectiveModel model = TheoryModels.OneBlock(new(0.3, 0, 0.4), [], new(0.1, 0.7, 0.2));
        FixedPoint reached = new MeanField(model).FixedPoint(MeanFieldTests.Averages([new(0.1, 0.7, 0.2)]));
        output.WriteLine(reached.Reason);
        Assert.Null(reached.Point);
        Assert.Contains($"every {Math.PI / 0.5:G6} time units", reached.Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_start_at_an_unstable_fixed_point_stays_and_its_fluctuations_grow()
    {
        TheoryResult result = LimitTheory.Solve(TheoryModels.Hopfield(1, 0.5, 0, [PauliVector.Zero, PauliVector.Zero]), [1], Drift.Full);
        output.WriteLine(result.Reason);
        Assert.Null(result.StationaryCovariance);

        // beta - 1 = 1 in the pattern direction.
        Assert.Contains("unstable", result.Reason, StringComparison.Ordinal);
        Assert.Contains("eigenvalue 1 ", result.Reason, StringComparison.Ordinal);
        CollectiveModel atOrigin = TheoryModels.Hopfield(1, 0.5, 0, [PauliVector.Zero, PauliVector.Zero]);
        Assert.NotNull(LimitTheory.Solve(atOrigin, [1], Drift.Frozen).StationaryCovariance);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Undamped_directions_are_recognised()
    {
        // Dephasing along z keeps m_z: a line of fixed points and one undamped direction.
        CollectiveModel dephasing = TheoryModels.OneBlock(
            new(0, 0, 0.3),
            [new JumpChannel(0, SpinOperator.Pauli(PauliAxis.Z), new PolynomialRate([0.6]), [PauliVector.Zero])],
            new(0.5, 0.1, 0.4));
        TheoryResult result = LimitTheory.Solve(dephasing, [1], Drift.Full);
        output.WriteLine(result.Reason);
        Assert.Null(result.StationaryCovariance);
        Assert.Contains("1 of 3 directions undamped", result.Reason, StringComparison.Ordinal);

        // Nothing acts at all: every state is stationary.
        TheoryResult still = LimitTheory.Solve(TheoryModels.OneBlock(PauliVector.Zero, [], new(0.5, 0.1, 0.4)), [0.5, 3], Drift.Full);
        Assert.Contains("3 of 3 directions undamped", still.Reason, StringComparison.Ordinal);
        Assert.Equal([0.5, 0.1, 0.4], still.Moments.Mean[1]);
        Assert.Equal(still.Moments.Covariance[0].Cast<double>(), still.Moments.Covariance[1].Cast<double>());
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void The_critical_point_has_no_stationary_covariance()
    {
        TheoryResult result = LimitTheory.Solve(TheoryModels.Hopfield(1, 1, 0, TheoryModels.OnPattern(1)), [1], Drift.Full);
        output.WriteLine(result.Reason);
        Assert.Null(result.StationaryCovariance);
        Assert.Contains("undamped", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_requested_retrieval_state_is_resolved_or_rejected()
    {
        var request = new MeanFieldFixedPoint(TheoryModels.OnPattern(1), [1, -1], "retrieval");
        CollectiveModel resolved = LimitTheory.ResolveInitialState(TheoryModels.Hopfield(1, 0.5, 0.2, request));
        ProductState state = Assert.IsType<ProductState>(resolved.Initial);

        // The fixed point that the example file two-large-spins.yaml writes out, to its eight digits.
        Assert.Equal(-0.2273836, state.Bloch[0].Y, 5e-8);
        Assert.Equal(0.92346089, state.Bloch[0].Z, 5e-9);
        Assert.Equal(-0.92346089, state.Bloch[1].Z, 5e-9);
        Assert.Same(resolved, LimitTheory.ResolveInitialState(resolved));

        InputException none =
            Assert.Throws<InputException>(() => LimitTheory.ResolveInitialState(TheoryModels.Hopfield(1, 2, 0.2, request)));
        output.WriteLine(none.Message);
        Assert.Contains("(+1, -1)", none.Message, StringComparison.Ordinal);
        Assert.Contains("Lower the temperature", none.Message, StringComparison.Ordinal);

        InputException cycle =
            Assert.Throws<InputException>(() => LimitTheory.ResolveInitialState(TheoryModels.Hopfield(1, 0.6, 0.6, request)));
        output.WriteLine(cycle.Message);
        Assert.Contains("limit cycle", cycle.Message, StringComparison.Ordinal);

        // Without a requested overlap any fixed point will do.
        CollectiveModel paramagnet = LimitTheory.ResolveInitialState(
            TheoryModels.Hopfield(1, 2, 0.2, new MeanFieldFixedPoint(TheoryModels.OnPattern(1), [], "any")));
        Assert.True(MeanFieldTests.Averages(((ProductState)paramagnet.Initial).Bloch).InfinityNorm() < 1e-12);
    }

    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(1)]
    [InlineData(0.03)]
    [InlineData(0.003)]
    [InlineData(3e-4)]
    [InlineData(3e-5)]
    [InlineData(1e-6)]
    [InlineData(2e-7)]
    public void A_slowly_damped_precession_reaches_its_fixed_point(double rate)
    {
        // Bloch equations: dm/dt = 2 w x m - rate ((m_x, m_y)/2, m_z + 1), a linear system.
        PauliVector start = new(0.3, 0.5, 0.2);
        CollectiveModel model = TheoryModels.OneBlock(
            new(0.1, 0, 1),
            [new JumpChannel(0, SpinOperator.Lower, new PolynomialRate([Math.Sqrt(rate)]), [PauliVector.Zero])],
            start);
        Matrix<double> bloch =
            Matrix<double>.Build.DenseOfArray(new[,] { { -rate / 2, -2, 0 }, { 2, -rate / 2, -0.2 }, { 0, 0.2, -rate } });
        Vector<double> expected = bloch.Solve(Vector<double>.Build.Dense([0, 0, rate]));
        FixedPoint reached = new MeanField(model).FixedPoint(MeanFieldTests.Averages([start]));
        output.WriteLine($"t = {reached.Time:G4}: {reached.Reason}");

        // Three equations whose condition is that of a rate against a precession: 1e7 at worst.
        Assert.True((reached.Point! - expected).InfinityNorm() < 1e-8);
        Assert.NotNull(LimitTheory.Solve(model, [1], Drift.Full).StationaryCovariance);
    }

    [Theory]
    [Trait("Kind", "CrossCheck")]
    [InlineData(0.1)]
    [InlineData(0.02)]
    [InlineData(0.003)]
    [InlineData(3e-4)]
    [InlineData(1e-4)]
    public void A_precession_with_amplitude_dependent_frequency_reaches_its_fixed_point(double rate)
    {
        PauliVector start = new(0.3, 0.5, 0.2);
        PolynomialRate gamma = new([Math.Sqrt(rate), 0.3 * Math.Sqrt(rate)]);
        CollectiveModel model = TheoryModels.OneBlock(
            new(0.1, 0, 1),
            [new JumpChannel(0, SpinOperator.Lower, gamma, [PauliVector.Along(PauliAxis.Z)])],
            start) with
        {
            Couplings = [new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, -0.3)],
        };
        var meanField = new MeanField(model);
        FixedPoint reached = meanField.FixedPoint(MeanFieldTests.Averages([start]));
        output.WriteLine($"t = {reached.Time:G4}: {reached.Point} {reached.Reason}");
        Assert.True(meanField.Flow(reached.Point!).InfinityNorm() < 1e-13);
        Assert.True(Stability.SpectralAbscissa(meanField.Jacobian(reached.Point!)) < 0);
        if (rate > 1e-2)
        {
            // The flow itself, where affordable: a fraction e^(-15) of the distance remains.
            double abscissa = Stability.SpectralAbscissa(meanField.Jacobian(reached.Point!));
            Vector<double> late = meanField.Trajectory(MeanFieldTests.Averages([start]), [-15 / abscissa], 1e-9)[0];
            Assert.True((late - reached.Point!).InfinityNorm() < 1e-6);
        }
    }

    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(1)]
    [InlineData(2)]
    public void At_the_critical_temperature_no_pattern_is_retrieved(int p)
    {
        // The overlap decays as t^(-1/2): the flow never reaches its fixed point 0, but converges to it.
        var request = new MeanFieldFixedPoint(TheoryModels.OnPattern(p), [.. TheoryModels.Patterns(p)[0]], "retrieval");
        FixedPoint reached =
            new MeanField(TheoryModels.Hopfield(p, 1, 0, request)).FixedPoint(MeanFieldTests.Averages(TheoryModels.OnPattern(p)));
        output.WriteLine($"t = {reached.Time:G4}: {reached.Point}");
        Assert.True(reached.IsAlgebraic);
        Assert.InRange(reached.Point!.InfinityNorm(), 0, 1e-7);
        InputException none = Assert.Throws<InputException>(() => LimitTheory.ResolveInitialState(TheoryModels.Hopfield(p, 1, 0, request)));
        output.WriteLine(none.Message);
        Assert.Contains("Lower the temperature", none.Message, StringComparison.Ordinal);

        // Just below it the overlap is sqrt(3 (1 - T)), and is found.
        CollectiveModel below = LimitTheory.ResolveInitialState(TheoryModels.Hopfield(p, 1 - 1e-4, 0, request));
        Assert.Equal(Math.Sqrt(3e-4), ((ProductState)below.Initial).Bloch[0].Z, 1e-5);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(1.5, 0.25)]
    [InlineData(1.18, 0.15)]
    public void On_the_boundary_at_a_finite_field_no_pattern_is_retrieved(double beta, double omega)
    {
        // beta = 1 + 8 Omega^2, section 6.2; with Omega = 1/4 its end, where turning is marginal too and the overlap decays slowest.
        var request = new MeanFieldFixedPoint(TheoryModels.OnPattern(1), [1, -1], "retrieval");
        MeanField meanField = new(TheoryModels.Hopfield(1, 1 / beta, omega, request));
        FixedPoint reached = meanField.FixedPoint(MeanFieldTests.Averages(TheoryModels.OnPattern(1)));
        output.WriteLine($"t = {reached.Time:G4}, algebraic {reached.IsAlgebraic}: {reached.Point} {reached.Reason}");
        InputException none =
            Assert.Throws<InputException>(() => LimitTheory.ResolveInitialState(TheoryModels.Hopfield(1, 1 / beta, omega, request)));
        output.WriteLine(none.Message);
        Assert.Contains("overlap", none.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Kind", "Analytic")]
    [InlineData(0.3)]
    [InlineData(0.003)]
    [InlineData(1e-5)]
    public void Slow_dephasing_converges_to_its_line_of_fixed_points(double rate)
    {
        // Along the field nothing moves; across it the precession dies out.
        CollectiveModel dephasing = TheoryModels.OneBlock(
            new(0, 0, 1),
            [new JumpChannel(0, SpinOperator.Pauli(PauliAxis.Z), new PolynomialRate([Math.Sqrt(rate)]), [PauliVector.Zero])],
            new(0.5, 0.2, 0.4));
        FixedPoint reached = new MeanField(dephasing).FixedPoint(MeanFieldTests.Averages([new(0.5, 0.2, 0.4)]));
        output.WriteLine($"t = {reached.Time:G4}: {reached.Reason}");

        // A search that has met the line to 1e-11.
        Assert.True((reached.Point! - MeanFieldTests.Averages([new(0, 0, 0.4)])).InfinityNorm() < 1e-10);
        Assert.False(reached.IsAlgebraic);
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void A_decay_that_stops_itself_ends_where_its_rate_vanishes()
    {
        // Gamma = (1 + m_z)/2 and lower: dn/dt = -n^3 for the density n = (1 + m_z)/2, which falls as t^(-1/2).
        CollectiveModel model = TheoryModels.OneBlock(
            PauliVector.Zero,
            [new JumpChannel(0, SpinOperator.Lower, new PolynomialRate([0.5, 0.5]), [PauliVector.Along(PauliAxis.Z)])],
            new(0, 0, 0.4));
        FixedPoint reached = new MeanField(model).FixedPoint(MeanFieldTests.Averages([new(0, 0, 0.4)]));
        output.WriteLine($"t = {reached.Time:G4}: {reached.Reason}");
        Assert.Equal(-1, reached.Point![2], 1e-6);
        Assert.True(reached.IsAlgebraic);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void The_flow_leaves_an_unstable_point_for_an_attracting_one()
    {
        // T = 0.5 without a field: 0 is a fixed point from which the flow runs away at the rate 1.
        ImmutableArray<PauliVector> near = [new(0, 0, 1e-7), new(0, 0, -1e-7)];
        FixedPoint reached = new MeanField(TheoryModels.Hopfield(1, 0.5, 0, near)).FixedPoint(MeanFieldTests.Averages(near));
        output.WriteLine($"{reached.Point}");
        double o = reached.Point![2];
        Assert.True(o > 0.9);
        Assert.InRange(Math.Tanh(2 * o) - o, -1e-13, 1e-13);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Undetectably_weak_damping_leaves_a_closed_orbit()
    {
        // A rate of 1e-12 against a precession of 1: a marginal point, round which the flow turns.
        CollectiveModel model = TheoryModels.OneBlock(
            new(0.3, 0, 0.4),
            [new JumpChannel(0, SpinOperator.Lower, new PolynomialRate([1e-6]), [PauliVector.Zero])],
            new(0.1, 0.7, 0.2));
        FixedPoint reached = new MeanField(model).FixedPoint(MeanFieldTests.Averages([new(0.1, 0.7, 0.2)]));
        output.WriteLine(reached.Reason);
        Assert.Null(reached.Point);
        Assert.Contains("returns to itself every", reached.Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Unusable_times_are_rejected()
    {
        CollectiveModel model = TheoryModels.Hopfield(1, 2, 0.2, TheoryModels.OnPattern(1));
        foreach (double[] times in new double[][]
        {
            [], [-1], [1, 1], [2, 1], [double.NaN], [double.NegativeInfinity], [double.PositiveInfinity, double.PositiveInfinity],
        })
        {
            Assert.Throws<InputException>(() => LimitTheory.Solve(model, times, Drift.Full));
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Rates_beyond_double_precision_are_rejected()
    {
        var request = new MeanFieldFixedPoint(TheoryModels.OnPattern(1), [1, -1], "retrieval");
        CollectiveModel cold = TheoryModels.Hopfield(1, 1e-3, 0.2, request);
        InputException resolve = Assert.Throws<InputException>(() => LimitTheory.ResolveInitialState(cold));
        output.WriteLine(resolve.Message);
        Assert.Contains("whose square exceeds 1e100", resolve.Message, StringComparison.Ordinal);
        InputException solve =
            Assert.Throws<InputException>(() => LimitTheory.Solve(cold.StartingFrom(TheoryModels.OnPattern(1)), [1], Drift.Full));
        output.WriteLine(solve.Message);
        Assert.Contains("whose square exceeds 1e100", solve.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Invariant")]
    public void Fixed_points_of_random_models_are_stationary_and_reached()
    {
        output.WriteLine(Support.Seed.Description);
        int found = 0;
        int followed = 0;
        foreach (CollectiveModel model in RandomModels.Draw(25))
        {
            var meanField = new MeanField(model);
            Vector<double> start = MeanFieldTests.Averages(((ProductState)model.Initial).Bloch);
            FixedPoint reached = meanField.FixedPoint(start);
            if (reached.Point is not { } point)
            {
                output.WriteLine(reached.Reason);
                Assert.NotNull(reached.Reason);
                continue;
            }

            found++;
            Assert.True(meanField.Flow(point).InfinityNorm() < 1e-12, "the flow vanishes at it to rounding");
            double abscissa = Stability.SpectralAbscissa(meanField.Jacobian(point));
            if (abscissa < -1e-3)
            {
                // The flow itself: e^(-20) is left of the distance once the search has seen the flow approach.
                Vector<double> late = meanField.Trajectory(start, [reached.Time - (20 / abscissa)], 1e-10)[0];
                Assert.True((late - point).InfinityNorm() < 1e-7, $"{model.Name}: {(late - point).InfinityNorm()}");
                followed++;
            }
        }

        output.WriteLine($"{found} of 25 reach a fixed point, {followed} followed there");
        Assert.True(found > 12 && followed > 8);
    }
}
