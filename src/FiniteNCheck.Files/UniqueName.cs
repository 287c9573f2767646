using System.Diagnostics;

namespace FiniteNCheck.Files;

/// <summary>
/// Names for temporary files that no other process has, on this machine or another: of machine, process, time and a count. They need no
/// source of random numbers, which a bare system may not have.
/// </summary>
public static class UniqueName
{
    private static int count;

    /// <summary>A name of letters, digits and hyphens.</summary>
    public static string Next()
    {
        uint machine = BitConverter.ToUInt32(Sha256.Of(System.Text.Encoding.UTF8.GetBytes(Environment.MachineName)));
        return $"{machine:x8}-{Environment.ProcessId:x}-{Stopwatch.GetTimestamp():x}-{Interlocked.Increment(ref count):x}";
    }
}
