using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Theory;

/// <summary>The random models of the cross-checks, without their finite sizes.</summary>
internal static class RandomModels
{
    /// <summary>A list of random models, the same for the same seed.</summary>
    public static CollectiveModel[] Draw(int count) =>
        [.. Support.RandomModels.Draw(Support.Seed.Value, count).Select(drawn => drawn.Model)];
}
