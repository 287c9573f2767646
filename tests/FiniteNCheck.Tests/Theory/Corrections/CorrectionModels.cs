using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;

namespace FiniteNCheck.Tests.Theory.Corrections;

/// <summary>The models on which the 1/n corrections are tested.</summary>
internal static class CorrectionModels
{
    /// <summary>One stored pattern in its rotated frame: one block, <c>Delta = m_z</c>, rates (51) or the normalised ones.</summary>
    public static CollectiveModel OnePattern(double beta, double omega, PauliVector start, bool ownSite = true, bool normalised = false) =>
        TestModels.OneBlock(
            "one-pattern",
            new PauliVector(omega, 0, 0),
            start,
            TestModels.Channel(SpinOperator.Raise, Rate(beta / 2, normalised), PauliVector.Along(PauliAxis.Z), ownSite),
            TestModels.Channel(SpinOperator.Lower, Rate(-beta / 2, normalised), PauliVector.Along(PauliAxis.Z), ownSite));

    /// <summary>Blocks of the given shares with fields and starts that differ from block to block.</summary>
    public static CollectiveModel Blocks(double[] shares, JumpChannel[] jumps, params PairCoupling[] couplings) => new()
    {
        Name = $"{shares.Length}-blocks",
        Blocks = [.. shares.Select((share, h) => new Block($"b{h}", share))],
        Fields = [.. shares.Select((_, h) => new PauliVector(0.3 - (0.2 * h), 0.1 * h, 0.2))],
        Couplings = [.. couplings],
        Jumps = [.. jumps],
        Initial = new ProductState([.. shares.Select((_, h) => new PauliVector(0.2 * h, 0.3, 0.5 - (0.4 * h)))]),
    };

    /// <summary>
    /// A model with every feature: cubic rates, complex jump matrices, arguments in any direction, own sites included and left
    /// out (even where a model file does not allow it), couplings within and between blocks. The number of blocks and their
    /// shares depend on the seed.
    /// </summary>
    public static CollectiveModel Random(int seed)
    {
        var random = new Random(seed);
        double Next(double size) => size * ((2 * random.NextDouble()) - 1);
        PauliVector Vector(double size) => new(Next(size), Next(size), Next(size));
        Complex Element() => new(Next(0.7), Next(0.7));
        double[] shares = (seed % 4) switch { 0 => [1, 2], 3 => [2], _ => [1] };
        PauliAxis Axis() => (PauliAxis)random.Next(3);
        return new CollectiveModel
        {
            Name = $"random-{seed}",
            Blocks = [.. shares.Select((share, h) => new Block($"b{h}", share))],
            Fields = [.. shares.Select(_ => Vector(1))],
            Couplings =
            [
                .. Enumerable.Range(0, 1 + shares.Length)
                    .Select(_ => new PairCoupling(random.Next(shares.Length), Axis(), random.Next(shares.Length), Axis(), Next(1))),
            ],
            Jumps = [.. Enumerable.Range(0, 2 * shares.Length).Select(index => new JumpChannel(
                index % shares.Length,
                new SpinOperator(Element(), Element(), Element(), Element()),
                new PolynomialRate([.. Enumerable.Range(0, 4).Select(_ => Next(0.8))]),
                [.. shares.Select(_ => Vector(0.9))],
                OwnSite: (seed + index + (index / 2)) % 2 == 0))],
            Initial = new ProductState([.. shares.Select(_ => Vector(0.55))]),
        };
    }

    /// <summary>
    /// The same with collective jumps: complex matrices on all blocks, rates of first degree, arguments in any direction. Jumps of single
    /// spins remain where the seed is even, with cubic rates no longer: that keeps the coefficients of low degree in 1/n.
    /// </summary>
    public static CollectiveModel RandomCollective(int seed)
    {
        CollectiveModel model = Random(seed);
        var random = new Random(1000 + seed);
        double Next(double size) => size * ((2 * random.NextDouble()) - 1);
        Complex Element() => new(Next(0.7), Next(0.7));
        return model with
        {
            Jumps = seed % 2 == 0 ? [.. model.Jumps.Take(1).Select(jump => jump with { Rate = new PolynomialRate([0.4, 0.3]) })] : [],
            CollectiveJumps =
            [
                .. Enumerable.Range(0, 2).Select(_ => new CollectiveJump(
                    [.. model.Blocks.Select(_ => new SpinOperator(Element(), Element(), Element(), Element()))],
                    new PolynomialRate([.. Enumerable.Range(0, 3).Select(_ => Next(0.8))]),
                    [.. model.Blocks.Select(_ => new PauliVector(Next(0.9), Next(0.9), Next(0.9)))])),
            ],
        };
    }

    /// <summary>The same with every own site included, as a model file requires.</summary>
    public static CollectiveModel RandomAllowed(int seed) =>
        Random(seed) with { Jumps = [.. Random(seed).Jumps.Select(jump => jump with { OwnSite = true })] };

    private static CollectiveRate Rate(double exponent, bool normalised) =>
        normalised ? new NormalisedRate(exponent) : new ExponentialRate(1 / Math.Sqrt(2), exponent);
}
