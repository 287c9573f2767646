using System.Collections.Immutable;
using System.Xml.Linq;
using FiniteNCheck.Tests.Support;

namespace FiniteNCheck.Tests.Architecture;

/// <summary>Which project names which in its project file, and what the boundaries of the design forbid.</summary>
internal sealed record ProjectGraph(ImmutableSortedDictionary<string, ImmutableSortedSet<string>> References)
{
    /// <summary>Reads every project file under <c>src</c>.</summary>
    public static ProjectGraph Read() => new(
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.csproj", SearchOption.AllDirectories)
            .ToImmutableSortedDictionary(file => Path.GetFileNameWithoutExtension(file)!, ReferencesOf, StringComparer.Ordinal));

    /// <summary>The same graph with one more reference.</summary>
    public ProjectGraph With(string from, string to) => new(References.SetItem(from, References[from].Add(to)));

    /// <summary>Everything a project reaches through project references, itself left out unless there is a cycle.</summary>
    public ImmutableSortedSet<string> Reach(string project)
    {
        var reached = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(References[project]);
        while (waiting.TryPop(out string? next))
        {
            if (reached.Add(next))
            {
                foreach (string further in References[next])
                {
                    waiting.Push(further);
                }
            }
        }

        return reached.ToImmutable();
    }

    /// <summary>What is wrong, one line each; empty where the boundaries hold.</summary>
    public IReadOnlyList<string> Violations()
    {
        const string Files = "FiniteNCheck.Files";
        const string Exact = "FiniteNCheck.Exact";
        const string Theory = "FiniteNCheck.Theory";
        const string Verification = "FiniteNCheck.Verification";
        const string Claims = "FiniteNCheck.Claims";
        var found = new List<string>();
        void Forbid(string from, params string[] allowed) => found.AddRange(
            Reach(from).Except(allowed, StringComparer.Ordinal).Select(to => $"{from} reaches {to}"));

        Forbid("FiniteNCheck.Model");
        Forbid("FiniteNCheck.Numerics");
        Forbid(Files, "FiniteNCheck.Model");
        Forbid(Exact, "FiniteNCheck.Model", Files, "FiniteNCheck.Numerics");
        Forbid(Theory, "FiniteNCheck.Model", "FiniteNCheck.Numerics");
        Forbid(Verification, "FiniteNCheck.Model", Files, "FiniteNCheck.Numerics", Exact, Theory);
        Forbid(Claims, "FiniteNCheck.Model", Files, "FiniteNCheck.Numerics", Exact, Theory, Verification);
        Forbid("FiniteNCheck.Reporting", "FiniteNCheck.Model", Files, "FiniteNCheck.Numerics", Exact, Theory, Verification, Claims);
        Forbid("FiniteNCheck.Xunit", "FiniteNCheck.Model", Files, "FiniteNCheck.Numerics", Exact, Theory, Verification);
        Forbid(
            "FiniteNCheck.Cli", "FiniteNCheck.Model", Files, "FiniteNCheck.Numerics", Exact, Theory, Verification, Claims,
            "FiniteNCheck.Reporting");
        found.AddRange(References.Keys.Where(project => Reach(project).Contains(project)).Select(project => $"{project} reaches itself"));
        return found;
    }

    /// <summary>Project references, and assembly references by name, which would see as much.</summary>
    private static ImmutableSortedSet<string> ReferencesOf(string file)
    {
        XDocument project = XDocument.Load(file);
        return project.Descendants()
            .Where(element => element.Name.LocalName is "ProjectReference" or "Reference" or "Compile")
            .Select(element => (string?)element.Attribute("Include") ?? "")
            .Select(include =>
                include.Replace('\\', '/').Split('/').LastOrDefault(part => part.StartsWith("FiniteNCheck.", StringComparison.Ordinal)))
            .Where(name => name is not null)
            .Select(name => name!.Replace(".csproj", "", StringComparison.Ordinal).Replace(".dll", "", StringComparison.Ordinal))
            .ToImmutableSortedSet(StringComparer.Ordinal);
    }
}
