namespace FiniteNCheck.Exact.Evolution.Checkpoints;

/// <summary>The frame of every checkpoint.</summary>
internal static class CheckpointFormat
{
    /// <summary>
    /// The first number: <c>FNCHECK\n</c> as read on a little-endian machine. On any other machine the file is not recognised.
    /// </summary>
    public const long Mark = 0x0A4B434548434E46;

    /// <summary>The second number; incremented with every change of the format.</summary>
    public const long Version = 2;

    /// <summary>Bytes of the checksum at the end.</summary>
    public const int ChecksumBytes = 32;

    /// <summary>Bytes of mark and version.</summary>
    public const int HeadBytes = 16;

    /// <summary>Bytes hashed, written or read at a time.</summary>
    public const int ChunkBytes = 1 << 19;
}
