namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>Two registers.</summary>
internal readonly struct TwoRegisters : IRegisters
{
    /// <inheritdoc/>
    public static int Count => 2;
}
