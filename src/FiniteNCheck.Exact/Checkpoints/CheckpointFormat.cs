namespace FiniteNCheck.Exact.Checkpoints;

/// <summary>What every checkpoint begins and ends with.</summary>
internal static class CheckpointFormat
{
    /// <summary>The first number: <c>FNCHECK\n</c> as a machine reads it that keeps the low byte first. On any other the file is unknown.</summary>
    public const long Mark = 0x0A4B434548434E46;

    /// <summary>The second number; raised with every change of what follows it.</summary>
    public const long Version = 2;

    /// <summary>Bytes of the checksum at the end.</summary>
    public const int ChecksumBytes = 32;

    /// <summary>Bytes before the first text.</summary>
    public const int HeadBytes = 16;

    /// <summary>Bytes hashed, written or read at a time.</summary>
    public const int ChunkBytes = 1 << 19;
}
