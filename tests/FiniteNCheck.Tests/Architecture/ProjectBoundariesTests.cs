using System.Reflection;
using System.Xml.Linq;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Architecture;

/// <summary>The two sides that are compared know nothing of each other: read from the project files and from what was compiled.</summary>
[Trait("Kind", "Architecture")]
public class ProjectBoundariesTests
{
    [Fact]
    public void All_projects_are_read() =>
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "FiniteNCheck.Claims",
                "FiniteNCheck.Cli",
                "FiniteNCheck.Exact",
                "FiniteNCheck.Files",
                "FiniteNCheck.Model",
                "FiniteNCheck.Numerics",
                "FiniteNCheck.Reporting",
                "FiniteNCheck.Theory",
                "FiniteNCheck.Verification",
                "FiniteNCheck.Xunit",
            },
            ProjectGraph.Read().References.Keys.ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void Boundaries_hold() => Assert.Empty(ProjectGraph.Read().Violations());

    [Theory]
    [InlineData("FiniteNCheck.Exact", "FiniteNCheck.Theory")]
    [InlineData("FiniteNCheck.Theory", "FiniteNCheck.Exact")]
    [InlineData("FiniteNCheck.Exact", "FiniteNCheck.Verification")]
    [InlineData("FiniteNCheck.Theory", "FiniteNCheck.Reporting")]
    [InlineData("FiniteNCheck.Exact", "FiniteNCheck.Claims")]
    [InlineData("FiniteNCheck.Theory", "FiniteNCheck.Claims")]
    [InlineData("FiniteNCheck.Verification", "FiniteNCheck.Claims")]
    [InlineData("FiniteNCheck.Verification", "FiniteNCheck.Reporting")]
    [InlineData("FiniteNCheck.Claims", "FiniteNCheck.Reporting")]
    [InlineData("FiniteNCheck.Claims", "FiniteNCheck.Cli")]
    [InlineData("FiniteNCheck.Reporting", "FiniteNCheck.Cli")]
    [InlineData("FiniteNCheck.Xunit", "FiniteNCheck.Claims")]
    [InlineData("FiniteNCheck.Cli", "FiniteNCheck.Xunit")]
    [InlineData("FiniteNCheck.Model", "FiniteNCheck.Numerics")]
    [InlineData("FiniteNCheck.Model", "FiniteNCheck.Files")]
    [InlineData("FiniteNCheck.Theory", "FiniteNCheck.Files")]
    [InlineData("FiniteNCheck.Files", "FiniteNCheck.Exact")]
    [InlineData("FiniteNCheck.Model", "FiniteNCheck.Exact")]
    [InlineData("FiniteNCheck.Numerics", "FiniteNCheck.Model")]
    [InlineData("FiniteNCheck.Numerics", "FiniteNCheck.Theory")]
    public void A_doctored_graph_fails(string from, string to) => Assert.NotEmpty(ProjectGraph.Read().With(from, to).Violations());

    /// <summary>The boundaries above rest on it: a project sees only what its own file names.</summary>
    [Fact]
    public void References_are_not_passed_on()
    {
        XDocument shared = XDocument.Load(Path.Combine(RepositoryRoot.Path, "Directory.Build.props"));
        Assert.Equal("true", shared.Descendants("DisableTransitiveProjectReferences").Single().Value);
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.csproj", SearchOption.AllDirectories),
            file => Assert.Empty(XDocument.Load(file).Descendants("DisableTransitiveProjectReferences")));
    }

    [Theory]
    [InlineData("FiniteNCheck.Exact", "FiniteNCheck.Theory")]
    [InlineData("FiniteNCheck.Theory", "FiniteNCheck.Exact")]
    public void Compiled_assemblies_do_not_meet(string assembly, string other) => Assert.DoesNotContain(
        other, Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name), StringComparer.Ordinal);
}
