using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Verbs.Studies;

/// <summary>A run on a disk that is full: a file system of a few pages that only the run sees.</summary>
[Trait("Kind", "Cli")]
public sealed class FullDiskRunTests : IDisposable
{
    private readonly SweepFolder folder = new();

    [SmallDiskFact]
    [Trait("Speed", "Slow")]
    public void A_full_disk_ends_the_run_with_a_message_and_more_room_lets_it_go_on()
    {
        string disk = Directory.CreateDirectory(folder.PathOf("disk")).FullName;
        string kept = folder.PathOf("kept");
        string program = $"dotnet exec '{ProgramProcess.Path}' verify '{folder.StudyPath}' --run '{disk}/run' --format csv";
        (int exit, string output, string error) = ProgramProcess.End(ProgramProcess.StartCommand("unshare", "-rm", "sh", "-c", $"""
            mount -t tmpfs -o size=100k none '{disk}' || exit 99
            {program}
            echo "first: $?"; ls '{disk}/run/points' | grep -c json
            mount -o remount,size=10m '{disk}'
            {program} > '{folder.PathOf("second.csv")}'
            echo "second: $?"; cp -r '{disk}/run' '{kept}'
            """));

        Assert.True(exit == 0, error);
        Assert.StartsWith("first: 4\n", output, StringComparison.Ordinal);
        Assert.EndsWith("second: 0\n", output, StringComparison.Ordinal);
        Assert.InRange(int.Parse(output.Split('\n')[1]), 1, SweepFolder.UndisturbedPoints.Count - 1);
        Assert.Contains("What is finished is kept in", error, StringComparison.Ordinal);
        Assert.Contains("space", error, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(SweepFolder.UndisturbedOutput, File.ReadAllText(folder.PathOf("second.csv")));
        Assert.Equal(SweepFolder.UndisturbedPoints, folder.Points("kept"));
    }

    public void Dispose() => folder.Dispose();
}
