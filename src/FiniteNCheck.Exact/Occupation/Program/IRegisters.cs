namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>How many registers of a row a kernel computes at once; known when it is compiled.</summary>
internal interface IRegisters
{
    /// <summary>The number: 1, 2 or 4.</summary>
    static abstract int Count { get; }
}
