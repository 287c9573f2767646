using FiniteNCheck.Claims;
using FiniteNCheck.Model;

namespace FiniteNCheck.Papers.Fiorelli2024.Dynamics;

/// <summary>A model with Weyl operators at two later times that are followed up to the second.</summary>
/// <param name="Model">The model, its initial state a product state.</param>
/// <param name="Arguments">The arguments of the operators, and the first time.</param>
/// <param name="Time">The second time.</param>
/// <param name="Sizes">The sizes of the ladder.</param>
internal sealed record NestedPoint(CollectiveModel Model, NestedWeyl Arguments, double Time, IReadOnlyList<int> Sizes)
{
    /// <summary>Two models on the way to rest, with operators that tell the drifts apart.</summary>
    /// <param name="effort">The effort, by which ladders are short or long.</param>
    public static IEnumerable<NestedPoint> All(Effort effort)
    {
        int[] sizes = effort.Choose<int[]>([12, 16, 20, 24, 32, 40, 48], [24, 32, 40, 48, 64, 80, 96]);
        var arguments = new NestedWeyl(
            [0.6, 0.2, -0.3], new WeylTriple([0.3, -0.2, 0.4], [0.5, 0.6, -0.4], [-0.5, 0.1, 0.2]), [-0.2, 0.5, 0.3], Time: 0.5);
        yield return new NestedPoint(TwoTimePoint.Warm, arguments, 1.2, sizes);
        yield return new NestedPoint(TwoTimePoint.General, arguments, 1.2, sizes);
    }
}
