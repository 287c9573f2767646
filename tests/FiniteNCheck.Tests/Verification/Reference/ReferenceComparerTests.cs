using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Verification.Reference;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Reference;

/// <summary>The comparer as a program outside this project uses it: public types only.</summary>
[Trait("Kind", "Unit")]
public sealed class ReferenceComparerTests : IDisposable
{
    private static readonly ReferenceColumn[] Columns = [new("time", "s", 0, 0), new("decay", "1", 1e-12, 0), new("energy", "J", 0, 1e-6)];
    private const string ReferenceText = """
        # finitencheck-reference: 1
        # set: decay
        # purpose: the example of the documentation
        # kind: table
        # column: time unit s absolute 0 relative 0
        # column: decay unit 1 absolute 1e-12 relative 0
        # sha256: ec16ef15d17ceeb677bec2cd2e35fa61a5756e34f3799cf0146c730d30be3d2e
        time,decay
        0.5,0.60653065971263342
        1,0.36787944117144233
        2,0.1353352832366127

        """;

    private readonly ReferenceFolder folder = new();
    private readonly string path;

    public ReferenceComparerTests() => path = folder.PathOf("decay.verified.csv");

    private string Received => folder.PathOf("decay.received.csv");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_run_writes_a_file_to_accept_and_the_next_one_agrees_with_it()
    {
        ReferenceTable table = Table();
        Assert.Throws<ReferenceMismatchException>(() => ReferenceComparer.Check(path, table));
        File.Move(Received, path);
        ReferenceComparison comparison = ReferenceComparer.Check(path, table);
        Assert.True(comparison.Agrees);
        Assert.Equal(9, comparison.Compared);
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void Within_the_tolerances_it_agrees_and_says_how_well()
    {
        Accept(Table());
        ReferenceComparison comparison = ReferenceComparer.Check(path, Table(decay: 5e-13, energy: 1 - 2e-7));
        Assert.Equal("decay", comparison.Worst!.Column);
        Assert.InRange(comparison.Worst.Ratio, 0.49, 0.51);
    }

    [Fact]
    public void A_mismatch_is_a_table_with_the_worst_first_and_a_received_file()
    {
        Accept(Table());
        ReferenceMismatchException exception = Assert.Throws<ReferenceMismatchException>(() =>
            ReferenceComparer.Check(path, Table(decay: 3e-12, energy: 1 + 1e-4)));
        ReferenceComparison comparison = exception.Comparison;
        Assert.Equal(
            ["energy", "energy", "energy", "decay", "decay", "decay"], comparison.Differences.Select(difference => difference.Column));
        Assert.Equal(comparison.Differences.OrderByDescending(difference => difference.Ratio), comparison.Differences);
        string[] rows = exception.Message.Split('\n');
        Assert.Contains("6 of 9 numbers disagree", rows[0], StringComparison.Ordinal);
        Assert.Equal(
            ["row", "column", "expected", "obtained", "difference", "allowance"],
            rows[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("energy", rows[2], StringComparison.Ordinal);
        Assert.Contains(Received, exception.Message, StringComparison.Ordinal);

        // What was received keeps the tolerances of the file, and once accepted it agrees.
        Assert.Equal(Columns, ReferenceFile.Read(Received).Table.Columns);
        File.Move(Received, path, overwrite: true);
        ReferenceComparer.Check(path, Table(decay: 3e-12, energy: 1 + 1e-4));
    }

    [Fact]
    public void Columns_are_matched_by_name()
    {
        Accept(Table());
        ReferenceTable table = Table();
        int[] order = [2, 0, 1];
        ReferenceComparer.Check(
            path,
            new ReferenceTable(
                order.Select(index => table.Columns[index]),
                table.Rows.Select(row => (IReadOnlyList<double>)[.. order.Select(index => row[index])])));
    }

    [Fact]
    public void What_cannot_be_compared_is_a_mismatch_with_the_reason()
    {
        Accept(Table());
        AssertProblem("unit J in the file and eV", new ReferenceTable([Columns[0], Columns[1], Columns[2] with { Unit = "eV" }], Rows()));
        AssertProblem("energy is missing", new ReferenceTable(Columns[..2], Rows().Select(row => (IReadOnlyList<double>)[row[0], row[1]])));
        AssertProblem(
            "is not in the file",
            new ReferenceTable([.. Columns, new("more", "1", 1, 1)], Rows().Select(row => (IReadOnlyList<double>)[.. row, 1.0])));
        AssertProblem("2 rows, the file 3", new ReferenceTable(Columns, Rows().Take(2)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_fresh_number_that_is_not_finite_never_agrees(double value)
    {
        Accept(Table());
        Assert.Throws<ReferenceMismatchException>(() => ReferenceComparer.Check(path, Table(energy: value)));
    }

    [Fact]
    public void A_key_must_be_equal()
    {
        Accept(Table());
        Assert.Throws<ReferenceMismatchException>(() => ReferenceComparer.Check(path, Table(time: 1e-15)));
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Contains(
            "'.verified.csv'",
            Assert.Throws<InputException>(() => ReferenceComparer.Check(folder.PathOf("decay.csv"), Table())).Message,
            StringComparison.Ordinal);
        Assert.Throws<InputException>(() =>
            new ReferenceTable(
                Columns,
                [
                    [1.0, 2.0],
                ]));
        Assert.Throws<InputException>(() => new ReferenceTable([Columns[0], Columns[0]], []));
        Assert.Throws<InputException>(() => new ReferenceTable([new("a b", "1", 0, 0)], []));
        Assert.Throws<InputException>(() => new ReferenceTable([new("a", "1", double.NaN, 0)], []));
        Assert.Throws<InputException>(() => new ReferenceTable([], []));
    }

    [Fact]
    public void A_stored_set_can_be_used_from_outside()
    {
        string set = ReferenceFolder.Stored.VerifiedPath(ReferenceFolder.Stored.Find("gibbs-p2"));
        ReferenceTable stored = ReferenceFile.Read(set).Table;
        File.Copy(set, folder.PathOf("gibbs-p2.verified.csv"));
        Assert.True(ReferenceComparer.Check(folder.PathOf("gibbs-p2.verified.csv"), stored).Agrees);
    }

    [Fact]
    public void The_example_of_the_documentation_agrees_with_its_file()
    {
        File.WriteAllText(path, ReferenceText);

        // snippet: compare-with-reference
        ReferenceColumn[] columns =
        [
            new("time", "s", Absolute: 0, Relative: 0),
            new("decay", "1", Absolute: 1e-12, Relative: 0),
        ];
        double[][] rows = [.. new[] { 0.5, 1, 2 }.Select(time => new[] { time, Math.Exp(-time) })];
        ReferenceComparer.Check(path, new ReferenceTable(columns, rows));
        // end of snippet

        Assert.Contains(
            ReferenceText, File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "reference-data.md")), StringComparison.Ordinal);
    }

    private static double[][] Rows(double time = 0, double decay = 0, double energy = 1) =>
        [.. new[] { 0.5, 1, 2 }.Select(t => new[] { t + time, Math.Exp(-t) + decay, 300 * t * energy })];

    private static ReferenceTable Table(double time = 0, double decay = 0, double energy = 1) => new(Columns, Rows(time, decay, energy));

    private void Accept(ReferenceTable table)
    {
        Assert.Throws<ReferenceMismatchException>(() => ReferenceComparer.Check(path, table));
        File.Move(Received, path);
    }

    private void AssertProblem(string expected, ReferenceTable table) => Assert.Contains(
        expected, Assert.Throws<ReferenceMismatchException>(() => ReferenceComparer.Check(path, table)).Message, StringComparison.Ordinal);
}
