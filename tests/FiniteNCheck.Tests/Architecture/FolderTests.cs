using Xunit;

namespace FiniteNCheck.Tests.Architecture;

/// <summary>
/// Folders are floors: none uses another that uses it, directly or not, and small knots of files are the largest there are.
/// </summary>
[Trait("Kind", "Architecture")]
public class FolderTests
{
    private const int MaxFileCycle = 3;

    // Without reading any code: the list is made before the tests run.
    public static TheoryData<string> Projects => [.. FileGraph.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_do_not_use_each_other_in_circles(string project)
    {
        FileGraph graph = Graph(project);
        string[] cycles =
        [
            .. from cycle in graph.FolderCycles
               from use in cycle.SelectMany(folder => cycle.SelectMany(other => graph.Between(folder, other)))
               select use,
        ];

        Assert.True(cycles.Length == 0, string.Join(Environment.NewLine, cycles));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_more_than_three_files_use_each_other_in_a_circle(string project)
    {
        string[] cycles =
        [
            .. Graph(project).FileCycles.Where(cycle => cycle.Length > MaxFileCycle).Select(cycle => string.Join(", ", cycle)),
        ];

        Assert.True(cycles.Length == 0, string.Join(Environment.NewLine, cycles));
    }

    /// <summary>The mutation test: an upward use closes a cycle, between folders and between files.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void A_doctored_graph_fails(string project)
    {
        FileGraph doctored = Graph(project)
            .With("A/A.cs", "B/B.cs")
            .With("B/B.cs", "C/C.cs")
            .With("C/C.cs", "C/D.cs")
            .With("C/D.cs", "A/A.cs");

        Assert.Contains(doctored.FolderCycles, cycle => cycle.SequenceEqual(["A", "B", "C"], StringComparer.Ordinal));
        Assert.Contains(doctored.FileCycles, cycle => cycle.Length > MaxFileCycle);
    }

    /// <summary>The precondition of the tests above: uses are detected.</summary>
    [Fact]
    public void Uses_are_read_off_the_code()
    {
        Assert.All(
            FileGraph.All.Where(graph => graph.Files.Length > 5),
            graph => Assert.True(graph.Uses.Count > graph.Files.Length / 2, graph.Project));
        Assert.Contains(("JumpChannel.cs", "SpinOperator.cs"), Graph("FiniteNCheck.Model").Uses);
        Assert.DoesNotContain(("SpinOperator.cs", "JumpChannel.cs"), Graph("FiniteNCheck.Model").Uses);
    }

    private static FileGraph Graph(string project) =>
        FileGraph.All.Single(graph => string.Equals(graph.Project, project, StringComparison.Ordinal));
}
