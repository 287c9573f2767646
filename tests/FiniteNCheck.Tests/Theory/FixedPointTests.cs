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
        output.WriteLine(reached.Why);
        Assert.Null(reached.Point);
        Assert.Contains("returns to itself every", reached.Why, StringComparison.Ordinal);

        TheoryResult result = LimitTheory.Solve(model, [1], Drift.Full);
        Assert.Null(result.StationaryCovariance);
        Assert.Contains("limit cycle", result.Why, StringComparison.Ordinal);

        // Mutation: at higher temperature the same start settles.
        Assert.NotNull(new MeanField(TheoryModels.Hopfield(1, 0.8, 0.6, TheoryModels.OnPattern(1))).FixedPoint(MeanFieldTests.Averages(TheoryModels.OnPattern(1))).Point);
    }

    [Fact]
    [Trait("Kind", "Analytic")]
    public void A_precession_closes_after_its_period()
    {
        // Without jumps m turns about the field at 2 |w|: period pi/|w| = pi/0.5.
        CollectiveModel model = TheoryModels.OneBlock(new(0.3, 0, 0.4), [], new(0.1, 0.7, 0.2));
        FixedPoint reached = new MeanField(model).FixedPoint(MeanFieldTests.Averages([new(0.1, 0.7, 0.2)]));
        output.WriteLine(reached.Why);
        Assert.Null(reached.Point);
        Assert.Contains($"every {Math.PI / 0.5:G6} time units", reached.Why, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_start_at_an_unstable_fixed_point_stays_and_its_fluctuations_grow()
    {
        TheoryResult result = LimitTheory.Solve(TheoryModels.Hopfield(1, 0.5, 0, [PauliVector.Zero, PauliVector.Zero]), [1], Drift.Full);
        output.WriteLine(result.Why);
        Assert.Null(result.StationaryCovariance);

        // beta - 1 = 1 in the pattern direction.
        Assert.Contains("unstable", result.Why, StringComparison.Ordinal);
        Assert.Contains("eigenvalue 1 ", result.Why, StringComparison.Ordinal);
        Assert.NotNull(LimitTheory.Solve(TheoryModels.Hopfield(1, 0.5, 0, [PauliVector.Zero, PauliVector.Zero]), [1], Drift.Printed).StationaryCovariance);
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
        output.WriteLine(result.Why);
        Assert.Null(result.StationaryCovariance);
        Assert.Contains("1 of 3 directions undamped", result.Why, StringComparison.Ordinal);

        // Nothing acts at all: every state is stationary.
        TheoryResult still = LimitTheory.Solve(TheoryModels.OneBlock(PauliVector.Zero, [], new(0.5, 0.1, 0.4)), [0.5, 3], Drift.Full);
        Assert.Contains("3 of 3 directions undamped", still.Why, StringComparison.Ordinal);
        Assert.Equal([0.5, 0.1, 0.4], still.Moments.Mean[1]);
        Assert.Equal(still.Moments.Covariance[0].Cast<double>(), still.Moments.Covariance[1].Cast<double>());
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void The_critical_point_has_no_stationary_covariance()
    {
        TheoryResult result = LimitTheory.Solve(TheoryModels.Hopfield(1, 1, 0, TheoryModels.OnPattern(1)), [1], Drift.Full);
        output.WriteLine(result.Why);
        Assert.Null(result.StationaryCovariance);
        Assert.Contains("undamped", result.Why, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_requested_retrieval_state_is_resolved_or_refused()
    {
        var request = new MeanFieldFixedPoint(TheoryModels.OnPattern(1), [1, -1], "retrieval");
        CollectiveModel resolved = LimitTheory.ResolveInitialState(TheoryModels.Hopfield(1, 0.5, 0.2, request));
        ProductState state = Assert.IsType<ProductState>(resolved.Initial);

        // The fixed point that the example file two-large-spins.yaml writes out, to its eight digits.
        Assert.Equal(-0.2273836, state.Bloch[0].Y, 5e-8);
        Assert.Equal(0.92346089, state.Bloch[0].Z, 5e-9);
        Assert.Equal(-0.92346089, state.Bloch[1].Z, 5e-9);
        Assert.Same(resolved, LimitTheory.ResolveInitialState(resolved));

        InputException none = Assert.Throws<InputException>(() => LimitTheory.ResolveInitialState(TheoryModels.Hopfield(1, 2, 0.2, request)));
        output.WriteLine(none.Message);
        Assert.Contains("(+1, -1)", none.Message, StringComparison.Ordinal);
        Assert.Contains("Lower the temperature", none.Message, StringComparison.Ordinal);

        InputException cycle = Assert.Throws<InputException>(() => LimitTheory.ResolveInitialState(TheoryModels.Hopfield(1, 0.6, 0.6, request)));
        output.WriteLine(cycle.Message);
        Assert.Contains("limit cycle", cycle.Message, StringComparison.Ordinal);

        // Without a requested overlap any fixed point will do.
        CollectiveModel paramagnet = LimitTheory.ResolveInitialState(TheoryModels.Hopfield(1, 2, 0.2, new MeanFieldFixedPoint(TheoryModels.OnPattern(1), [], "any")));
        Assert.True(MeanFieldTests.Averages(((ProductState)paramagnet.Initial).Bloch).InfinityNorm() < 1e-12);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Unusable_times_are_refused()
    {
        CollectiveModel model = TheoryModels.Hopfield(1, 2, 0.2, TheoryModels.OnPattern(1));
        foreach (double[] times in new double[][] { [], [-1], [1, 1], [2, 1], [double.NaN], [double.PositiveInfinity] })
        {
            Assert.Throws<InputException>(() => LimitTheory.Solve(model, times, Drift.Full));
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Rates_beyond_double_precision_are_refused()
    {
        var request = new MeanFieldFixedPoint(TheoryModels.OnPattern(1), [1, -1], "retrieval");
        CollectiveModel cold = TheoryModels.Hopfield(1, 1e-3, 0.2, request);
        InputException resolve = Assert.Throws<InputException>(() => LimitTheory.ResolveInitialState(cold));
        output.WriteLine(resolve.Message);
        Assert.Contains("whose square exceeds 1e100", resolve.Message, StringComparison.Ordinal);
        InputException solve = Assert.Throws<InputException>(() => LimitTheory.Solve(cold.StartingFrom(TheoryModels.OnPattern(1)), [1], Drift.Full));
        output.WriteLine(solve.Message);
        Assert.Contains("whose square exceeds 1e100", solve.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Invariant")]
    public void Fixed_points_of_random_models_are_stationary_and_reached()
    {
        output.WriteLine(Support.Seed.Description);
        int found = 0;
        foreach (CollectiveModel model in RandomModels.Draw(25))
        {
            var meanField = new MeanField(model);
            Vector<double> start = MeanFieldTests.Averages(((ProductState)model.Initial).Bloch);
            FixedPoint reached = meanField.FixedPoint(start);
            if (reached.Point is not { } point)
            {
                output.WriteLine(reached.Why);
                Assert.NotNull(reached.Why);
                continue;
            }

            found++;
            Assert.True(meanField.Flow(point).InfinityNorm() < 1e-12, "the flow vanishes at it to rounding");
            Vector<double> late = meanField.Trajectory(start, [Math.Max(1, reached.Time)], 1e-10)[0];

            // The search accepts an attracting fixed point from 1e-4 away.
            Assert.True((late - point).InfinityNorm() < 1.1e-4, $"{model.Name}: {(late - point).InfinityNorm()}");
        }

        output.WriteLine($"{found} of 25 reach a fixed point");
        Assert.True(found > 12);
    }
}
