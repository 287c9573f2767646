using System.Text;
using System.Text.RegularExpressions;
using FiniteNCheck.Cli.Slurm;
using FiniteNCheck.Reporting;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Slurm;

/// <summary>What the scripts request from Slurm, and what they run.</summary>
[Trait("Kind", "Unit")]
public sealed partial class SlurmScriptTests
{
    private const string Folder = "/data/a b's \"100%\"";

    [Fact]
    public void The_files_are_the_scripts_and_a_list_for_each_task()
    {
        ResultFile[] files = [.. SlurmScript.FilesOf(SlurmJobs.Of(Folder, "finitencheck"))];
        Assert.Equal(["array-1.sh", "array-2.sh", "merge.sh", "tasks/1", "tasks/2", "tasks/3"], files.Select(file => file.Name));
        Assert.Equal(["a1\nd4\n", "b2\nc3\n", "e5\nf6\n"], files[3..].Select(file => Encoding.UTF8.GetString(file.Content.Span)));
        Assert.All(files, file => Assert.DoesNotContain((byte)'\r', file.Content.ToArray()));
        Assert.All(files[..3], file => Assert.Empty(Mark().Matches(Encoding.UTF8.GetString(file.Content.Span))));
    }

    [Fact]
    public void An_array_asks_for_what_its_points_take()
    {
        SlurmJob job = SlurmJobs.Of(Folder, "/opt/my programs/finitencheck");
        string[] asked = Directives(SlurmScript.ArrayText(job, job.Arrays[1]));
        Assert.Equal(
            [
                "--job-name=my-study",
                "--array=3-3",
                "--cpus-per-task=1",
                "--mem=28911M",
                "--time=15",
                "--output=\"/data/a b's \\\"100%%\\\"/logs/%a.log\"",
                "--open-mode=append",
                "--requeue",
                "--signal=B:USR1@120",
            ],
            asked);
        Assert.Contains("--array=1-2", Directives(SlurmScript.ArrayText(job, job.Arrays[0])));
    }

    [Fact]
    public void It_runs_the_program_on_the_points_of_the_task()
    {
        SlurmJob job = SlurmJobs.Of(Folder, "/opt/my programs/finitencheck");
        const string quoted = "/data/a b'\\''s \"100%\"";
        Assert.Contains(
            $"\n'/opt/my programs/finitencheck' verify '{quoted}/my study.yaml' --run '{quoted}/run' --threads 1 --long --jobs 1 --points "
            + $"'{quoted}/tasks'/\"$SLURM_ARRAY_TASK_ID\" --memory-limit \"${{memory}}MiB\" &\n",
            SlurmScript.ArrayText(job, job.Arrays[1]),
            StringComparison.Ordinal);
        Assert.Contains(
            $"\n'/opt/my programs/finitencheck' verify '{quoted}/my study.yaml' --run '{quoted}/run' --threads 1 --jobs 0 --out "
            + $"'{quoted}/results'\n",
            SlurmScript.MergeText(job),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Options_of_the_user_come_last_since_the_last_one_counts()
    {
        SlurmJob job = SlurmJobs.Of(Folder, "finitencheck") with { Options = "--partition=long --time=1-0", Large = true };
        Assert.All([SlurmScript.ArrayText(job, job.Arrays[0]), SlurmScript.MergeText(job)], text =>
        {
            Assert.Equal("--partition=long --time=1-0", Directives(text)[^1]);
            Assert.Contains(" --large --run ", text, StringComparison.Ordinal);
        });
    }

    /// <summary>Slurm reads its lines up to the first command.</summary>
    [Fact]
    public void No_command_stands_before_a_line_for_Slurm()
    {
        SlurmJob job = SlurmJobs.Of(Folder, "finitencheck");
        Assert.All(
            [SlurmScript.ArrayText(job, job.Arrays[0]), SlurmScript.MergeText(job)],
            text =>
            {
                string[] lines = text.Split('\n');
                Assert.Equal("#!/bin/bash", lines[0]);
                Assert.All(
                    lines[..Array.FindLastIndex(lines, line => line.StartsWith("#SBATCH", StringComparison.Ordinal))],
                    line => Assert.StartsWith("#", line, StringComparison.Ordinal));
            });
    }

    [Theory]
    [InlineData("retrieval", "retrieval")]
    [InlineData("/x/My Study, §2 (new).v3.yaml", "My-Study---2--new-.v3")]
    [InlineData("/x/-.yaml", "study")]
    [InlineData("/x/a-name-that-goes-on-and-on-and-on-and-on-and-on.yaml", "a-name-that-goes-on-and-on-and-on-and-on")]
    public void The_name_of_a_job_has_no_character_that_stumbles(string study, string name)
    {
        SlurmJob job = SlurmJobs.Of(Folder, "finitencheck") with { Studies = [study] };
        Assert.Equal(name, SlurmScript.NameOf(job));
        Assert.Equal($"{name}-and-2-more", SlurmScript.NameOf(job with { Studies = [study, "b", "c"] }));
    }

    [Theory]
    [InlineData("plain-1.2_/x", "plain-1.2_/x")]
    [InlineData("", "''")]
    [InlineData("a b", "'a b'")]
    [InlineData("it's $HOME", "'it'\\''s $HOME'")]
    public void Words_are_quoted_for_a_shell(string word, string quoted) => Assert.Equal(quoted, ShellWord.Quote(word));

    [Theory]
    [InlineData("/opt/finitencheck", "/opt/finitencheck.dll", "/opt/finitencheck")]
    [InlineData("/usr/bin/dotnet", "/opt/finitencheck.dll", "/usr/bin/dotnet /opt/finitencheck.dll")]
    [InlineData("/opt/testhost", "/opt/finitencheck.dll", "dotnet /opt/finitencheck.dll")]
    [InlineData(null, "/opt/finitencheck.dll", "dotnet /opt/finitencheck.dll")]
    [InlineData("/opt/fnc", "", "/opt/fnc")]
    public void The_program_is_started_as_it_runs_now(string? process, string library, string words) =>
        Assert.Equal(words, string.Join(' ', OwnProgram.CommandFor(process, library)));

    private static string[] Directives(string text) =>
    [
        .. text.Split('\n')
            .Where(line => line.StartsWith("#SBATCH ", StringComparison.Ordinal))
            .Select(line => line["#SBATCH ".Length..]),
    ];

    [GeneratedRegex("@[A-Z]+@", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();
}
