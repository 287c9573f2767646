using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Tests.Support;

/// <summary>Random models with every kind of start that is no product.</summary>
internal static class RandomStarts
{
    public static IEnumerable<RandomModel> Draw(ulong seed, int count)
    {
        var random = new Random((int)(seed % int.MaxValue));
        return RandomModels.Draw(seed + 1, count).Select((drawn, i) => drawn with
        {
            Model = drawn.Model with { Initial = Start(drawn, i % 4, random) },
        });
    }

    private static InitialState Start(RandomModel drawn, int kind, Random random)
    {
        int blocks = drawn.Model.Blocks.Length;

        // The vectors drawn with the model fit its symmetries: turning them keeps those models that are real or classical as they are.
        ImmutableArray<PauliVector> fitting = ((ProductState)drawn.Model.Initial).Bloch;
        bool fits = random.Next(2) == 0;
        switch (kind)
        {
            case 0:
                double weight = 0.1 + (0.8 * random.NextDouble());
                return new Mixture(
                [
                    new MixtureComponent(weight, fitting),
                    new MixtureComponent(0.6 * (1 - weight), fits ? [.. fitting.Select(b => -0.7 * b)] : Vectors(1)),
                    new MixtureComponent(0.4 * (1 - weight), fits ? [.. fitting.Select(b => 0.3 * b)] : Vectors(1)),
                ]);
            case 1:
                return new DickeState(
                    [.. drawn.Model.SpinsAt(drawn.N).Select(spins => Formula.Constant(random.Next(0, spins + 1)))]);
            case 2:
                return Superposition.Ghz(blocks);
            default:
                return new Superposition(
                [
                    .. Enumerable.Range(0, 2 + random.Next(2)).Select(_ => new SuperpositionTerm(
                        new Complex((2 * random.NextDouble()) - 1, fits ? 0 : random.NextDouble()),
                        [.. Vectors(0).Select(b => 1 / b.Norm * b)])),
                ]);
        }

        ImmutableArray<PauliVector> Vectors(double shorter) =>
        [
            .. Enumerable.Range(0, blocks).Select(_ =>
            {
                var vector = new PauliVector(
                    fits && kind == 3 ? 0 : random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5);
                return (shorter == 0 ? 1 : random.NextDouble()) / vector.Norm * vector;
            }),
        ];
    }
}
