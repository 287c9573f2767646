using FiniteNCheck.Files;
using FiniteNCheck.Files.Yaml;

// In the root namespace, as the other types of studies.
namespace FiniteNCheck.Verification;

/// <summary>Reads the verdict that a file expects.</summary>
public static class ExpectedVerdict
{
    /// <summary>The value of the key <c>expect</c>.</summary>
    /// <param name="map">The map.</param>
    /// <exception cref="InputFileException">The key is missing, or its value is no verdict.</exception>
    public static Verdict Read(YamlMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Required("expect", "confirmed, refuted or inconclusive").Choice(
            ("confirmed", Verdict.Confirmed), ("refuted", Verdict.Refuted), ("inconclusive", Verdict.Inconclusive));
    }
}
