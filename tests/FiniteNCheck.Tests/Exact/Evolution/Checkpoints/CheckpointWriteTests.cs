using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Model;
using Xunit;

namespace FiniteNCheck.Tests.Exact.Evolution.Checkpoints;

/// <summary>A checkpoint that cannot be written costs only a warning: the run goes on, and the last checkpoint stays.</summary>
[Trait("Kind", "Unit")]
public sealed class CheckpointWriteTests : IDisposable
{
    private readonly CheckpointFolder folder = new();
    private readonly CheckpointCase item = CheckpointCase.Of("small");

    private string Temporary => $"{folder.Path}.tmp";

    public void Dispose() => folder.Dispose();

    [Fact]
    public void No_place_for_it()
    {
        // The parent is a file: nobody can write there, whatever their permissions.
        File.WriteAllText(folder.Path, "a file");
        ExactResult result = item.Solve(folder.Settings with { Path = Path.Combine(folder.Path, "run.checkpoint"), Every = TimeSpan.Zero });
        AssertSound(result, "there is none yet");
        Assert.Equal("a file", File.ReadAllText(folder.Path));
    }

    [FullDiskFact]
    public void A_full_disk_leaves_the_last_one()
    {
        item.StopAfter(2, folder.Settings);
        byte[] last = folder.Bytes;

        // Each attempt deletes what it could not write, and the next finds the disk full again.
        FillDisk();
        AssertSound(item.Solve(folder.Settings with { Every = TimeSpan.Zero, Warn = Told }), "the last one stays");
        Assert.Equal(last, folder.Bytes);
        File.Delete(Temporary);
        Assert.Equal(["run.checkpoint"], folder.Files);

        void FillDisk() => File.CreateSymbolicLink(Temporary, FullDiskFactAttribute.Device);

        void Told(string warning)
        {
            folder.Warnings.Add(warning);
            Assert.Equal(["run.checkpoint"], folder.Files);
            FillDisk();
        }
    }

    [Fact]
    public void A_temporary_file_that_cannot_be_made_leaves_the_last_one()
    {
        item.StopAfter(2, folder.Settings);
        byte[] last = folder.Bytes;
        Directory.CreateDirectory(Temporary);
        AssertSound(item.Solve(folder.Settings with { Every = TimeSpan.Zero }), "the last one stays");
        Assert.Equal(last, folder.Bytes);
        Directory.Delete(Temporary);
        folder.Warnings.Clear();
        Assert.Equal(CheckpointCase.UndisturbedOf("small").Bits, CheckpointCase.Bits(item.Solve(folder.Settings)));
        Assert.Empty(folder.Warnings);
    }

    [Theory]
    [InlineData("", 0, "path is empty")]
    [InlineData("run.checkpoint", -1, "expected zero or more")]
    public void Settings_are_checked(string path, int seconds, string message)
    {
        Checkpointing settings = folder.Settings with { Path = path, Every = TimeSpan.FromSeconds(seconds) };
        Assert.Contains(message, Assert.Throws<InputException>(() => item.Solve(settings)).Message, StringComparison.Ordinal);
    }

    private void AssertSound(ExactResult result, string what)
    {
        Assert.Equal(CheckpointCase.UndisturbedOf("small").Bits, CheckpointCase.Bits(result));
        Assert.NotEmpty(folder.Warnings);
        Assert.All(folder.Warnings, warning => Assert.Contains("cannot be written", warning, StringComparison.Ordinal));
        Assert.All(folder.Warnings, warning => Assert.Contains($"{what}, and the run goes on.", warning, StringComparison.Ordinal));
    }
}
