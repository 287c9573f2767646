using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using FiniteNCheck.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace FiniteNCheck.Tests.Docs;

/// <summary>
/// The programs under <c>examples</c> print what their last lines say; <c>scripts/examples-check</c> runs them as a user does.
/// </summary>
[Trait("Kind", "Regression")]
public sealed class ExamplesTests
{
    private const string Marker = "// prints:\n";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;

        """;

    /// <summary>Stands in for the system's console, which other tests use at the same time.</summary>
    private const string StandIn = """

        static class Console
        {
            public static readonly System.Collections.Generic.List<string> Lines = [];

            public static void WriteLine(string line) => Lines.Add(line);
        }
        """;

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "examples"), "*.cs").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_prints_what_it_says(string name)
    {
        string text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "examples", name)).ReplaceLineEndings("\n");
        string[] expected =
            [.. text[(text.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)..].TrimEnd().Split('\n').Select(line => line[3..])];
        Assert.Contains($"dotnet run examples/{name}", text, StringComparison.Ordinal);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Run(text));
    }

    [Fact]
    public void An_example_that_prints_something_else_is_seen() =>
        Assert.NotEqual(["two"], Run("Console.WriteLine(\"one\");\n"));

    private static IEnumerable<string> Run(string text)
    {
        string code = string.Join('\n', text.Split('\n').Where(line => !line.StartsWith('#')));
        CSharpParseOptions options = new(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "example",
            [CSharpSyntaxTree.ParseText(Usings, options), CSharpSyntaxTree.ParseText(code + StandIn, options)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using MemoryStream image = new();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error));
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext("example").LoadFromStream(image);
        _ = assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        return ((IEnumerable)assembly.GetType("Console")!.GetField("Lines")!.GetValue(null)!).Cast<string>();
    }
}
