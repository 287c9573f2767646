namespace FiniteNCheck.Tests.Support;

/// <summary>
/// The seed of random tests. It is the same on every run, so that failures are reproducible, unless the environment sets another.
/// </summary>
internal static class Seed
{
    public const string Variable = "FINITENCHECK_SEED";

    public static ulong Value { get; } =
        ulong.TryParse(Environment.GetEnvironmentVariable(Variable), out ulong seed) ? seed : 20_240_202;

    public static string Description => $"seed {Value} (set {Variable} for another)";
}
