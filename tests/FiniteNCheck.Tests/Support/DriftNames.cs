using FiniteNCheck.Theory;

namespace FiniteNCheck.Tests.Support;

/// <summary>Drifts by name, for data of tests, which must be constants.</summary>
internal static class DriftNames
{
    public static Drift Drift(string name) =>
        FiniteNCheck.Theory.Drift.Known.Single(drift => string.Equals(drift.Name, name, StringComparison.Ordinal));
}
