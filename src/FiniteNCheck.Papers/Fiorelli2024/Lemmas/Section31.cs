using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>The density-dependent example of section 3.1 in transverse fields, through the same ladders as the network.</summary>
internal static class Section31
{
    private static readonly double[] times = [0.5, 1];

    /// <summary>The example at three fields and pairs of rates.</summary>
    public static ImmutableArray<CollectiveModel> Models { get; } =
    [
        LemmaModels.DensityDependent(0.5, 1, 0.25, new PauliVector(0, 0, 0.6)),
        LemmaModels.DensityDependent(1, 0.5, 1, new PauliVector(0, 0.4, 0.3)),
        LemmaModels.DensityDependent(0.25, 0.25, 1, new PauliVector(0, -0.5, 0.5)),
    ];

    /// <summary>The ladders of one prediction.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="theory">The solver of the limit theory; <see langword="null"/> for the real one.</param>
    public static Ladders Ladders(Prediction prediction, StudySolvers? theory = null) => new(prediction, Points, theory);

    private static IEnumerable<LadderModel> Points(Effort effort)
    {
        int[] sizes = effort.Choose<int[]>(quick: [12, 16, 24, 32, 48, 64], full: [24, 32, 48, 64, 96, 128]);
        return Models.Select(model => new LadderModel(model, sizes, times));
    }
}
