namespace FiniteNCheck.Exact.Occupation.Terms;

/// <summary>A factor <c>n_bin + shift</c> of a term, with the occupation in the result.</summary>
/// <param name="Bin">The bin.</param>
/// <param name="Shift">The shift: what earlier moves of the same term have changed.</param>
internal readonly record struct OccupationFactor(int Bin, int Shift);
