using System.Collections.Immutable;

namespace FiniteNCheck.Files.Formulas;

/// <summary>What a formula may name beside numbers, constants and functions of numbers.</summary>
/// <param name="Variables">The variables.</param>
/// <param name="Calls">Calls with quoted names, such as <c>cov('z.all','z.all')</c>, which are variables too.</param>
public sealed record FormulaScope(IReadOnlyCollection<string> Variables, ImmutableArray<FormulaCall> Calls)
{
    /// <summary>A scope of variables alone.</summary>
    /// <param name="variables">The variables.</param>
    public FormulaScope(IReadOnlyCollection<string> variables)
        : this(variables, [])
    {
    }
}
