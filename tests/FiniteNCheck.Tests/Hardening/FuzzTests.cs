using System.Collections.Concurrent;
using System.Text;
using FiniteNCheck.Tests.Cli;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Hardening;

/// <summary>Damaged model and study files through the whole program: it answers or refuses, in time, and writes nowhere else.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Workers = 2;

    [Fact]
    [Trait("Kind", "Invariant")]
    public void Three_thousand_damaged_files_do_no_harm() => DoNoHarm(3_000);

    [Fact]
    [Trait("Kind", "Invariant")]
    [Trait("Speed", "Slow")]
    public void A_hundred_thousand_damaged_files_do_no_harm() => DoNoHarm(100_000);

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_program_that_throws_is_noticed() =>
        Assert.Contains("exit 4", FaultWith(_ => throw new InvalidOperationException("broken")), StringComparison.Ordinal);

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_program_that_writes_elsewhere_is_noticed() =>
        Assert.Contains(
            "files outside of the output directory",
            FaultWith(root => File.WriteAllText(Path.Combine(root, "stray"), "")),
            StringComparison.Ordinal);

    [Fact]
    [Trait("Kind", "Mutation")]
    public void A_program_that_hangs_is_noticed() =>
        Assert.Contains("late", FaultWith(_ => Thread.Sleep(TimeSpan.FromSeconds(6))), StringComparison.Ordinal);

    private static string FaultWith(Action<string> misdeed)
    {
        string root = "";
        using GuardedRun run = new(new FakeBackend
        {
            Exact = () =>
            {
                misdeed(root);
                return Samples.Exact(2, [0.01]);
            },
        })
        {
            Until = _ => TimeSpan.FromSeconds(2),
            Limit = TimeSpan.FromSeconds(0.5),
            Tries = 1,
        };
        root = run.Root;

        // File 6 of ten is one that the exact engine solves.
        return run.FaultOf(new MutatedFile(6, IsStudy: false, Encoding.UTF8.GetBytes("name: any\n")));
    }

    private void DoNoHarm(int count)
    {
        output.WriteLine(Seed.Description);
        ConcurrentBag<string> faults = [];
        Parallel.For(
            0,
            Workers,
            new ParallelOptions { MaxDegreeOfParallelism = Workers },
            worker =>
            {
                using GuardedRun run = new();
                for (int number = worker; number < count && faults.Count < 20; number += Workers)
                {
                    if (run.FaultOf(MutatedFile.Of(Seed.Value, number)) is { Length: > 0 } fault)
                    {
                        faults.Add($"file {number}: {fault}");
                    }
                }
            });
        Assert.True(faults.IsEmpty, $"{Seed.Description}\n{string.Join('\n', faults)}");
    }
}
