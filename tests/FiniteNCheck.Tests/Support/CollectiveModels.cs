using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Support;

/// <summary>Models with collective jumps, written out by hand.</summary>
internal static class CollectiveModels
{
    /// <summary><c>H = Omega sum sigma_x</c> and <c>L = n^(-1/2) sum sigma_-</c>: the boundary time crystal.</summary>
    public static CollectiveModel DrivenDecay(double omega, PauliVector start) =>
        TestModels.OneBlock("driven collective decay", new PauliVector(omega, 0, 0), start) with
        {
            CollectiveJumps = [Decay(TestModels.Constant(1), PauliVector.Zero)],
        };

    /// <summary>The jump <c>n^(-1/2) sum sigma_- Gamma(Delta)</c> of one block.</summary>
    public static CollectiveJump Decay(CollectiveRate rate, PauliVector argument) => new([SpinOperator.Lower], rate, [argument]);

    /// <summary>Two blocks of shares 1 and 0.5 that emit together with a phase between them, tilted argument, single jumps too.</summary>
    public static CollectiveModel TwoBlocks() => new()
    {
        Name = "two blocks that emit together",
        Blocks = [new Block("all", 1), new Block("probe", 0.5)],
        Fields = [new(0.3, 0.1, 0), new(0, 0, 0.2)],
        Jumps = [new(1, SpinOperator.Raise, new ExponentialRate(0.4, 0.5), [new(0, 0, 0.6), PauliVector.Zero])],
        CollectiveJumps =
        [
            new(
                [SpinOperator.Lower, Complex.FromPolarCoordinates(0.8, 0.9) * SpinOperator.Lower],
                new ExponentialRate(0.7, 0.4),
                [new(0.3, 0, 0.5), new(0, 0, -0.4)]),
            new(
                [new SpinOperator(0.2, new Complex(0.3, 0.1), -0.4, 0.5), SpinOperator.Pauli(PauliAxis.Z)],
                new PolynomialRate([0.5, 0.3]),
                [new(0.3, 0, 0.5), new(0, 0, 0.2)]),
        ],
        Initial = new ProductState([new(0.3, -0.2, 0.7), new(-0.4, 0.1, 0.2)]),
    };

    /// <summary>The same model with another collective jump in one place, for mutations.</summary>
    public static CollectiveModel WithCollective(CollectiveModel model, int index, Func<CollectiveJump, CollectiveJump> change) =>
        model with { CollectiveJumps = model.CollectiveJumps.SetItem(index, change(model.CollectiveJumps[index])) };
}
