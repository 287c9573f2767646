using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Papers.Fiorelli2024.Models;

/// <summary>The ladders of the network of one pattern: at a fixed point, on the way to one, and inside a limit cycle.</summary>
internal static class OnePatternLadders
{
    /// <summary>A prediction against these ladders.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="theory">The solver of the limit theory; <see langword="null"/> for the real one.</param>
    public static Ladders For(Prediction prediction, StudySolvers? theory = null) => new(prediction, All, theory);

    private static IEnumerable<LadderModel> All(Effort effort)
    {
        var tilted = new ProductState([new PauliVector(0, 0.3, 0.5), new PauliVector(0, -0.3, -0.5)]);
        int[] ladder = effort.Choose<int[]>(quick: [20, 24, 32, 40, 48, 64, 80], full: [32, 40, 48, 64, 80, 100, 128]);
        yield return new LadderModel(ModelPoints.OnePattern(0.5, 0.2), ladder, [0.5, 1]);
        yield return new LadderModel(ModelPoints.OnePattern(2, 0.2, tilted), ladder, [0.5, 1, 2]);

        // At t = 1 the 1/N coefficient of one element nearly vanishes here, and no order can be read.
        yield return new LadderModel(ModelPoints.OnePattern(0.6, 0.6, tilted), ladder, [0.5]);
    }
}
