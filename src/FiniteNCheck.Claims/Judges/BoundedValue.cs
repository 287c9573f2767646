namespace FiniteNCheck.Claims.Judges;

/// <summary>A number that a statement bounds from below.</summary>
/// <param name="Name">Where the number was taken.</param>
/// <param name="Value">The number.</param>
/// <param name="Uncertainty">Its half width: rounding for a closed form, the uncertainty of the limit for a ladder.</param>
public readonly record struct BoundedValue(string Name, double Value, double Uncertainty);
