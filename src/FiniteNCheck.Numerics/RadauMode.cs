using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>One eigenvalue of the inverse Radau matrix, with the transformation that decouples the stage equations.</summary>
/// <param name="Eigenvalue">The eigenvalue; of a conjugate pair, the one in the upper half plane.</param>
/// <param name="FromStages">The row that maps the stages to the mode.</param>
/// <param name="ToStages">
/// The column that maps the mode back. The real part of its product with the mode is added to each stage; this includes the
/// conjugate partner.
/// </param>
public sealed record RadauMode(Complex Eigenvalue, ImmutableArray<Complex> FromStages, ImmutableArray<Complex> ToStages);
