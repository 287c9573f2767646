namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>One register.</summary>
internal readonly struct OneRegister : IRegisters
{
    /// <inheritdoc/>
    public static int Count => 1;
}
