using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Papers.Fiorelli2024.Dynamics;

/// <summary>Exact characteristic functions against the full 2^N space.</summary>
[Trait("Kind", "CrossCheck")]
public sealed class GaussCharacteristicTests
{
    private static readonly double[] Times = [0, 0.7];

    public static TheoryData<string> Models => ["one block, real", "one block, tilted", "two blocks"];

    [Theory]
    [MemberData(nameof(Models))]
    public void They_agree_with_the_full_space(string name)
    {
        (CollectiveModel model, int n) = name switch
        {
            "one block, real" => (TestModels.DensityDependent(0.8, 0.5, 0.4), 5),
            "one block, tilted" => (TestModels.TiltedAxis(), 4),
            _ => (TestModels.TwoLargeSpins(), 2),
        };
        ImmutableArray<PauliVector>[] arguments =
        [
            Argument(model, PauliVector.Zero),
            Argument(model, new PauliVector(0.7, -0.4, 1.1)),
            Argument(model, new PauliVector(0, 0, 2.5)),
        ];
        CharacteristicFunction found = CharacteristicFunction.Solve(model, n, Times, arguments);
        var equation = new MasterEquation(model, n);
        ImmutableArray<DenseMatrix> states = BruteForce.Evolve(equation, model, Times);
        for (int t = 0; t < Times.Length; t++)
        {
            for (int k = 0; k < arguments.Length; k++)
            {
                Complex expected = Expected(equation.Space, states[t], arguments[k]);

                // The brute force is good to 1e-13, the tolerance of the solver is 1e-12.
                Assert.InRange((found.Values[t][k] - expected).Magnitude, 0, 1e-10);
            }
        }
    }

    [Fact]
    public void An_argument_for_the_wrong_number_of_blocks_is_refused() => Assert.Throws<InputException>(
        () => CharacteristicFunction.Solve(TestModels.TwoLargeSpins(), 2, Times, [[PauliVector.Zero]]));

    // A different vector for every block.
    private static ImmutableArray<PauliVector> Argument(CollectiveModel model, PauliVector r) =>
        [.. model.Blocks.Select((_, h) => (1 - (0.6 * h)) * r)];

    private static Complex Expected(SpinSpace space, DenseMatrix rho, ImmutableArray<PauliVector> argument)
    {
        (double[] mean, _) = BruteForce.Moments(space, rho);
        var exponent = new DenseMatrix(space.Dimension);
        for (int h = 0; h < argument.Length; h++)
        {
            double root = Math.Sqrt(space.Spins[h]);
            space.AddCollective(exponent, h, argument[h], 1 / root);
            double shift = root * argument[h].Dot(new PauliVector(mean[3 * h], mean[(3 * h) + 1], mean[(3 * h) + 2]));
            exponent.Add(-shift, DenseMatrix.Identity(space.Dimension));
        }

        double real = new SparseMatrix(SpinSpace.Function(exponent, Math.Cos)).TraceWith(rho).Real;
        double imaginary = new SparseMatrix(SpinSpace.Function(exponent, Math.Sin)).TraceWith(rho).Real;
        return new Complex(real, imaginary);
    }
}
