using FiniteNCheck.Model;
using FsCheck;
using FsCheck.Fluent;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// FsCheck generators over every feature of a model: one to four blocks of whole and fractional shares, fields, couplings, general jump
/// matrices, all rates, arguments along z, along one axis per block or along any, own site left out, pure and mixed starts. Rates stay of
/// order one, so that runs of unit length are cheap; N is at most 6, mostly 2 to 4.
/// </summary>
internal static class RandomModels
{
    /// <summary>Which structure a model is drawn with, so that every representation of the solver is met.</summary>
    private enum Regime
    {
        /// <summary>Nothing special.</summary>
        General,

        /// <summary>x fields, arguments along z, raise, lower and z jumps, no x component in the start.</summary>
        TransverseField,

        /// <summary>The same with z fields and z-z couplings only and a start along z: populations evolve among themselves.</summary>
        Classical,
    }

    private enum Arguments
    {
        AlongZ,
        OneAxisPerBlock,
        Any,
    }

    private static readonly (double[] Shares, int N)[] SmallSizes =
    [
        ([1], 1), ([1], 2), ([1], 3), ([1], 4), ([0.5], 4), ([0.5], 6), ([2], 1), ([1.5], 2), ([1, 1], 1), ([1, 1], 2), ([1, 2], 1),
        ([0.5, 1], 2), ([1.5, 0.5], 2), ([1.0 / 3, 2.0 / 3], 3), ([1, 1, 1], 1), ([1, 2, 1], 1), ([0.5, 0.5, 1], 2),
    ];

    private static readonly (double[] Shares, int N)[] LargeSizes =
    [
        ([1], 5), ([1], 6), ([0.5], 10), ([2, 3], 1), ([1, 1], 3), ([0.5, 1], 4), ([1, 1, 1], 2), ([0.5, 1, 1.5], 2), ([1, 2, 2], 1),
    ];

    /// <summary>Models as they come.</summary>
    private static readonly Gen<RandomModel> Plain =
        from size in Gen.Frequency((5, Gen.Elements(SmallSizes)), (1, Gen.Elements(LargeSizes)))
        from regime in Gen.Frequency(
            (6, Gen.Constant(Regime.General)), (1, Gen.Constant(Regime.TransverseField)), (1, Gen.Constant(Regime.Classical)))
        from fields in Gen.ArrayOf(Field(regime), size.Shares.Length)
        from couplings in Couplings(regime, size.Shares.Length)
        from jumps in Jumps(regime, size.Shares.Length)
        from start in Gen.ArrayOf(Start(regime), size.Shares.Length)
        select new RandomModel(Assemble(size.Shares, fields, couplings, jumps, start), size.N);

    /// <summary>The generator: one model in four has a block written as two equivalent ones.</summary>
    public static Gen<RandomModel> Generator { get; } = Gen.Frequency((3, Plain), (1, Plain.SelectMany(Split)));

    /// <summary>
    /// The same models with one or two collective jumps besides, on several blocks, with phases between them, tilted arguments and
    /// operators with an identity part; one in three has no other jumps, so that J is conserved.
    /// </summary>
    public static Gen<RandomModel> CollectiveGenerator { get; } =
        from size in Gen.Frequency((5, Gen.Elements(SmallSizes)), (1, Gen.Elements(LargeSizes)))
        from regime in Gen.Frequency(
            (5, Gen.Constant(Regime.General)), (2, Gen.Constant(Regime.TransverseField)), (1, Gen.Constant(Regime.Classical)))
        from fields in Gen.ArrayOf(Field(regime), size.Shares.Length)
        from couplings in Couplings(regime, size.Shares.Length)
        from alone in Gen.Frequency((1, Gen.Constant(true)), (2, Gen.Constant(false)))
        from jumps in Jumps(regime, size.Shares.Length)
        from start in Gen.ArrayOf(Start(regime), size.Shares.Length)
        from count in Gen.Choose(1, 2)
        from collective in Gen.ListOf(Collective(regime, size.Shares.Length), count)
        from split in Gen.Elements(true, false)
        let model = Assemble(size.Shares, fields, couplings, alone ? [] : jumps, start) with { CollectiveJumps = [.. collective] }
        from drawn in split ? Split(new RandomModel(model, size.N)) : Gen.Constant(new RandomModel(model, size.N))
        select drawn;

    /// <summary>A list of models with collective jumps that the seed alone determines.</summary>
    public static IReadOnlyList<RandomModel> DrawCollective(ulong seed, int count) =>
        [.. CollectiveGenerator.Sample(count, new Rnd(seed), 50)];

    /// <summary>A list of models that the seed alone determines.</summary>
    public static IReadOnlyList<RandomModel> Draw(ulong seed, int count) => [.. Generator.Sample(count, new Rnd(seed), 50)];

    private static CollectiveModel Assemble(
        double[] shares, PauliVector[] fields, List<PairCoupling> couplings, List<JumpChannel> jumps, PauliVector[] start) => new()
        {
            Name = "random",
            Blocks = [.. shares.Select((share, h) => new Block($"b{h}", share))],
            Fields = [.. fields],
            Couplings = [.. couplings],
            Jumps = [.. jumps],
            Initial = new ProductState([.. start]),
        };

    private static Gen<RandomModel> Split(RandomModel drawn)
    {
        int[] large = [.. drawn.Model.SpinsAt(drawn.N).Index().Where(block => block.Item > 1).Select(block => block.Index)];
        return large.Length == 0
            ? Gen.Constant(drawn)
            : from block in Gen.Elements(large)
              from moved in Gen.Choose(1, drawn.Model.SpinsAt(drawn.N)[block] - 1)
              from axis in Gen.Elements<PauliAxis?>(null, PauliAxis.X, PauliAxis.Y, PauliAxis.Z)
              from mirror in Gen.Elements(true, false)
              select new RandomModel(new BlockSplit(block, moved, axis, mirror).Apply(drawn.Model, drawn.N), drawn.N);
    }

    private static Gen<double> Real(double largest) => Gen.Choose(-10_000, 10_000).Select(k => k * largest / 10_000);

    private static Gen<PauliVector> Vector(double largest) =>
        from x in Real(largest)
        from y in Real(largest)
        from z in Real(largest)
        select new PauliVector(x, y, z);

    private static Gen<PauliVector> Direction() =>
        Gen.Frequency(
            (3, Vector(1).Where(v => v.Norm > 0.1).Select(v => 1 / v.Norm * v)),
            (1, Gen.Elements(PauliVector.Along(PauliAxis.X), PauliVector.Along(PauliAxis.Y), PauliVector.Along(PauliAxis.Z))));

    private static Gen<PauliVector> Field(Regime regime) => regime switch
    {
        Regime.TransverseField => Real(1).Select(x => new PauliVector(x, 0, 0)),
        Regime.Classical => Real(1).Select(z => new PauliVector(0, 0, z)),
        _ => Gen.Frequency((4, Vector(1)), (1, Gen.Constant(PauliVector.Zero))),
    };

    /// <summary>Bloch vectors: pure, mixed, maximally mixed, along an axis.</summary>
    private static Gen<PauliVector> Start(Regime regime)
    {
        Gen<PauliVector> any =
            from direction in Direction()
            from length in Gen.Frequency((2, Gen.Constant(1.0)), (3, Real(1)), (1, Gen.Constant(0.0)))
            select length * direction;

        // A start of length 1 that is projected onto a plane stays inside the Bloch ball.
        return regime switch
        {
            Regime.TransverseField => any.Select(v => v with { X = 0 }),
            Regime.Classical => any.Select(v => v with { X = 0, Y = 0 }),
            _ => any,
        };
    }

    private static Gen<List<PairCoupling>> Couplings(Regime regime, int blocks)
    {
        Gen<PauliAxis> axis = regime == Regime.General
            ? Gen.Elements(PauliAxis.X, PauliAxis.Y, PauliAxis.Z)
            : Gen.Constant(PauliAxis.Z);
        Gen<PairCoupling> coupling =
            from h in Gen.Choose(0, blocks - 1)
            from k in Gen.Choose(0, blocks - 1)
            from a in axis
            from b in axis
            from strength in Real(1)
            select new PairCoupling(h, a, k, b, strength);
        return regime == Regime.TransverseField
            ? Gen.Constant(new List<PairCoupling>())
            : Gen.Choose(0, 3).SelectMany(count => coupling.ListOf(count)).Select(list => list.ToList());
    }

    private static Gen<List<JumpChannel>> Jumps(Regime regime, int blocks) =>
        from style in regime == Regime.General
            ? Gen.Elements(Arguments.AlongZ, Arguments.OneAxisPerBlock, Arguments.Any)
            : Gen.Constant(Arguments.AlongZ)
        from axes in Gen.ArrayOf(Direction(), blocks)
        from count in Gen.Choose(1, 4)
        from jumps in Gen.ListOf(Jump(regime, style, axes), count)
        select jumps.ToList();

    private static Gen<CollectiveJump> Collective(Regime regime, int blocks) =>
        from style in regime == Regime.General
            ? Gen.Elements(Arguments.AlongZ, Arguments.OneAxisPerBlock, Arguments.Any)
            : Gen.Constant(Arguments.AlongZ)
        from axes in Gen.ArrayOf(Direction(), blocks)
        from operators in Gen.ArrayOf(Operator(regime), blocks)
        from phases in Gen.ArrayOf(Real(Math.PI), blocks)
        from alone in Gen.Choose(0, (2 * blocks) - 1)
        from rate in Rate()
        from argument in Gen.CollectToArray(axes, axis => ArgumentOn(style, axis))
        select new CollectiveJump(
            [.. operators.Select((j, h) => alone < blocks && h != alone
                ? SpinOperator.Zero
                : System.Numerics.Complex.FromPolarCoordinates(1, regime == Regime.General ? phases[h] : 0) * j)],
            rate,
            [.. argument]);

    private static Gen<JumpChannel> Jump(Regime regime, Arguments style, PauliVector[] axes) =>
        from block in Gen.Choose(0, axes.Length - 1)
        from j in Operator(regime)
        from rate in Rate()
        from argument in Gen.CollectToArray(axes, axis => ArgumentOn(style, axis))
        from ownSite in Gen.Elements(true, false)
        select new JumpChannel(block, j, rate, [.. argument], ownSite || !MayLeaveOwnSiteOut(j, argument));

    /// <summary>Leaving the own site out is defined for arguments along z and raise, lower and z.</summary>
    private static bool MayLeaveOwnSiteOut(SpinOperator j, PauliVector[] argument) =>
        argument.All(r => r.X == 0 && r.Y == 0)
        && (j == SpinOperator.Raise || j == SpinOperator.Lower || j == SpinOperator.Pauli(PauliAxis.Z));

    private static Gen<PauliVector> ArgumentOn(Arguments style, PauliVector axis) => style switch
    {
        Arguments.AlongZ => Real(0.8).Select(z => new PauliVector(0, 0, z)),
        Arguments.OneAxisPerBlock => Gen.Frequency((4, Real(0.8)), (1, Gen.Constant(0.0))).Select(length => length * axis),
        _ => Gen.Frequency((4, Vector(0.5)), (1, Gen.Constant(PauliVector.Zero))),
    };

    private static Gen<SpinOperator> Operator(Regime regime)
    {
        Gen<System.Numerics.Complex> element = Real(0.6).SelectMany(_ => Real(0.6), (re, im) => new System.Numerics.Complex(re, im));
        Gen<SpinOperator> named = Gen.Elements(SpinOperator.Raise, SpinOperator.Lower, SpinOperator.Pauli(PauliAxis.Z));
        Gen<SpinOperator> general = Gen.ArrayOf(element, 4).Select(e => new SpinOperator(e[0], e[1], e[2], e[3]));
        return regime == Regime.General ? Gen.OneOf(named, general) : named;
    }

    private static Gen<CollectiveRate> Rate() => Gen.OneOf(
        from amplitude in Real(1)
        from exponent in Real(0.8)
        select (CollectiveRate)new ExponentialRate(amplitude, exponent),
        from degree in Gen.Choose(0, 3)
        from coefficients in Gen.ArrayOf(Real(0.8), degree + 1)
        select (CollectiveRate)new PolynomialRate([.. coefficients]),
        Real(1).Select(exponent => (CollectiveRate)new NormalisedRate(exponent)));
}
