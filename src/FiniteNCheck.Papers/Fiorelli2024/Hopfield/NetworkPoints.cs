using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>The points at which formulas of the Hopfield network are compared.</summary>
internal static class NetworkPoints
{
    private const int Seed = 66;

    /// <summary>One, two and three patterns on all their blocks, at averages without any symmetry.</summary>
    public static IEnumerable<NetworkPoint> Generic() => Generic(coupling: 0);

    /// <summary>The same with the Hamiltonian <c>H_2</c> of appendix B.2.</summary>
    /// <param name="coupling">The strength <c>g</c>.</param>
    public static IEnumerable<NetworkPoint> Generic(double coupling)
    {
        var random = new Random(Seed);
        foreach ((int patterns, double temperature, double field) in new[] { (1, 0.5, 0.2), (1, 1.4, 0.7), (2, 0.8, 0.3), (3, 0.6, 0.4) })
        {
            HopfieldNetwork network = Network(patterns, temperature, field) with { Coupling = coupling };
            yield return new NetworkPoint(
                network,
                Vector<double>.Build.Dense(3 * network.BlockCount, _ => (1.1 * random.NextDouble()) - 0.55));
        }
    }

    /// <summary>One pattern at the fixed point that retrieves it: <c>m_x = 0</c>, <c>m_2 = -m_1</c>.</summary>
    public static IEnumerable<NetworkPoint> Retrieval()
    {
        foreach ((double temperature, double field) in new[] { (0.5, 0.2), (0.5, 0.35), (0.7, 0.1), (0.3, 0.4) })
        {
            HopfieldNetwork network = Network(1, temperature, field);
            var model = LimitTheory.ResolveInitialState(network.ToModel("retrieval", network.Retrieval()));
            yield return new NetworkPoint(network, Bloch((ProductState)model.Initial));
        }
    }

    /// <summary>States in which only the overlap with the first pattern differs from zero: <c>m_h = e_h^1 o</c>, <c>o_x = 0</c>.</summary>
    public static IEnumerable<NetworkPoint> SingleOverlap()
    {
        foreach ((int patterns, double temperature, double field) in new[] { (1, 0.5, 0.2), (2, 0.8, 0.3), (3, 0.6, 0.4) })
        {
            HopfieldNetwork network = Network(patterns, temperature, field);
            yield return new NetworkPoint(
                network,
                Vector<double>.Build.DenseOfEnumerable(network.Patterns[0].SelectMany(sign => new[] { 0, -0.3 * sign, 0.6 * sign })));
        }
    }

    /// <summary>One, two and three patterns in the paramagnetic state, all averages zero.</summary>
    public static IEnumerable<NetworkPoint> Paramagnetic() => Generic().Select(point => point with { Averages = point.Averages * 0 });

    /// <summary>One, two and three patterns at averages without any symmetry but <c>m_x = 0</c>.</summary>
    public static IEnumerable<NetworkPoint> WithoutX() => Generic().Select(point => point with
    {
        Averages = point.Averages.MapIndexed((i, value) => (PauliAxis)(i % 3) == PauliAxis.X ? 0 : value, Zeros.Include),
    });

    /// <summary>
    /// Two patterns on the two blocks that the gauge transformation leaves, at averages without any symmetry but
    /// <c>m_x = 0</c>.
    /// </summary>
    public static IEnumerable<NetworkPoint> TwoPatternsOnTwoBlocks() => WithoutX().Select(point =>
        new NetworkPoint(point.Network with { Patterns = [[1, 1], [1, -1]] }, point.Averages.SubVector(0, 6)));

    private static HopfieldNetwork Network(int patterns, double temperature, double field) =>
        new() { Patterns = HopfieldNetwork.AllColumns(patterns), Temperature = temperature, TransverseField = field };

    private static Vector<double> Bloch(ProductState state) =>
        Vector<double>.Build.DenseOfEnumerable(state.Bloch.SelectMany(bloch => new[] { bloch.X, bloch.Y, bloch.Z }));
}
