using System.Collections.Immutable;

namespace FiniteNCheck.Claims.Figures;

/// <summary>How the values of a map are divided into classes.</summary>
/// <param name="Label">What the values are, with their unit.</param>
/// <param name="Kind">The kind of division.</param>
/// <param name="Numbers">
/// The values that the classes must cover; for <see cref="MapScaleKind.Given"/> the limits of the classes. Maps with the
/// same numbers have the same classes.
/// </param>
public sealed record MapScale(string Label, MapScaleKind Kind, ImmutableArray<double> Numbers);
