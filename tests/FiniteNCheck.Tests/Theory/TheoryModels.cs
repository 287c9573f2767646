using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Theory;

/// <summary>Hopfield networks built by hand from (51)-(54), independently of any shorthand of the program.</summary>
internal static class TheoryModels
{
    /// <summary>The signs <c>e_h^mu</c>: blocks are the 2^p columns, the all-plus column first.</summary>
    public static int[][] Patterns(int p) =>
    [
        .. Enumerable.Range(0, p)
            .Select(mu => Enumerable.Range(0, 1 << p).Select(h => ((h >> (p - 1 - mu)) & 1) == 0 ? 1 : -1).ToArray()),
    ];

    /// <summary>The weights <c>w_hk = 2^-p sum_mu e_h e_k</c>.</summary>
    public static double Weight(int p, int h, int k) => Patterns(p).Sum(e => e[h] * e[k]) / (double)(1 << p);

    /// <summary>The network with rates (51) and the transverse field.</summary>
    public static CollectiveModel Hopfield(int p, double temperature, double omega, ImmutableArray<PauliVector> start) =>
        Hopfield(p, temperature, omega, new ProductState(start));

    /// <summary>The network with rates (51) and the transverse field.</summary>
    public static CollectiveModel Hopfield(int p, double temperature, double omega, InitialState initial)
    {
        double beta = double.IsInfinity(temperature) ? 0 : 1 / temperature;
        int blocks = 1 << p;
        var jumps = new List<JumpChannel>();
        for (int h = 0; h < blocks; h++)
        {
            ImmutableArray<PauliVector> argument = [.. Enumerable.Range(0, blocks).Select(k => new PauliVector(0, 0, Weight(p, h, k)))];
            jumps.Add(new JumpChannel(h, SpinOperator.Raise, new ExponentialRate(1 / Math.Sqrt(2), beta / 2), argument));
            jumps.Add(new JumpChannel(h, SpinOperator.Lower, new ExponentialRate(1 / Math.Sqrt(2), -beta / 2), argument));
        }

        return new CollectiveModel
        {
            Name = $"hopfield-{p}",
            Blocks = [.. Enumerable.Range(0, blocks).Select(h => new Block($"b{h}", 1))],
            Fields = [.. Enumerable.Repeat(new PauliVector(omega, 0, 0), blocks)],
            Jumps = [.. jumps],
            Initial = initial,
        };
    }

    /// <summary>A start on pattern 1, tilted a little along y.</summary>
    public static ImmutableArray<PauliVector> OnPattern(int p, double y = -0.2, double z = 0.9) =>
        [.. Patterns(p)[0].Select(e => new PauliVector(0, e * y, e * z))];

    /// <summary>One block without jumps, fields or couplings, to which a test adds what it needs.</summary>
    public static CollectiveModel OneBlock(PauliVector field, ImmutableArray<JumpChannel> jumps, PauliVector start) => new()
    {
        Name = "one-block",
        Blocks = [new Block("all", 1)],
        Fields = [field],
        Jumps = jumps,
        Initial = new ProductState([start]),
    };
}
