using FiniteNCheck.Cli.Running;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Tests.Reporting;
using FiniteNCheck.Verification;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Running;

/// <summary><c>--out</c>: all files or none.</summary>
[Trait("Kind", "Cli")]
public sealed class OutDirectoryTests : CliTest
{
    private static readonly ResultFile[] Files =
    [
        ResultFile.OfText("a.txt", "first\n"),
        ResultFile.OfText("b.txt", "second\n"),
        ResultFile.OfText("more/c.txt", "third\n"),
    ];

    private string Out => Path.Combine(Folder, "new", "results");

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    public void The_file_holds_what_standard_output_shows(string format)
    {
        (int exit, string output, string error) = Run(
            new FakeBackend(), "exact", ModelPath, "--n", "3", "--times", "1", "--format", format, "--out", Out);
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(output, File.ReadAllText(Path.Combine(Out, $"exact.{format}")));
        Assert.Equal(
            ["exact.csv", "exact.h5", "exact.json", "exact.npz", "exact.txt"], Directory.GetFiles(Out).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Every_verb_writes_its_formats()
    {
        Assert.Equal(0, Run(new FakeBackend(), "theory", ModelPath, "--times", "1", "--out", Out).Exit);
        Assert.Equal(0, Run(new FakeBackend(), "verify", "--out", Out).Exit);
        Assert.Equal(
            [
                "theory.csv", "theory.h5", "theory.json", "theory.npz", "theory.txt", "verify.csv", "verify.h5", "verify.html",
                "verify.json", "verify.md", "verify.npz", "verify.tex", "verify.txt",
            ],
            Directory.GetFiles(Out).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("markdown", "verify.md")]
    [InlineData("latex", "verify.tex")]
    public void Pages_of_a_verification_are_printed_too(string format, string file)
    {
        string shown = Run(new FakeBackend(), "verify", "--format", format, "--out", Out).Output;
        Assert.Contains("0.3", shown, StringComparison.Ordinal);
        Assert.Equal(shown, File.ReadAllText(Path.Combine(Out, file)));
    }

    [Fact]
    public void A_report_made_from_json_has_the_same_tables()
    {
        Assert.Equal(0, Run(new FakeBackend(), "verify", "--out", Out).Exit);
        string again = Path.Combine(Folder, "again");
        Assert.Equal(0, Run(new FakeBackend(), "report", Path.Combine(Out, "verify.json"), "--out", again).Exit);
        Assert.All(
            ["verify.md", "verify.tex"],
            file => Assert.Equal(File.ReadAllText(Path.Combine(Out, file)), File.ReadAllText(Path.Combine(again, file))));
        Assert.True(File.Exists(Path.Combine(again, "verify.npz")));
    }

    [Theory]
    [InlineData("made up")]
    [InlineData("computed")]
    [InlineData("without numbers")]
    public void A_report_made_from_json_has_the_same_bytes(string study)
    {
        VerifyReport report = study switch
        {
            "made up" => SampleReports.Verify with { Studies = [SampleReports.Verify.Studies[1]] },
            "computed" => SampleReports.Verify with { Studies = [SampleReports.Verify.Studies[0]] },
            _ => SampleReports.Verify with { Studies = [WithoutNumbers(SampleReports.Verify.Studies[0])] },
        };
        ResultFile[] files = [.. VerifyFiles.Render(report)];
        ResultFile[] again = [.. VerifyFiles.Render(VerifyJsonReader.Read(VerifyJson.Render(report), "verify.json"))];
        Assert.Equal(files.Select(file => file.Name), again.Select(file => file.Name));
        Assert.All(files.Zip(again), pair => Assert.True(pair.First.Content.Span.SequenceEqual(pair.Second.Content.Span), pair.First.Name));
    }

    /// <summary>The study with elements whose uncertainty, order or distance does not exist, or is beyond all bounds.</summary>
    private static StudyFinding WithoutNumbers(StudyFinding study) => study with
    {
        Predictions = [.. study.Predictions.Select(prediction => prediction with
        {
            Elements = [.. prediction.Elements.Select((element, i) => (i % 5) switch
            {
                0 => element with { LimitUncertainty = double.PositiveInfinity, Distance = 0 },
                1 => element with { OrderUncertainty = double.PositiveInfinity },
                2 => element with { Distance = double.PositiveInfinity, Verdict = Verdict.Refuted },
                3 => element with
                {
                    Order = null,
                    OrderUncertainty = null,
                    Limit = double.NaN,
                    LimitUncertainty = double.NaN,
                    Distance = double.NaN,
                    Verdict = Verdict.Inconclusive,
                },
                _ => element with
                {
                    FirstOrderLimit = double.NegativeInfinity, Distance = double.PositiveInfinity, Verdict = Verdict.Inconclusive,
                },
            })],
        })],
    };

    [Fact]
    public void Cancelling_before_the_files_take_their_names_leaves_nothing()
    {
        ResultDirectory directory = ResultDirectory.Check(Out, [.. Files.Select(file => file.Name)]);
        using CancellationTokenSource cancellation = new();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => directory.Write(Files, cancellation.Token));
        Assert.False(Directory.Exists(Path.Combine(Folder, "new")));
    }

    [Fact]
    public void A_file_that_appears_during_the_run_is_kept_and_the_others_are_taken_back()
    {
        ResultDirectory directory = ResultDirectory.Check(Out, [.. Files.Select(file => file.Name)]);
        Directory.CreateDirectory(Out);
        string taken = Path.Combine(Out, "b.txt");
        File.WriteAllText(taken, "precious");
        Assert.Throws<IOException>(() => directory.Write(Files, CancellationToken.None));
        Assert.Equal([taken], Directory.GetFileSystemEntries(Out));
        Assert.Equal("precious", File.ReadAllText(taken));
    }

    [Fact]
    public void A_failed_write_is_reported_and_the_result_is_still_printed()
    {
        FakeBackend backend = new()
        {
            Exact = () =>
            {
                // The directory's name is taken by a file while the run is under way.
                Directory.CreateDirectory(Path.GetDirectoryName(Out)!);
                File.WriteAllText(Out, "precious");
                return Samples.Exact(3, [1]);
            },
        };
        (int exit, string output, string error) = Run(backend, "exact", ModelPath, "--n", "3", "--times", "1", "--out", Out);
        Assert.Equal(4, exit);
        Assert.Contains("Exact moments", output, StringComparison.Ordinal);
        Assert.Contains("could not be written", error, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(Out));
    }

    [Fact]
    public void An_interrupted_run_writes_nothing()
    {
        using CancellationTokenSource cancellation = new();
        FakeBackend backend = new()
        {
            Exact = () =>
            {
                cancellation.Cancel();
                return Samples.Exact(3, [1]);
            },
        };
        (int exit, string output, string error) = Run(
            backend, cancellation.Token, "exact", ModelPath, "--n", "3", "--times", "1", "--out", Out);
        Assert.Equal((130, ""), (exit, output));
        Assert.Contains("Interrupted", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Folder, "new")));
    }
}
