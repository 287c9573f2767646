namespace FiniteNCheck.Model;

/// <summary>The rule for block names, which become table columns and parts of observables such as <c>z.plus</c>.</summary>
public static class BlockName
{
    /// <summary>The rule as shown in messages.</summary>
    internal const string Rule =
        "1 to 60 letters a-z or A-Z, digits, '-' and '_', but none of 'fixed-point', 'mixture', 'superposition', 'dicke', 'ghz'";

    /// <summary>What a start can be beside a map of blocks; no block has one of these names.</summary>
    public static IReadOnlyCollection<string> Starts { get; } = ["fixed-point", "mixture", "superposition", "dicke", "ghz"];

    /// <summary>Whether a name is that of a kind of start.</summary>
    /// <param name="name">The name.</param>
    public static bool IsStart(string name) => Starts.Contains(name, StringComparer.Ordinal);

    /// <summary>Whether a name is valid.</summary>
    /// <param name="name">The name.</param>
    internal static bool IsValid(string name) =>
        name.Length is > 0 and <= 60
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        && !IsStart(name);
}
