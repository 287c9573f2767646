using System.Diagnostics;
using System.Text;
using FiniteNCheck.Cli;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Tests.Hardening;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Streams;

/// <summary>
/// Streams that are closed or full. What goes to standard error changes nothing: the exit status and the result
/// are what they are with both streams open. A result that cannot be shown is an error of the output, 4, and is
/// said so where there is a stream to say it on. Nothing is a fault of the program, and nothing aborts it.
/// </summary>
[Trait("Kind", "Cli")]
public sealed class ClosedStreamTests : CliTest
{
    private const int OutputStatus = ExitCode.Fault;

    /// <summary>
    /// Command lines of every verb, with their exit status; REF is the folder of the reference data,
    /// STUDY, MODEL, RESULT and RUN lie in the folder of the test.
    /// </summary>
    private static readonly (string Line, int Status)[] Lines =
    [
        ("exact nosuch.yaml", 2),
        ("exact MODEL --n 0 --times 1", 2),
        ("nonsense", 2),
        ("verify nosuch.yaml", 2),
        ("", 2),
        ("--help", 0),
        ("--version", 0),
        ("verify --help", 0),
        ("verify --list", 0),
        ("claims --list", 0),
        ("completion bash", 0),
        ("completion words --current= -- verify", 0),
        ("exact MODEL --n 2 --times 0.1", 0),
        ("exact MODEL --n 2 --times 0.1 --estimate", 0),
        ("exact MODEL --n 2 --times 0.1 --format json --out OUT", 0),
        ("theory MODEL --times 0.1 --format csv", 0),
        ("verify STUDY --format csv", 3),
        ("verify STUDY --run OUT", 3),
        ("report RESULT --out OUT", 0),
        ("status RUN", 0),
        ("slurm STUDY --out OUT", 0),
        ("init name --out OUT", 0),
        ("claims B5-stability", 0),
        ("figures 2 --grid 2 --out OUT", 0),
        ("reference list --data REF", 0),
        ("reference check constant-rates --data REF", 0),
    ];

    private static readonly string[] Quick = ["exact nosuch.yaml", "--version", "exact MODEL --n 2 --times 0.1", "init name --out OUT"];

    [UnixTheory]
    [InlineData("2>&-")]
    [InlineData("2>/dev/full")]
    [InlineData(">&-")]
    [InlineData(">/dev/full")]
    [InlineData(">&- 2>&-")]
    [InlineData("<&- >/dev/full 2>/dev/full")]
    public void Some_commands_with_closed_and_full_streams(string streams) => Check(Quick, streams);

    [UnixTheory]
    [Trait("Speed", "Slow")]
    [InlineData("2>&-")]
    [InlineData("2>/dev/full")]
    [InlineData(">&-")]
    [InlineData(">/dev/full")]
    [InlineData("<&-")]
    [InlineData("<&- 2>&-")]
    [InlineData(">&- 2>&-")]
    [InlineData("<&- >&- 2>&-")]
    [InlineData(">/dev/full 2>/dev/full")]
    [InlineData(">&- 2>/dev/full")]
    [InlineData(">/dev/full 2>&-")]
    public void Every_verb_with_closed_and_full_streams(string streams) => Check([.. Lines.Select(line => line.Line)], streams);

    /// <summary>The runtime opens each library twice, and aborts in the middle of a run where it cannot.</summary>
    [UnixTheory]
    [InlineData(32, OutputStatus)]
    [InlineData(64, OutputStatus)]
    [InlineData(80, OutputStatus)]
    [InlineData(128, OutputStatus)]
    [InlineData(256, 0)]
    public void Few_file_handles_are_noticed_before_the_run(int handles, int status)
    {
        Prepare();
        (int exit, string output, string error) = Shell($"ulimit -n {handles}; {Program(Words("exact MODEL --n 2 --times 0.1"))}");
        Assert.Equal(status, exit);
        Assert.Equal(status == 0, output.Length > 0);
        Assert.Equal(
            status == 0
                ? ""
                : "error: Too few files may be open at a time for this program: it needs 256. "
                    + "Raise the limit (ulimit -n 256) and try again.\n",
            error);
    }

    [Fact]
    public void Files_are_complete_although_the_result_cannot_be_shown()
    {
        string results = Path.Combine(Folder, "results");
        using FullWriter output = new();
        using StringWriter error = new();
        Assert.Equal(OutputStatus, CommandLine.Run(["verify", "--out", results], output, error, backend: new FakeBackend()));
        Assert.Equal(
            $"error: Standard output cannot be written to (no room). The files in '{results}' are complete.\n",
            error.ToString().ReplaceLineEndings("\n"));
        Assert.True(File.Exists(Path.Combine(results, "verify.html")));
    }

    /// <summary>In one process: warnings and progress that cannot be written.</summary>
    [Theory]
    [InlineData("exact MODEL --n 3 --times 1")]
    [InlineData("theory MODEL --times 1")]
    public void Warnings_that_cannot_be_written_change_nothing(string line)
    {
        FakeBackend backend = new() { Model = Samples.NotEntire };
        (int exit, string expected, string warnings) = Run(backend, Words(line));
        Assert.Contains("warning: ", warnings, StringComparison.Ordinal);
        using StringWriter output = new();
        using FullWriter error = new();
        Assert.Equal(exit, CommandLine.Run(Words(line), output, error, backend: backend));
        Assert.Equal(expected, output.ToString());
    }

    private void Check(string[] lines, string streams)
    {
        Prepare();
        bool outputIsBad = streams.Split(' ').Any(stream => stream.StartsWith('>'));
        bool errorIsBad = streams.Contains("2>", StringComparison.Ordinal);
        Assert.All(
            lines,
            line =>
            {
                int status = Lines.First(known => string.Equals(known.Line, line, StringComparison.Ordinal)).Status;
                int expected = outputIsBad && status != ExitCode.BadInput ? OutputStatus : status;
                DeleteOut();
                (int exit, string output, string error) = Shell($"{Program(Words(line))} {streams}");
                Assert.True(exit == expected, $"{line} {streams}: {exit}, not {expected}. {error}");
                Assert.Equal(outputIsBad || status == ExitCode.BadInput, output.Length == 0);
                Assert.DoesNotContain("fault of the program", error, StringComparison.Ordinal);
                Assert.True(
                    errorIsBad
                        || expected != OutputStatus
                        || error.Contains("error: Standard output cannot be written to (", StringComparison.Ordinal),
                    error);
            });
    }

    private string Out => Path.Combine(Folder, "out");

    private void DeleteOut()
    {
        if (Directory.Exists(Out))
        {
            Directory.Delete(Out, recursive: true);
        }
    }

    /// <summary>A model, a study that stays undecided, and what 'verify' makes of it.</summary>
    private void Prepare()
    {
        File.WriteAllText(
            ModelPath,
            "name: network\nhopfield: { patterns: 1, temperature: 2, transverse-field: 0.2 }\ninitial: { plus: [0, 0, 0.5], minus: [0, 0, "
            + "-0.5] }\n");
        File.WriteAllText(
            Path.Combine(Folder, "study.yaml"),
            "name: study\nmodel: model.yaml\nladder: [2, 3, 4, 5]\ntimes: [1]\nresolution: 1e-12\npredictions: [{ prediction: mean-field, "
            + "expect: confirmed }]\n");
        (int exit, _, string error) = Run(backend: null, Words("verify STUDY --run RUN --out results"));
        Assert.True(exit == 3, error);
    }

    private string[] Words(string line) =>
    [
        .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
        {
            "MODEL" => ModelPath,
            "STUDY" => Path.Combine(Folder, "study.yaml"),
            "RUN" => Path.Combine(Folder, "run"),
            "results" => Path.Combine(Folder, "results"),
            "RESULT" => Path.Combine(Folder, "results", "verify.json"),
            "OUT" => Out,
            "REF" => Path.Combine(RepositoryRoot.Path, "reference-data"),
            _ => word,
        }),
    ];

    private static string Program(string[] words) =>
        $"dotnet exec '{ProgramProcess.Path}' {string.Join(' ', words.Select(word => $"'{word}'"))}";

    private static (int Exit, string Output, string Error) Shell(string command)
    {
        using Process process = ProgramProcess.StartCommand("sh", "-c", command);
        return ProgramProcess.End(process);
    }

    /// <summary>A stream on a disk that is full.</summary>
    private sealed class FullWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("no room");
    }
}
