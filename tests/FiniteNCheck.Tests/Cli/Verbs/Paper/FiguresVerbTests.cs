using FiniteNCheck.Papers.Fiorelli2024.Figures;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Verbs.Paper;

/// <summary><c>finitencheck figures</c>.</summary>
[Trait("Kind", "Cli")]
public sealed class FiguresVerbTests : CliTest
{
    private string Results => Path.Combine(Folder, "results");

    [Fact]
    public void What_is_asked_for_is_computed_in_the_order_of_the_paper()
    {
        FakeBackend backend = new();
        (int exit, string output, string error) = Run(
            backend, "figures", "3", "2", "--grid", "12x8", "--finite-n", "100,400", "--finite-grid", "5", "--threads", "2", "--out",
            Results);
        Assert.Equal((0, ""), (exit, error));
        FigureRequest request = backend.Figures!;
        Assert.Equal([PaperFigure.PhaseDiagram, PaperFigure.Correlations], request.Figures.AsEnumerable());
        Assert.Equal((new GridSize(12, 8), new GridSize(5, 5), 2), (request.Grid, request.FiniteGrid, request.Run.Study.Threads));
        Assert.Equal([100, 400], request.FiniteSizes.AsEnumerable());
        Assert.Contains("finite-grid 5x5,5x5", output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(output, File.ReadAllText(Path.Combine(Results, "figures.txt")));
    }

    [Fact]
    public void All_figures_without_finite_sizes_are_the_default()
    {
        FakeBackend backend = new();
        Assert.Equal(0, Run(backend, "figures", "--out", Results).Exit);
        Assert.Equal(3, backend.Figures!.Figures.Length);
        Assert.Empty(backend.Figures.FiniteSizes);
    }

    [Theory]
    [InlineData("figure-2.svg")]
    [InlineData("figure-b1-portraits.csv")]
    [InlineData("figures.txt")]
    public void A_file_that_exists_is_not_overwritten(string name)
    {
        Directory.CreateDirectory(Results);
        File.WriteAllText(Path.Combine(Results, name), "precious");
        FakeBackend backend = new();
        (int exit, _, string error) = Run(backend, "figures", "--out", Results);
        Assert.Equal((2, false), (exit, backend.Ran));
        Assert.Contains($"already holds {name}", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_interrupted_leaves_nothing()
    {
        using CancellationTokenSource cancellation = new();
        (int exit, string output, _) = Run(
            new FakeBackend { DuringFigures = cancellation.Cancel }, cancellation.Token, "figures", "--out", Results);
        Assert.Equal((130, ""), (exit, output));
        Assert.False(Directory.Exists(Results));
    }
}
