using System.Collections.Immutable;

namespace FiniteNCheck.Files.Formulas;

/// <summary>A call with quoted names that a formula may hold; what it stands for becomes a variable of the formula.</summary>
/// <param name="Name">The name of the call.</param>
/// <param name="Form">How it is written, such as <c>cov('z.all','z.all')</c>.</param>
/// <param name="Resolve">
/// The name of the variable for its arguments, each a text or a number; throws a <see cref="FormulaException"/> where they are invalid.
/// </param>
public sealed record FormulaCall(string Name, string Form, Func<ImmutableArray<object>, string> Resolve);
