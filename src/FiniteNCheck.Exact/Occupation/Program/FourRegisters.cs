namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>Four registers.</summary>
internal readonly struct FourRegisters : IRegisters
{
    /// <inheritdoc/>
    public static int Count => 4;
}
