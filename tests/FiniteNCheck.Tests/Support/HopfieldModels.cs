using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// The network of section 6 by hand, independently of the shorthand in model files: signs <c>e[mu][h]</c> of pattern mu on block h,
/// <c>w_hk = 2^-p sum_mu e_h^mu e_k^mu</c>, <c>Delta_h = sum_k w_hk m_z,k</c> (54), rates (51), <c>H = Omega sum sigma_x + H_2</c>.
/// </summary>
internal sealed record HopfieldModels
{
    /// <summary>Pattern signs, pattern by pattern.</summary>
    public required int[][] Signs { get; init; }

    /// <summary>Relative size of every block; <c>w</c> counts a merged block as often as it holds columns.</summary>
    public double Share { get; init; } = 1;

    public double Beta { get; init; } = 0.5;

    public double Omega { get; init; } = 0.2;

    /// <summary><c>g</c> of <c>H_2 = (g/2) 2^-p (1/N_s) sum_hk w_hk S_z^(h) S_z^(k)</c>.</summary>
    public double Coupling { get; init; }

    public bool Normalised { get; init; }

    public bool SelfEnergy { get; init; } = true;

    public int Blocks => Signs[0].Length;

    /// <summary>The <c>2^p</c> columns of signs, +1 first.</summary>
    public static HopfieldModels Patterns(int p) => new()
    {
        Signs = [.. Enumerable.Range(0, p).Select(mu =>
            Enumerable.Range(0, 1 << p).Select(h => ((h >> (p - 1 - mu)) & 1) == 0 ? 1 : -1).ToArray())],
    };

    /// <summary>
    /// The <c>2^(p-1)</c> blocks, each twice as large, that are left after the sites with <c>xi^1 = -1</c> are rotated by pi about x:
    /// the columns that start with +1.
    /// </summary>
    public static HopfieldModels Rotated(int p) => Patterns(p) with
    {
        Signs = [.. Patterns(p).Signs.Select(row => row[..(1 << (p - 1))])],
        Share = 2,
    };

    /// <summary><c>w_hk</c>; <c>2^-p</c> is <c>Share/Blocks</c> over Share: a merged block counts its columns through Share.</summary>
    public double Weight(int h, int k) => Signs.Sum(row => row[h] * row[k]) / (double)Blocks;

    public CollectiveModel Starting(params PauliVector[] bloch) => new()
    {
        Name = $"hopfield-{Signs.Length}-patterns-{Blocks}-blocks",
        Blocks = [.. Enumerable.Range(0, Blocks).Select(h => new Block($"b{h}", Share))],
        Fields = [.. Enumerable.Repeat(new PauliVector(Omega, 0, 0), Blocks)],
        Couplings = Coupling == 0 ? [] : [.. Pairs()],
        Jumps = [.. Enumerable.Range(0, Blocks).SelectMany(Channels)],
        Initial = new ProductState([.. bloch]),
    };

    /// <summary>
    /// In units of 1/n: <c>(g/2) 2^-p w_hk</c> with the weights of the unmerged columns, <c>Share^-1</c> of the merged ones.
    /// </summary>
    private IEnumerable<PairCoupling> Pairs() =>
        from h in Enumerable.Range(0, Blocks)
        from k in Enumerable.Range(0, Blocks)
        where Weight(h, k) != 0
        select new PairCoupling(h, PauliAxis.Z, k, PauliAxis.Z, Coupling / 2 * Weight(h, k) / Share / (Blocks * Share));

    private IEnumerable<JumpChannel> Channels(int h)
    {
        ImmutableArray<PauliVector> argument = [.. Enumerable.Range(0, Blocks).Select(k => new PauliVector(0, 0, Weight(h, k)))];
        yield return new JumpChannel(h, SpinOperator.Raise, Rate(Beta / 2), argument, SelfEnergy);
        yield return new JumpChannel(h, SpinOperator.Lower, Rate(-Beta / 2), argument, SelfEnergy);
    }

    private CollectiveRate Rate(double exponent) =>
        Normalised ? new NormalisedRate(exponent) : new ExponentialRate(1 / Math.Sqrt(2), exponent);
}
