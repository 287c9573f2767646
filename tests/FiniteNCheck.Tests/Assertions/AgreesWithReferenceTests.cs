using FiniteNCheck.Files;
using FiniteNCheck.Tests.Verification.Reference;
using FiniteNCheck.Verification.Reference;
using FiniteNCheck.Xunit;
using Xunit;
using Xunit.Sdk;

namespace FiniteNCheck.Tests.Assertions;

[Trait("Kind", "Unit")]
public sealed class AgreesWithReferenceTests : IDisposable
{
    private readonly ReferenceFolder folder = new();
    private readonly string set;

    public AgreesWithReferenceTests()
    {
        set = folder.PathOf("gibbs-p2.verified.csv");
        File.Copy(ReferenceFolder.Stored.VerifiedPath(ReferenceFolder.Stored.Find("gibbs-p2")), set);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_numbers_of_a_set_agree_with_it() =>
        Assert.True(FiniteNAssert.AgreesWithReference(set, ReferenceFile.Read(set).Table).Compared > 100);

    [Fact]
    public void One_changed_number_fails_and_is_named()
    {
        ReferenceTable stored = ReferenceFile.Read(set).Table;
        double[][] rows = [.. stored.Rows.Select(row => row.ToArray())];
        rows[1][3] += 1e-6;

        XunitException failure =
            Assert.Throws<XunitException>(() => FiniteNAssert.AgreesWithReference(set, new ReferenceTable(stored.Columns, rows)));

        Assert.StartsWith("FiniteNAssert.AgreesWithReference() Failure: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"1 of {rows.Length * stored.Columns.Length} numbers disagree", failure.Message, StringComparison.Ordinal);
        Assert.Contains(stored.Columns[3].Name, failure.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.PathOf("gibbs-p2.received.csv")));
    }

    [Fact]
    public void Without_a_file_the_first_run_fails_and_writes_one_to_accept()
    {
        string path = folder.PathOf("new.verified.csv");

        Assert.Contains(
            "There is no such file yet",
            Assert.Throws<XunitException>(() => FiniteNAssert.AgreesWithReference(path, Decay())).Message,
            StringComparison.Ordinal);
        File.Move(folder.PathOf("new.received.csv"), path);
        FiniteNAssert.AgreesWithReference(path, Decay());
    }

    [Fact]
    public void A_relative_path_counts_from_the_source_file_of_the_caller() =>
        FiniteNAssert.AgreesWithReference(Path.Combine("..", "Docs", "decay.verified.csv"), Decay());

    [Fact]
    public void A_damaged_file_is_not_a_failed_assertion()
    {
        ReferenceTable stored = ReferenceFile.Read(set).Table;
        File.AppendAllText(set, "1");

        Assert.Throws<InputFileException>(() => FiniteNAssert.AgreesWithReference(set, stored));
    }

    private static ReferenceTable Decay() => new(
        [new("time", "s", Absolute: 0, Relative: 0), new("decay", "1", Absolute: 1e-12, Relative: 0)],
        new[] { 0.5, 1, 2 }.Select(time => (IReadOnlyList<double>)[time, Math.Exp(-time)]));
}
