namespace FiniteNCheck.Model;

/// <summary>The rule for block names, which become table columns and parts of observables such as <c>z.plus</c>.</summary>
internal static class BlockName
{
    /// <summary>The rule as shown in messages.</summary>
    internal const string Rule = "1 to 60 letters a-z or A-Z, digits, '-' and '_', but not 'fixed-point'";

    /// <summary>Whether a name is valid.</summary>
    /// <param name="name">The name.</param>
    internal static bool IsValid(string name) =>
        name.Length is > 0 and <= 60
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        && !string.Equals(name, "fixed-point", StringComparison.Ordinal);
}
