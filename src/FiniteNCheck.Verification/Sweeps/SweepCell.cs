using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Sweeps;

/// <summary>The cell of a study in a sweep: one value per axis.</summary>
/// <param name="Sweep">The name of the sweep's study file.</param>
/// <param name="Parameters">The values, in the order of the axes.</param>
public sealed record SweepCell(string Sweep, ImmutableArray<SweepParameter> Parameters)
{
    /// <summary>The values as text, such as <c>temperature = 0.5, transverse-field = 0.2</c>.</summary>
    public override string ToString() =>
        string.Join(", ", Parameters.Select(parameter => $"{parameter.Name} = {Numeral.Exact(parameter.Value)}"));
}
