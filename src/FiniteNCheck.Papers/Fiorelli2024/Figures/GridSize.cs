namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>How many points a grid has along either axis, each at least 2.</summary>
/// <param name="Temperatures">Along the temperature.</param>
/// <param name="Fields">Along the transverse field.</param>
public readonly record struct GridSize(int Temperatures, int Fields)
{
    /// <summary>The number of points.</summary>
    public int Count => Temperatures * Fields;

    /// <inheritdoc/>
    public override string ToString() => $"{Temperatures}x{Fields}";
}
