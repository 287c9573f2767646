using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Papers.Fiorelli2024.Models;

/// <summary>The models and points that claims are checked at.</summary>
public static class ModelPoints
{
    private const int Seed = 20240202;

    /// <summary>The network of one pattern on its two blocks.</summary>
    /// <param name="temperature">The temperature.</param>
    /// <param name="field">The transverse field.</param>
    /// <param name="initial">The initial state; <see langword="null"/> for the fixed point that retrieves the pattern.</param>
    public static CollectiveModel OnePattern(double temperature, double field, InitialState? initial = null) =>
        Network(HopfieldNetwork.AllColumns(1), temperature, field, initial);

    /// <summary>A network, at exponential rates (51).</summary>
    /// <param name="patterns">The patterns by block.</param>
    /// <param name="temperature">The temperature.</param>
    /// <param name="field">The transverse field.</param>
    /// <param name="initial">The initial state; <see langword="null"/> for the fixed point that retrieves the first pattern.</param>
    public static CollectiveModel Network(
        ImmutableArray<ImmutableArray<int>> patterns, double temperature, double field, InitialState? initial = null)
    {
        var network = new HopfieldNetwork { Patterns = patterns, Temperature = temperature, TransverseField = field };
        string start = initial is null ? "from its fixed point" : "from a product state";
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"p = {patterns.Length} on {network.BlockCount} blocks, T = {temperature}, Omega = {field}, {start}");
        return network.ToModel(name, initial ?? network.Retrieval());
    }

    /// <summary>A model of one pattern at its retrieval fixed point.</summary>
    /// <param name="temperature">The temperature.</param>
    /// <param name="field">The transverse field.</param>
    public static ModelPoint Retrieval(double temperature, double field)
    {
        CollectiveModel model = LimitTheory.ResolveInitialState(OnePattern(temperature, field));
        return new ModelPoint(model.Name, model, Averages((ProductState)model.Initial));
    }

    /// <summary>Models of all kinds at averages without any symmetry.</summary>
    public static IEnumerable<ModelPoint> Generic()
    {
        var random = new Random(Seed);
        var zero = new ProductState([.. Enumerable.Repeat(PauliVector.Zero, 8)]);
        CollectiveModel[] models =
        [
            OnePattern(0.5, 0.2, Start(2)),
            OnePattern(1.4, 0.7, Start(2)),
            Network(HopfieldNetwork.AllColumns(2), 0.8, 0.3, Start(4)),
            Network(HopfieldNetwork.AllColumns(3), 0.6, 0.4, Start(8)),
        ];
        foreach (CollectiveModel model in models)
        {
            yield return new ModelPoint(
                model.Name,
                model,
                Vector<double>.Build.Dense(3 * model.Blocks.Length, _ => (1.1 * random.NextDouble()) - 0.55));
        }

        ProductState Start(int blocks) => new([.. zero.Bloch.Take(blocks)]);
    }

    private static Vector<double> Averages(ProductState state) =>
        Vector<double>.Build.DenseOfEnumerable(state.Bloch.SelectMany(bloch => new[] { bloch.X, bloch.Y, bloch.Z }));
}
