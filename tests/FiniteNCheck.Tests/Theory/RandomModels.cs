using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using FiniteNCheck.Model;
using FsCheck;
using FsCheck.Fluent;

namespace FiniteNCheck.Tests.Theory;

/// <summary>
/// Random models over every feature of the class: one to three blocks of unequal size, fields, couplings between any axes, general jump operators,
/// all three kinds of rate, tilted arguments, product starts. The seed is fixed unless the environment variable FINITENCHECK_SEED gives another.
/// </summary>
internal static class RandomModels
{
    private const ulong DefaultSeed = 20_240_202;

    /// <summary>The seed in use.</summary>
    public static ulong Seed =>
        ulong.TryParse(Environment.GetEnvironmentVariable("FINITENCHECK_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : DefaultSeed;

    /// <summary>A list of random models, the same for the same seed.</summary>
    public static CollectiveModel[] Draw(int count) => [.. Model.Sample(numberOfSamples: count, seed: new Rnd(Seed), size: 50)];

    private static Gen<double> Number(double low, double high) =>
        Gen.Choose(0, 1_000_000).Select(i => low + ((high - low) * i / 1e6));

    private static Gen<PauliVector> Vector(double size) =>
        Gen.Frequency(
            (3, from x in Number(-size, size) from y in Number(-size, size) from z in Number(-size, size) select new PauliVector(x, y, z)),
            (1, from z in Number(-size, size) select new PauliVector(0, 0, z)),
            (1, Gen.Constant(PauliVector.Zero)));

    // A direction times a length; one start in six is pure.
    private static Gen<PauliVector> Bloch =>
        from cosine in Number(-1, 1)
        from angle in Number(0, 2 * Math.PI)
        from length in Gen.Frequency((5, Number(0, 1)), (1, Gen.Constant(1.0)))
        let sine = Math.Sqrt(1 - (cosine * cosine))
        select length * new PauliVector(sine * Math.Cos(angle), sine * Math.Sin(angle), cosine);

    private static Gen<Complex> ComplexNumber => from re in Number(-0.7, 0.7) from im in Number(-0.7, 0.7) select new Complex(re, im);

    private static Gen<SpinOperator> Operator => Gen.OneOf(
        Gen.Constant(SpinOperator.Raise),
        Gen.Constant(SpinOperator.Lower),
        Gen.Constant(SpinOperator.Pauli(PauliAxis.Z)),
        from a in ComplexNumber from b in ComplexNumber from c in ComplexNumber from d in ComplexNumber select new SpinOperator(a, b, c, d));

    private static Gen<CollectiveRate> Rate => Gen.OneOf<CollectiveRate>(
        from amplitude in Number(0.2, 1) from exponent in Number(-1, 1) select (CollectiveRate)new ExponentialRate(amplitude, exponent),
        from exponent in Number(-1, 1) select (CollectiveRate)new NormalisedRate(exponent),
        from degree in Gen.Choose(0, 3)
        from coefficients in Number(-0.8, 0.8).ListOf(degree + 1)
        select (CollectiveRate)new PolynomialRate([.. coefficients]));

    private static Gen<CollectiveModel> Model =>
        from blocks in Gen.Choose(1, 3)
        from shares in Gen.Elements(0.5, 1.0, 2.0, 3.0).ListOf(blocks)
        from fields in Vector(0.8).ListOf(blocks)
        from couplingCount in Gen.Choose(0, 3)
        from couplings in Coupling(blocks).ListOf(couplingCount)
        from jumpCount in Gen.Choose(1, 4)
        from jumps in Jump(blocks).ListOf(jumpCount)
        from start in Bloch.ListOf(blocks)
        select new CollectiveModel
        {
            Name = "random",
            Blocks = [.. shares.Select((share, h) => new Block($"b{h}", share))],
            Fields = [.. fields],
            Couplings = [.. couplings],
            Jumps = [.. jumps],
            Initial = new ProductState([.. start]),
        };

    private static Gen<PairCoupling> Coupling(int blocks) =>
        from first in Gen.Choose(0, blocks - 1)
        from second in Gen.Choose(0, blocks - 1)
        from firstAxis in Gen.Choose(0, 2)
        from secondAxis in Gen.Choose(0, 2)
        from strength in Number(-0.5, 0.5)
        select new PairCoupling(first, (PauliAxis)firstAxis, second, (PauliAxis)secondAxis, strength);

    private static Gen<JumpChannel> Jump(int blocks) =>
        from block in Gen.Choose(0, blocks - 1)
        from j in Operator
        from rate in Rate
        from argument in Vector(0.6).ListOf(blocks)
        select new JumpChannel(block, j, rate, ImmutableArray.CreateRange(argument));
}
