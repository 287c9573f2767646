using System.Collections.Immutable;
using FiniteNCheck.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using QuikGraph;
using QuikGraph.Algorithms;

namespace FiniteNCheck.Tests.Architecture;

/// <summary>Which source file of a project uses which others, as the compiler sees it.</summary>
/// <param name="Project">The name of the project.</param>
/// <param name="Files">The files, by path in the project with forward slashes.</param>
/// <param name="Uses">Pairs of a file and another one that declares something it uses.</param>
internal sealed record FileGraph(string Project, ImmutableArray<string> Files, ImmutableHashSet<(string From, string To)> Uses)
{
    /// <summary>The folder of files that lie beside the project file.</summary>
    public const string Root = ".";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly Lazy<ImmutableArray<FileGraph>> Read = new(ReadAll);

    /// <summary>The names of all projects under <c>src</c>, in order.</summary>
    public static IEnumerable<string> Projects =>
        Directory.EnumerateDirectories(Source).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    /// <summary>The graphs of all projects under <c>src</c>, by name.</summary>
    public static ImmutableArray<FileGraph> All => Read.Value;

    /// <summary>The folders, and pairs of a folder and another one that it uses.</summary>
    public (ImmutableArray<string> Folders, ImmutableHashSet<(string From, string To)> Uses) Folders =>
        (
            [.. Files.Select(FolderOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [
                .. Uses.Select(use => (From: FolderOf(use.From), To: FolderOf(use.To)))
                    .Where(use => !string.Equals(use.From, use.To, StringComparison.Ordinal)),
            ]);

    /// <summary>Sets of folders each of which uses all others, directly or not.</summary>
    public IReadOnlyList<ImmutableArray<string>> FolderCycles => Cycles(Folders.Folders, Folders.Uses);

    /// <summary>The same of files.</summary>
    public IReadOnlyList<ImmutableArray<string>> FileCycles => Cycles(Files, Uses);

    /// <summary>The graph with one more use.</summary>
    /// <param name="from">A file, new or not.</param>
    /// <param name="to">What it uses, new or not.</param>
    public FileGraph With(string from, string to) =>
        this with
        {
            Files = [.. Files.Union([from, to], StringComparer.Ordinal)],
            Uses = Uses.Add((from, to)),
        };

    /// <summary>The files of one folder that use one of another.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="other">The other one.</param>
    public IEnumerable<string> Between(string folder, string other) =>
        string.Equals(folder, other, StringComparison.Ordinal)
            ? []
            : Uses.Where(use =>
                    string.Equals(FolderOf(use.From), folder, StringComparison.Ordinal)
                    && string.Equals(FolderOf(use.To), other, StringComparison.Ordinal))
                .Select(use => $"{use.From} uses {use.To}");

    /// <summary>The strongly connected components of more than one node.</summary>
    private static IReadOnlyList<ImmutableArray<string>> Cycles(IEnumerable<string> nodes, IEnumerable<(string From, string To)> uses)
    {
        AdjacencyGraph<string, SEquatableEdge<string>> graph = new();
        graph.AddVertexRange(nodes);
        graph.AddEdgeRange(uses.Select(use => new SEquatableEdge<string>(use.From, use.To)));
        Dictionary<string, int> components = new(StringComparer.Ordinal);
        graph.StronglyConnectedComponents(components);
        return
        [
            .. components.GroupBy(pair => pair.Value, pair => pair.Key).Where(component => component.Count() > 1)
                .Select(component => component.Order(StringComparer.Ordinal).ToImmutableArray()),
        ];
    }

    private static string FolderOf(string file) => Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder.Replace('\\', '/') : Root;

    private static string Source => Path.Combine(RepositoryRoot.Path, "src");

    private static ImmutableArray<FileGraph> ReadAll()
    {
        MetadataReference[] references =
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
        return [.. Projects.AsParallel().AsOrdered().Select(project => Of(project, references))];
    }

    private static FileGraph Of(string project, MetadataReference[] references)
    {
        string folder = Path.Combine(Source, project);
        SyntaxTree[] trees =
        [
            .. from path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
               let file = Path.GetRelativePath(folder, path).Replace('\\', '/')
               where !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal)
               orderby file
               select CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: file),
        ];
        CSharpCompilation compilation = CSharpCompilation.Create(
            project,
            [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings)],
            references.Where(reference =>
                !string.Equals(Path.GetFileNameWithoutExtension(reference.Display), project, StringComparison.OrdinalIgnoreCase)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        HashSet<string> declared = [.. NamesIn(compilation.Assembly.GlobalNamespace)];
        return new FileGraph(
            project,
            [.. trees.Select(tree => tree.FilePath)],
            [.. trees.SelectMany(tree => UsesOf(compilation.GetSemanticModel(tree), declared).Select(used => (tree.FilePath, used)))]);
    }

    private static IEnumerable<string> NamesIn(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member =>
        (IEnumerable<string>)[member.Name, .. member is INamespaceOrTypeSymbol inner ? NamesIn(inner) : []]);

    // Names that the project does not declare are not looked up, which takes most of the time.
    private static IEnumerable<string> UsesOf(SemanticModel model, HashSet<string> declared) =>
        from node in model.SyntaxTree.GetRoot().DescendantNodes()
        where node is BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax
            || (node is SimpleNameSyntax name && declared.Contains(name.Identifier.ValueText))
        let symbol = model.GetSymbolInfo(node).Symbol
        let declaring = symbol as INamedTypeSymbol ?? symbol?.ContainingType
        where declaring is not null
        from reference in declaring.OriginalDefinition.DeclaringSyntaxReferences
        let file = reference.SyntaxTree.FilePath
        where file.Length > 0 && !string.Equals(file, model.SyntaxTree.FilePath, StringComparison.Ordinal)
        select file;
}
