using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>Sections 6.1 and 6.2: the own-site term, and blocks of equal size.</summary>
internal static class ModelClaims
{
    private const double Time = 1;
    private const int Seed = 56;
    private const int Spins = 1000;

    // The accuracy of a fixed point.
    private const double Rounding = 1e-12;

    /// <summary>The claims, in the order of the paper.</summary>
    public static ImmutableArray<Claim> All { get; } =
    [
        new Claim
        {
            Id = "C61-self-energy",
            Place = "Section 6.1, after (51)",
            Statement =
                "With and without the self-energy in Delta E the model is the same in the thermodynamic "
                + "limit: averages and covariances without it have the limits of the model with it, "
                + "at the rates (51) and at the normalised ones.",
            Expected = Verdict.Confirmed,
            Check = run =>
                Finding.All(
                    new Ladders(Prediction.MeanField, WithoutSelfEnergy).Check(run),
                    new Ladders(Prediction.CovarianceFull, WithoutSelfEnergy).Check(run)),
        },
        new Claim
        {
            Id = "C53-equal-blocks",
            Place = "Section 6.2, (52)-(54)",
            Statement =
                "For random patterns the 2^p blocks are equal at leading order: w_hk, "
                + "Delta_h and the mean-field flow are those of N_s = N/2^p, up to terms of order N^-1/2.",
            Expected = Verdict.Confirmed,
            Check = run =>
                Finding.All(
                    new RandomPatterns(
                        "w_hk of random patterns less w_hk of equal blocks",
                        _ => sample => sample.WeightDeviations(),
                        0.5).Check(run),
                    new RandomPatterns(
                        "Delta_h of random patterns less Delta_h of equal blocks",
                        _ => sample => sample.DeltaDeviations(),
                        0.5).Check(run),
                    new RandomPatterns(
                        $"averages at t = {Time} of random patterns less those of equal blocks",
                        point => SampledPatterns.FlowDeviations(point, Time),
                        0.5).Check(run)),
        },
        new Claim
        {
            Id = "E56-equal-blocks",
            Place = "Section 6.3, (56) with (53), (B.1)",
            Statement =
                "For random patterns fluctuations may be taken about the mean field of equal blocks: "
                + "sqrt(N_s) times its distance from that of the blocks as drawn vanishes like N^-1/2.",
            Expected = Verdict.Refuted,
            Check = run => Shift(0.5).Check(run),
            Correction = new Correction(
                "The shift of the fluctuations stays of order one and differs from draw to draw: "
                    + "m(t) in (56) must be that of the blocks as drawn. The paramagnetic state and the retrieval "
                    + "state of one pattern are fixed points whatever the sizes.",
                run =>
                    Finding.All(
                        Shift(0).Check(run),
                        FixedPointsOfAllSizes(NetworkPoints.Retrieval().Concat(NetworkPoints.Paramagnetic())))),
        },
    ];

    /// <summary>The distance between the mean fields in units of fluctuations.</summary>
    /// <param name="order">The claimed power of 1/N.</param>
    internal static RandomPatterns Shift(double order) => new(
        $"sqrt(N_s) times averages at t = {Time} of random patterns less those of equal blocks",
        point =>
        {
            Func<SampledPatterns, IEnumerable<double>> deviations = SampledPatterns.FlowDeviations(point, Time);
            return sample => deviations(sample).Select(each => each * Math.Sqrt((double)sample.Counts.Sum() / sample.Counts.Length));
        },
        order);

    /// <summary>Whether states are fixed points of blocks of any size.</summary>
    /// <param name="points">The states.</param>
    internal static Finding FixedPointsOfAllSizes(IEnumerable<NetworkPoint> points)
    {
        var random = new Random(Seed);
        return IdentityJudge.Judge(
            $"the mean-field flow (22) of blocks as drawn, N = {Spins}, against zero",
            points.Select(point => (point.Name, SampledPatterns.Draw(point, Spins, random).Flow().L2Norm())),
            Rounding);
    }

    /// <summary>
    /// One pattern without self-energy, at exponential and normalised rates: at a fixed point, on the way to one,
    /// inside a limit cycle.
    /// </summary>
    /// <param name="effort">The effort.</param>
    internal static IEnumerable<LadderModel> WithoutSelfEnergy(Effort effort)
    {
        var tilted = new ProductState([new PauliVector(0, 0.3, 0.5), new PauliVector(0, -0.3, -0.5)]);
        int[] ladder = effort.Choose<int[]>(quick: [20, 24, 32, 40, 48, 64], full: [32, 40, 48, 64, 80, 100, 128]);
        foreach (HopfieldRates rates in Enum.GetValues<HopfieldRates>())
        {
            yield return new LadderModel(Model(rates, 0.5, 0.2, null), ladder, [0.5]);
            yield return new LadderModel(Model(rates, 2, 0.2, tilted), ladder, [0.5]);
        }

        yield return new LadderModel(Model(HopfieldRates.Exponential, 0.6, 0.6, tilted), ladder, [0.5]);
    }

    private static CollectiveModel Model(HopfieldRates rates, double temperature, double field, ProductState? initial)
    {
        HopfieldNetwork network = new PhasePoint(temperature, field).Network with { SelfEnergy = false, Rates = rates };
        string start = initial is null ? "from its fixed point" : "from a product state";
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"{rates} rates without self-energy, T = {temperature}, Omega = {field}, {start}");
        return network.ToModel(name, initial ?? (InitialState)network.Retrieval());
    }
}
