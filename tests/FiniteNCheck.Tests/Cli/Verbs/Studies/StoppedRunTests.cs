using System.Diagnostics;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Verbs.Studies;

/// <summary>
/// A sweep that is stopped again and again at random moments loses no finished point, and ends with
/// the same bits as one that was left alone.
/// </summary>
[Trait("Kind", "Cli")]
public sealed class StoppedRunTests : IDisposable
{
    private readonly SweepFolder folder = new();

    [Theory]
    [InlineData("KILL", 2)]
    [InlineData("INT", 1)]
    public void A_stopped_sweep_goes_on(string signal, int times) => StopAndGoOn(signal, times);

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData("KILL", 50)]
    [InlineData("TERM", 20)]
    [InlineData("INT", 20)]
    public void A_sweep_stopped_very_often_goes_on(string signal, int times) => StopAndGoOn(signal, times);

    [Fact]
    [Trait("Speed", "Slow")]
    public void Processes_on_one_directory_share_the_work_and_one_may_be_killed()
    {
        Process[] processes = [.. Enumerable.Range(0, 3).Select(_ => folder.Start("shared", "--jobs", "1"))];
        WaitForAPoint("shared");
        ProgramProcess.Signal(processes[1], "KILL");
        Assert.All(new[] { processes[0], processes[2] }, process =>
        {
            (int exit, string output, string error) = ProgramProcess.End(process);
            Assert.True(exit == 0, error);
            Assert.Equal(SweepFolder.UndisturbedOutput, output);
        });
        Assert.Equal(SweepFolder.UndisturbedPoints, folder.Points("shared"));
        Assert.Empty(Directory.GetFiles(folder.PathOf("shared", "checkpoints")));
        Array.ForEach(processes, process => process.Dispose());
    }

    public void Dispose() => folder.Dispose();

    private void StopAndGoOn(string signal, int times)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Random random = new((int)Seed.Value);
        int stopped = 0;
        int round = 0;
        while (stopped < times)
        {
            string run = $"run-{round++}";
            bool ended = false;
            while (!ended && stopped < times)
            {
                Dictionary<string, string> before = folder.Points(run);
                using Process process = folder.Start(run, "--checkpoint", "0");
                ended = process.WaitForExit(random.Next(100, 1500));
                if (!ended)
                {
                    ProgramProcess.Signal(process, signal);
                    stopped++;
                }

                (int exit, _, string error) = ProgramProcess.End(process);
                ended |= exit == 0;
                Assert.True(exit == 0 || exit == (signal is "KILL" ? 137 : 130), $"exit status {exit}: {error}, {Seed.Description}");
                if (exit == 130)
                {
                    Assert.Contains("the same command goes on from there", error, StringComparison.Ordinal);
                    Assert.Empty(Directory.GetFiles(folder.PathOf(run, "locks")));
                }

                Dictionary<string, string> after = folder.Points(run);
                Assert.All(before, point => Assert.Equal(point.Value, after[point.Key]));
            }

            (int last, string output, string complaints) = ProgramProcess.End(folder.Start(run));
            Assert.True(last == 0, complaints);
            Assert.Equal(SweepFolder.UndisturbedOutput, output);
            Assert.Equal(SweepFolder.UndisturbedPoints, folder.Points(run));
        }
    }

    private void WaitForAPoint(string run)
    {
        Stopwatch patience = Stopwatch.StartNew();
        while (folder.Points(run).Count == 0 && patience.Elapsed < TimeSpan.FromMinutes(2))
        {
            Thread.Sleep(20);
        }
    }
}
