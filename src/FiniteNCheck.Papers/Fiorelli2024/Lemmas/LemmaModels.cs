using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Model;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>Models of one block, as sections 2 to 5 and appendix A have them.</summary>
internal static class LemmaModels
{
    /// <summary>One model of each kind: kinetic, Hopfield, and without any symmetry.</summary>
    public static ImmutableArray<CollectiveModel> All { get; } =
    [
        DensityDependent(0.5, 1, 0.25, new PauliVector(0, 0, 0.6)),
        OnePattern(0.6, 0.6, new PauliVector(0, 0.3, 0.5)),
        Tilted(new PauliVector(0.3, 0.2, -0.6)),
    ];

    /// <summary>
    /// Section 3.1: <c>J_up = sqrt(up) sigma_+ n</c>, <c>J_down = sqrt(down) sigma_- n</c> with the density
    /// <c>n = (1 + m_z)/2</c> of excited spins, in a transverse field <c>H = field sum sigma_x</c>.
    /// </summary>
    /// <param name="field">The transverse field.</param>
    /// <param name="up">The rate of excitation at density 1.</param>
    /// <param name="down">The rate of decay at density 1.</param>
    /// <param name="start">The Bloch vector of the initial product state.</param>
    public static CollectiveModel DensityDependent(double field, double up, double down, PauliVector start) => OneBlock(
        Text($"density-dependent, Omega = {field}, rates {up} and {down}"),
        new PauliVector(field, 0, 0),
        [],
        start,
        [Channel(SpinOperator.Raise, Density(up)), Channel(SpinOperator.Lower, Density(down))]);

    /// <summary>The network of one pattern in the gauge frame, where all spins are alike: rates (51) at <c>Delta E = m_z</c>.</summary>
    /// <param name="temperature">The temperature.</param>
    /// <param name="field">The transverse field.</param>
    /// <param name="start">The Bloch vector of the initial product state.</param>
    public static CollectiveModel OnePattern(double temperature, double field, PauliVector start)
    {
        double amplitude = Math.Sqrt(0.5);
        double exponent = 1 / (2 * temperature);
        return OneBlock(
            Text($"one pattern on one block, T = {temperature}, Omega = {field}"),
            new PauliVector(field, 0, 0),
            [],
            start,
            [
                Channel(SpinOperator.Raise, new ExponentialRate(amplitude, exponent)),
                Channel(SpinOperator.Lower, new ExponentialRate(amplitude, -exponent)),
            ]);
    }

    /// <summary>
    /// Fields and couplings along several axes, a general jump whose rate looks along a tilted direction, and a
    /// constant decay.
    /// </summary>
    /// <param name="start">The Bloch vector of the initial product state.</param>
    public static CollectiveModel Tilted(PauliVector start) => OneBlock(
        "tilted direction, z-z and x-y couplings",
        new PauliVector(0.3, -0.1, 0.25),
        [new PairCoupling(0, PauliAxis.Z, 0, PauliAxis.Z, 0.4), new PairCoupling(0, PauliAxis.X, 0, PauliAxis.Y, -0.2)],
        start,
        [
            new JumpChannel(
                0,
                new SpinOperator(new(0.1, 0), new(0.6, 0.2), new(0, -0.3), new(-0.2, 0)),
                new PolynomialRate([0.8, 0.5, -0.3]),
                [new PauliVector(0.4, -0.3, 0.6)]),
            new JumpChannel(0, SpinOperator.Lower, new PolynomialRate([0.5]), [PauliVector.Zero]),
        ]);

    private static PolynomialRate Density(double rate) => new([Math.Sqrt(rate) / 2, Math.Sqrt(rate) / 2]);

    private static JumpChannel Channel(SpinOperator jump, CollectiveRate rate) => new(0, jump, rate, [new PauliVector(0, 0, 1)]);

    private static CollectiveModel OneBlock(
        string name,
        PauliVector field,
        ImmutableArray<PairCoupling> couplings,
        PauliVector start,
        ImmutableArray<JumpChannel> jumps) =>
        new()
        {
            Name = name + Text($", from ({start.X}, {start.Y}, {start.Z})"),
            Blocks = [new Block("all", 1)],
            Fields = [field],
            Couplings = couplings,
            Jumps = jumps,
            Initial = new ProductState([start]),
        };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
