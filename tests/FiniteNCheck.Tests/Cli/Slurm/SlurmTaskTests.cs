using System.Diagnostics;
using FiniteNCheck.Cli.Slurm;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Slurm;

/// <summary>
/// The scripts run in a shell, with programs in place of <c>scontrol</c> and of the program itself that write down how they are called.
/// </summary>
[Trait("Kind", "Cli")]
public sealed class SlurmTaskTests : CliTest
{
    /// <summary>A hang is a failure, not a wait: far longer than any of these takes.</summary>
    private const int PatienceMs = 60_000;

    /// <summary>
    /// Writes its arguments, says that it is ready, and on TERM leaves with 130 as the program does.
    /// Left alone it ends at once with STATUS, or in a minute with WAIT.
    /// </summary>
    private const string Program = """
        #!/bin/bash
        printf '%s|' "$@" > called
        trap 'echo TERM >> signals; [ -z "${SLOW:-}" ] || sleep 2; exit "${ON_TERM:-130}"' TERM
        touch ready
        if [ -n "${WAIT:-}" ]; then for i in $(seq 600); do sleep 0.1; done; fi
        exit "${STATUS:-0}"
        """;

    private readonly string folder;

    public SlurmTaskTests()
    {
        folder = Path.Combine(Folder, "it's a \"folder\"");
        Directory.CreateDirectory(Path.Combine(folder, "bin"));
        Write("bin/scontrol", "#!/bin/bash\nprintf '%s|' \"$@\" > requeued\n");
        Write("bin/my program", Program);
        SlurmJob job = SlurmJobs.Of(folder, Path.Combine(folder, "bin", "my program"));
        Write("array.sh", SlurmScript.ArrayText(job, job.Arrays[0]));
        Write("merge.sh", SlurmScript.MergeText(job));
    }

    [ShellFact("bash")]
    public void The_scripts_are_sound_bash()
    {
        Assert.Equal(0, End(Start(["-n", "array.sh"])));
        Assert.Equal(0, End(Start(["-n", "merge.sh"])));
    }

    [ShellFact("bash")]
    public void A_task_computes_its_points_and_ends_as_the_program_does()
    {
        Assert.Equal(1, End(Start(["array.sh"], ("STATUS", "1"))));
        Assert.Equal(
            $"verify|{folder}/my "
            + $"study.yaml|--run|{folder}/run|--threads|1|--long|--jobs|1|--points|{folder}/tasks/2|--memory-limit|500MiB|",
            Read("called"));
        Assert.False(File.Exists(PathOf("requeued")));
    }

    [ShellFact("bash")]
    public void The_points_may_hold_what_Slurm_grants()
    {
        Assert.Equal(0, End(Start(["array.sh"], ("SLURM_MEM_PER_NODE", "64000"))));
        Assert.EndsWith("|--memory-limit|63700MiB|", Read("called"), StringComparison.Ordinal);
    }

    [ShellFact("bash")]
    public void A_cancelled_task_ends_the_program_and_does_not_go_back_to_the_queue()
    {
        using Process task = Start(["array.sh"], ("WAIT", "1"));
        Signal(task, "TERM");
        Assert.Equal(130, End(task));
        Assert.Equal("TERM\n", Read("signals"));
        Assert.False(File.Exists(PathOf("requeued")));
    }

    [ShellFact("bash")]
    public void A_task_whose_time_is_nearly_over_ends_the_program_and_goes_back_to_the_queue()
    {
        using Process task = Start(["array.sh"], ("WAIT", "1"));
        Signal(task, "USR1");
        Assert.Equal(130, End(task));
        Assert.Equal("TERM\n", Read("signals"));
        Assert.Equal("requeue|7_2|", Read("requeued"));
    }

    /// <summary>Done at the last moment, or failed: neither is computed again.</summary>
    [ShellFact("bash")]
    public void A_task_that_ends_by_itself_meanwhile_does_not_go_back_to_the_queue()
    {
        foreach (int status in new[] { 0, 1 })
        {
            File.Delete(PathOf("ready"));
            using Process task = Start(["array.sh"], ("WAIT", "1"), ("ON_TERM", $"{status}"));
            Signal(task, "USR1");
            Assert.Equal(status, End(task));
            Assert.False(File.Exists(PathOf("requeued")));
        }
    }

    [ShellFact("bash")]
    public void A_task_that_is_cancelled_on_its_way_back_to_the_queue_does_not_go_there()
    {
        using Process task = Start(["array.sh"], ("WAIT", "1"), ("SLOW", "1"));
        Signal(task, "USR1");
        Signal(task, "TERM");
        Assert.Equal(130, End(task));
        Assert.False(File.Exists(PathOf("requeued")));
    }

    [ShellFact("bash")]
    public void The_merge_reports_and_leaves_a_report_that_is_there()
    {
        Assert.Equal(3, End(Start(["merge.sh"], ("STATUS", "3"))));
        Assert.Equal($"verify|{folder}/my study.yaml|--run|{folder}/run|--threads|1|--jobs|0|--out|{folder}/results|", Read("called"));

        Directory.CreateDirectory(PathOf("results"));
        Write("results/verify.json", "precious");
        File.Delete(PathOf("called"));
        Assert.Equal(0, End(Start(["merge.sh"])));
        Assert.False(File.Exists(PathOf("called")));
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    private string Read(string name) => File.ReadAllText(PathOf(name));

    private void Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PathOf(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new("bash", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = $"{PathOf("bin")}:{start.Environment["PATH"]}";
        (string Name, string Value)[] slurm = [("SLURM_ARRAY_JOB_ID", "7"), ("SLURM_ARRAY_TASK_ID", "2"), ("SLURM_JOB_ID", "7")];
        foreach ((string name, string value) in slurm.Concat(environment))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
    }

    /// <summary>
    /// Sends a signal to the shell alone, once the program has set its trap and the shell waits for it: one that comes just before 'wait'
    /// is taken note of only when the program has ended, as in any bash.
    /// </summary>
    private void Signal(Process task, string signal)
    {
        Assert.True(SpinWait.SpinUntil(() => File.Exists(PathOf("ready")) && Sleeps(task), PatienceMs), "the program did not start");
        using Process kill = Process.Start("kill", [$"-{signal}", $"{task.Id}"]);
        kill.WaitForExit();
    }

    private static bool Sleeps(Process process)
    {
        string stat = $"/proc/{process.Id}/stat";
        return !File.Exists(stat) || (File.ReadAllText(stat) is var text && text[text.LastIndexOf(')') + 2] == 'S');
    }

    private static int End(Process process)
    {
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        bool ended = process.WaitForExit(PatienceMs);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.True(ended, "the script did not end");
        return process.ExitCode;
    }
}
