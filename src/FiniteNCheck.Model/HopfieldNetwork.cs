using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>
/// The open quantum Hopfield network of section 6: <c>p</c> stored patterns over <c>B</c> equal blocks, jumps
/// <c>J_+- = sigma_+- Gamma_+-(Delta_h)</c> (51) with <c>Delta_h = sum_k w_hk m_z,k</c> (54) and
/// <c>w_hk = (1/B) sum_mu e_h^mu e_k^mu</c> (53), Hamiltonian <c>Omega sum_i sigma_x^(i) + H_2</c> with
/// <c>H_2 = (g/2) 1/(B N_s) sum_hk w_hk S_z^(h) S_z^(k)</c> (appendix B.2, <c>B = 2^p</c> there).
/// </summary>
/// <remarks>
/// Every block has share 1, so <c>N_s = n</c> and <c>N = B n</c>. Fewer than <c>2^p</c> blocks describe the network in a rotated
/// frame: <c>[[1]]</c> stores one pattern in a single block.
/// </remarks>
public sealed record HopfieldNetwork
{
    /// <summary>The largest number of patterns that <see cref="AllColumns"/> accepts.</summary>
    public const int MaxPatternsInFull = 3;

    private const int MaxPatternsInNames = 8;

    /// <summary>The patterns: <c>Patterns[mu][h] = e_h^mu</c>, 1 or -1, one row per pattern and one sign per block.</summary>
    public required ImmutableArray<ImmutableArray<int>> Patterns { get; init; }

    /// <summary>The temperature <c>T = 1/beta</c>, positive, in the units of the couplings <c>w_ij</c> of (52).</summary>
    public required double Temperature { get; init; }

    /// <summary>The transverse field <c>Omega</c>, an inverse time.</summary>
    public double TransverseField { get; init; }

    /// <summary>The strength <c>g</c> of <c>H_2</c>, an inverse time.</summary>
    public double Coupling { get; init; }

    /// <summary>The rate functions.</summary>
    public HopfieldRates Rates { get; init; } = HopfieldRates.Exponential;

    /// <summary>
    /// Whether <c>Delta</c> contains the flipped spin's own term, as in (51)-(54). Leaving it out changes finite N but not the limit.
    /// </summary>
    public bool SelfEnergy { get; init; } = true;

    /// <summary>The number of blocks <c>B</c>.</summary>
    public int BlockCount => Patterns[0].Length;

    /// <summary>
    /// The block names: the block's sign in each pattern, such as <c>plus-minus</c>; or <c>block-1, block-2, ...</c> where two blocks share
    /// all signs or there are more than 8 patterns.
    /// </summary>
    public ImmutableArray<string> BlockNames
    {
        get
        {
            ImmutableArray<string> signs =
            [
                .. Enumerable.Range(0, BlockCount)
                    .Select(h => string.Join('-', Patterns.Select(row => row[h] > 0 ? "plus" : "minus"))),
            ];
            return Patterns.Length <= MaxPatternsInNames && signs.Distinct(StringComparer.Ordinal).Count() == signs.Length
                ? signs
                : [.. Enumerable.Range(1, BlockCount).Select(h => $"block-{h}")];
        }
    }

    /// <summary>
    /// The patterns on the <c>2^p</c> blocks of the mapping (52)-(53). The columns are all tuples of signs, +1 first; the first
    /// pattern varies slowest.
    /// </summary>
    /// <param name="patterns">The number of patterns <c>p</c>, 1 to 3.</param>
    /// <exception cref="InputException"><c>p</c> is out of range.</exception>
    public static ImmutableArray<ImmutableArray<int>> AllColumns(int patterns)
    {
        if (patterns is < 1 or > MaxPatternsInFull)
        {
            throw new InputException(
                $"patterns is {patterns}: allowed are 1 to {MaxPatternsInFull}, whose 2^p blocks are made here. "
                + "Give the patterns as rows of signs instead.");
        }

        return [.. Enumerable.Range(0, patterns).Select(mu =>
            Enumerable.Range(0, 1 << patterns).Select(h => ((h >> (patterns - 1 - mu)) & 1) == 0 ? 1 : -1).ToImmutableArray())];
    }

    /// <summary>The weight <c>w_hk = (1/B) sum_mu e_h^mu e_k^mu</c> (53).</summary>
    /// <param name="h">Index of a block.</param>
    /// <param name="k">Index of a block.</param>
    public double Weight(int h, int k) => (double)Patterns.Sum(row => row[h] * row[k]) / BlockCount;

    /// <summary>The fixed point that retrieves pattern 1: the flow starts from the state fully aligned with it along z.</summary>
    public MeanFieldFixedPoint Retrieval() =>
        new([.. Patterns[0].Select(sign => new PauliVector(0, 0, sign))], Patterns[0], "retrieval");

    /// <summary>The paramagnetic fixed point: the flow starts from zero Bloch vectors.</summary>
    public MeanFieldFixedPoint Paramagnetic() =>
        new([.. Enumerable.Repeat(PauliVector.Zero, BlockCount)], [], "paramagnetic");

    /// <summary>The network as a <see cref="CollectiveModel"/>, checked.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="initial">The initial state.</param>
    /// <exception cref="InputException">The network or the initial state has a problem.</exception>
    public CollectiveModel ToModel(string name, InitialState initial)
    {
        ModelProblem? problem = Problems().FirstOrDefault();
        if (problem is not null)
        {
            throw new InputException(problem.ToString());
        }

        return ModelValidation.Check(Build(name, initial));
    }

    /// <summary>The reasons why the network is invalid, none where it is valid. Keys follow the shorthand of model files.</summary>
    public IEnumerable<ModelProblem> Problems() => HopfieldValidation.Problems(this);

    /// <summary>The network as a <see cref="CollectiveModel"/>, unchecked.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="initial">The initial state.</param>
    internal CollectiveModel Build(string name, InitialState initial) => new()
    {
        Name = name,
        Blocks = [.. BlockNames.Select(block => new Block(block, 1))],
        Fields = [.. Enumerable.Repeat(TransverseField * PauliVector.Along(PauliAxis.X), BlockCount)],
        Couplings = PairCouplings(),
        Jumps = [.. Enumerable.Range(0, BlockCount).SelectMany(JumpsOf)],
        Initial = initial,
        Parameters = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["T"] = Temperature,
            ["beta"] = 1 / Temperature,
            ["omega"] = TransverseField,
            ["g"] = Coupling,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    /// <summary>The rate of flips in one direction: <c>Gamma_+</c> for sign 1, <c>Gamma_-</c> for sign -1.</summary>
    /// <param name="sign">1 or -1.</param>
    internal CollectiveRate RateOf(int sign)
    {
        double exponent = sign / (2 * Temperature);
        return Rates == HopfieldRates.Normalised ? new NormalisedRate(exponent) : new ExponentialRate(Math.Sqrt(0.5), exponent);
    }

    private IEnumerable<JumpChannel> JumpsOf(int h)
    {
        ImmutableArray<PauliVector> argument =
            [.. Enumerable.Range(0, BlockCount).Select(k => new PauliVector(0, 0, Weight(h, k)))];
        yield return new JumpChannel(h, SpinOperator.Raise, RateOf(1), argument, SelfEnergy);
        yield return new JumpChannel(h, SpinOperator.Lower, RateOf(-1), argument, SelfEnergy);
    }

    /// <summary>
    /// <c>H_2</c> with each pair of blocks written once: for h != k the two terms of the double sum are equal and add up.
    /// </summary>
    private ImmutableArray<PairCoupling> PairCouplings() =>
        [.. from h in Enumerable.Range(0, BlockCount)
            from k in Enumerable.Range(h, BlockCount - h)
            let strength = (h == k ? 0.5 : 1.0) * Coupling * Weight(h, k) / BlockCount
            where strength != 0
            select new PairCoupling(h, PauliAxis.Z, k, PauliAxis.Z, strength)];
}
