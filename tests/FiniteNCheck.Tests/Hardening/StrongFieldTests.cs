using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Hardening;

/// <summary>Fields far above the rates, on which the exact engine once failed, or whose squares overflowed.</summary>
public sealed class StrongFieldTests
{
    [Theory]
    [InlineData(700)]
    [InlineData(1e5)]
    [Trait("Kind", "Analytic")]
    public void A_spin_turns_about_a_strong_field(double field)
    {
        // Half a turn, H = field sigma_x: y(t) = y cos(2 field t) - z sin(2 field t), and the slow decay has no time to act.
        double time = Math.PI / (2 * field);
        CollectiveModel model = Model(field);
        double[] mean = Verified.Moments(model, 2, [time]).Mean[0];

        // The decay at rate 1e-12 over this time, and the solver's tolerance of 1e-12.
        Assert.Equal(-0.3, mean[1], 1e-11);
        Assert.Equal(-0.6, mean[2], 1e-11);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void A_field_whose_square_overflows_is_refused_by_the_solver() =>
        Assert.Contains(
            "hamiltonian.fields.all: found",
            Assert.Throws<InputException>(() => ExactSolver.Solve(Model(1e308), 2, [0.01])).Message,
            StringComparison.Ordinal);

    [Fact]
    [Trait("Kind", "Unit")]
    public void Theory_and_exact_engine_check_a_model_built_in_code()
    {
        CollectiveModel bad = Model(0.2).StartingFrom([new PauliVector(0, 0, 2)]);
        Assert.Contains(
            "initial.all", Assert.Throws<InputException>(() => ExactSolver.Solve(bad, 2, [1])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "initial.all", Assert.Throws<InputException>(() => ExactSolver.Plan(bad, 2, [1])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "initial.all",
            Assert.Throws<InputException>(() => FiniteNCheck.Theory.LimitTheory.Solve(bad, [1], FiniteNCheck.Theory.Drift.Full)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "initial.all",
            Assert.Throws<InputException>(() => FiniteNCheck.Theory.LimitTheory.ResolveInitialState(bad)).Message,
            StringComparison.Ordinal);
    }

    private static CollectiveModel Model(double field) => new()
    {
        Name = "strong field",
        Blocks = [new Block("all", 1)],
        Fields = [new PauliVector(field, 0, 0)],
        Jumps = [new JumpChannel(0, SpinOperator.Lower, new PolynomialRate([1e-6]), [PauliVector.Zero])],
        Initial = new ProductState([new PauliVector(0, 0.3, 0.6)]),
    };
}
