namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>How many registers of a row a kernel computes at once; known when it is compiled.</summary>
internal interface IRegisters
{
    /// <summary>The number: 1, 2 or 4.</summary>
    static abstract int Count { get; }
}

/// <summary>One register.</summary>
internal readonly struct OneRegister : IRegisters
{
    /// <inheritdoc/>
    public static int Count => 1;
}

/// <summary>Two registers.</summary>
internal readonly struct TwoRegisters : IRegisters
{
    /// <inheritdoc/>
    public static int Count => 2;
}

/// <summary>Four registers.</summary>
internal readonly struct FourRegisters : IRegisters
{
    /// <inheritdoc/>
    public static int Count => 4;
}
