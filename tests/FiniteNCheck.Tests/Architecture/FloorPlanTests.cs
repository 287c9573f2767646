using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Architecture;

/// <summary>The drawing in the documentation is that of the code.</summary>
[Trait("Kind", "Architecture")]
public class FloorPlanTests
{
    /// <summary>Set by <c>scripts/draw-architecture</c>: the drawing is written instead of compared.</summary>
    private const string Variable = "FINITENCHECK_DRAW";

    private static string Path { get; } = System.IO.Path.Combine(RepositoryRoot.Path, "docs", "figures", "architecture.svg");

    [Fact]
    public void The_drawing_is_that_of_the_code()
    {
        string drawn = FloorPlan.Draw(ProjectGraph.Read(), FileGraph.All);
        if (Environment.GetEnvironmentVariable(Variable) is not null)
        {
            File.WriteAllText(Path, drawn);
        }

        Assert.Equal(File.ReadAllText(Path).ReplaceLineEndings("\n"), drawn);
    }

    /// <summary>The mutation test: another folder or another use changes the drawing.</summary>
    [Fact]
    public void Another_use_changes_the_drawing()
    {
        ProjectGraph projects = ProjectGraph.Read();
        string drawn = FloorPlan.Draw(projects, FileGraph.All);

        Assert.NotEqual(
            drawn, FloorPlan.Draw(projects, FileGraph.All.SetItem(0, FileGraph.All[0].With("New/New.cs", FileGraph.All[0].Files[0]))));
        Assert.NotEqual(drawn, FloorPlan.Draw(projects.With("FiniteNCheck.Theory", "FiniteNCheck.Exact"), FileGraph.All));
    }
}
