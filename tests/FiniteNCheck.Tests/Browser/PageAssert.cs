using System.Collections.Immutable;
using Xunit;

namespace FiniteNCheck.Tests.Browser;

/// <summary>Assertions on what the checks of a page found.</summary>
internal static class PageAssert
{
    private const int Shown = 12;

    /// <summary>Fails with the first faults of every check that found any.</summary>
    public static void Sound(ImmutableArray<(string Check, string Fault)> faults)
    {
        IEnumerable<string> lines = faults.GroupBy(fault => fault.Check, fault => fault.Fault, StringComparer.Ordinal)
            .SelectMany(check => check
                .Take(Shown)
                .Select(fault => $"{check.Key}: {fault}")
                .Append(check.Count() > Shown ? $"{check.Key}: and {check.Count() - Shown} more" : ""));
        Assert.True(faults.IsEmpty, $"{faults.Length} faults\n{string.Join('\n', lines.Where(line => line.Length > 0))}");
    }
}
