using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Lemmas;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Papers.Fiorelli2024.NextOrder;

/// <summary>Ladders for predictions to next order: the density-dependent example, and the network of one pattern in two phases.</summary>
internal static class NextOrderLadders
{
    /// <summary>A prediction against these ladders.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="theory">The solvers; <see langword="null"/> for the real ones.</param>
    public static Ladders For(Prediction prediction, StudySolvers? theory = null) => new(prediction, All, theory);

    // Early times: the coefficients must be told to a hundredth, which asks for more than the limits do. Above the transition on two blocks
    // the coefficient of 1/n^2 of one element nearly vanishes, and no order can be read.
    private static IEnumerable<LadderModel> All(Effort effort)
    {
        var tilted = new ProductState([new PauliVector(0, 0.3, 0.5), new PauliVector(0, -0.3, -0.5)]);
        int[] ladder = effort.Choose<int[]>(quick: [20, 24, 32, 40, 48, 64, 80], full: [32, 40, 48, 64, 80, 100, 128]);
        yield return new LadderModel(LemmaModels.DensityDependent(0.5, 1, 0.25, new PauliVector(0, 0, 0.6)), ladder, [0.5]);
        yield return new LadderModel(ModelPoints.OnePattern(0.5, 0.2), ladder, [0.25, 0.5]);
        yield return new LadderModel(ModelPoints.OnePattern(0.6, 0.6, tilted), ladder, [0.25, 0.5]);
    }
}
