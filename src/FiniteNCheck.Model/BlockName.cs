namespace FiniteNCheck.Model;

/// <summary>What a block may be called: names become columns of tables and parts of observables such as <c>z.plus</c>.</summary>
internal static class BlockName
{
    /// <summary>The rule in words.</summary>
    internal const string Rule = "1 to 60 letters a-z or A-Z, digits, '-' and '_', but not 'fixed-point'";

    /// <summary>Whether a name follows the rule.</summary>
    /// <param name="name">The name.</param>
    internal static bool IsValid(string name) =>
        name.Length is > 0 and <= 60
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        && !string.Equals(name, "fixed-point", StringComparison.Ordinal);
}
