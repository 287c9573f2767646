using System.Text.Json;
using FiniteNCheck.Tests.Verification.Reference;
using FiniteNCheck.Verification.Reference;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Verbs.References;

/// <summary><c>finitencheck reference</c>.</summary>
[Trait("Kind", "Cli")]
public sealed class ReferenceVerbTests : CliTest
{
    private const string Set = "constant-rates";
    private readonly ReferenceSets sets;

    public ReferenceVerbTests()
    {
        // A folder with two sets only, next to the model file of the base class.
        foreach (string file in Directory.GetFiles(ReferenceFolder.Stored.Folder, "models/*.yaml"))
        {
            Directory.CreateDirectory(Path.Combine(Folder, "models"));
            File.Copy(file, Path.Combine(Folder, "models", Path.GetFileName(file)));
        }

        foreach (string name in new[] { Set, "gibbs-p2" })
        {
            File.Copy(
                ReferenceFolder.Stored.VerifiedPath(ReferenceFolder.Stored.Find(name)),
                Path.Combine(Folder, name + ReferenceFile.VerifiedSuffix));
        }

        File.WriteAllText(Path.Combine(Folder, ReferenceSets.Catalogue), """
            sets:
              - { name: constant-rates, purpose: one, kind: exact, model: models/constant-rates.yaml, n: [2, 3, 4, 5, 6, 10, 20],
                  times: [0.5, 1, 2, 4], tolerance: { mean: 1e-11, covariance: 1e-9 }, speed: quick }
              - { name: gibbs-p2, purpose: two, kind: gibbs, model: models/gibbs-p2.yaml, n: [2, 5, 10, 50, 200],
                  tolerance: { mean: 1e-11, covariance: 1e-10, covariance-relative: 1e-10 }, speed: slow }

            """);
        sets = ReferenceSets.Load(Folder);
    }

    private string Verified => sets.VerifiedPath(sets.Find(Set));

    private string Received => sets.ReceivedPath(sets.Find(Set));

    [Fact]
    public void List_shows_every_set()
    {
        (int exit, string output, _) = Reference(new FakeBackend(), "list");
        Assert.Equal(0, exit);
        Assert.Contains("constant-rates  exact  quick  yes", output, StringComparison.Ordinal);
        (_, string csv, _) = Reference(new FakeBackend(), "list", "--format", "csv");
        Assert.Equal(3, csv.TrimEnd().Split('\n').Length);
        (_, string json, _) = Reference(new FakeBackend(), "list", "--format", "json");
        Assert.Equal(2, JsonDocument.Parse(json).RootElement.GetProperty("sets").GetArrayLength());
    }

    [Theory]
    [InlineData("check", 1)]
    [InlineData("check --all", 2)]
    [InlineData("check gibbs-p2", 1)]
    [InlineData("check gibbs-p2 constant-rates", 2)]
    public void Check_of_unchanged_numbers_succeeds_and_writes_nothing(string line, int count)
    {
        (int exit, string output, string error) = Reference(new FakeBackend(), [.. line.Split(' '), "--format", "json"]);
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(count, JsonDocument.Parse(output).RootElement.GetProperty("sets").GetArrayLength());
        Assert.Empty(Directory.GetFiles(Folder, "*.received.csv"));
    }

    [Fact]
    public void Check_of_changed_numbers_shows_them_worst_first_and_keeps_the_stored_file()
    {
        string before = File.ReadAllText(Verified);
        (int exit, string output, _) = Reference(new FakeBackend { ChangeReference = 1e-6 }, "check");
        Assert.Equal(1, exit);
        Assert.Contains("differs", output, StringComparison.Ordinal);
        Assert.Contains("expected", output, StringComparison.Ordinal);
        Assert.Contains("allowance", output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Verified));
        Assert.True(File.Exists(Received));
        string csv = Reference(new FakeBackend { ChangeReference = 1e-6 }, "check", "--format", "csv").Output;
        Assert.Equal(1 + 1 + (28 * 9), csv.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void Regenerate_then_accept_replaces_the_stored_file()
    {
        FakeBackend backend = new() { ChangeReference = 1e-6 };
        Assert.Equal(1, Reference(backend, "regenerate", Set).Exit);
        string received = File.ReadAllText(Received);
        (int exit, string output, _) = Reference(backend, "accept", Set);
        Assert.Equal(0, exit);
        Assert.Contains("accepted as", output, StringComparison.Ordinal);
        Assert.Equal(received, File.ReadAllText(Verified));
        Assert.False(File.Exists(Received));
        Assert.Equal(0, Reference(new FakeBackend(), "check").Exit);
    }

    [Fact]
    public void A_new_set_is_written_and_waits()
    {
        ReferenceFile stored = ReferenceFile.Read(Verified);
        stored.Write(Received);
        File.Delete(Verified);
        Assert.Equal(2, Reference(new FakeBackend(), "check").Exit);
        Assert.Equal(0, Reference(new FakeBackend(), "accept", Set).Exit);
        Assert.Equal(stored.ToText(), File.ReadAllText(Verified));
    }

    [Theory]
    [InlineData("", "ACTION is missing")]
    [InlineData("chek", "Did you mean 'check'?")]
    [InlineData("list gibbs-p2", "takes no SET")]
    [InlineData("regenerate", "takes one SET")]
    [InlineData("accept gibbs-p2 constant-rates", "takes one SET")]
    [InlineData("accept gibbs-p2", "nothing to accept")]
    [InlineData("check gibs-p2", "Did you mean 'gibbs-p2'?")]
    [InlineData("check gibbs-p2 --all", "--all is for 'check' without SET")]
    [InlineData("list --all", "--all is for")]
    [InlineData("check --data nowhere", "There is no sets.yaml in 'nowhere'")]
    public void What_cannot_be_done_is_said(string line, string expected)
    {
        FakeBackend backend = new();
        (int exit, string output, string error) = line.Contains("--data", StringComparison.Ordinal)
            ? Run(backend, ["reference", .. line.Split(' ')])
            : Reference(backend, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.False(backend.Ran);
    }

    [Fact]
    public void A_damaged_file_is_refused_before_anything_runs()
    {
        File.AppendAllText(Verified, "nonsense\n");
        FakeBackend backend = new();
        (int exit, _, string error) = Reference(backend, "check", "--all");
        Assert.Equal((2, false), (exit, backend.Ran));
        Assert.Contains($"{Verified}:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_received_file_of_another_set_is_not_accepted()
    {
        File.Copy(sets.VerifiedPath(sets.Find("gibbs-p2")), Received);
        (int exit, _, string error) = Reference(new FakeBackend(), "accept", Set);
        Assert.Equal(2, exit);
        Assert.Contains("holds the set 'gibbs-p2'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_model_file_is_a_mismatch()
    {
        // The real backend: it hashes the model file.
        File.AppendAllText(Path.Combine(Folder, "models", "gibbs-p2.yaml"), "# a comment\n");
        (int exit, string output, _) = Run(null!, "reference", "check", "gibbs-p2", "--data", Folder);
        Assert.Equal(1, exit);
        Assert.Contains("The header says 'model: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Out_gets_all_three_formats()
    {
        string results = Path.Combine(Folder, "results");
        Assert.Equal(0, Reference(new FakeBackend(), "check", "--out", results).Exit);
        Assert.Equal(
            ["reference.csv", "reference.json", "reference.txt"],
            Directory.GetFiles(results).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private (int Exit, string Output, string Error) Reference(FakeBackend backend, params string[] args) =>
        Run(backend, ["reference", .. args, "--data", Folder]);
}
