using System.Text.Json;
using FiniteNCheck.Cli.Backends;
using Xunit;

namespace FiniteNCheck.Tests.Cli.Verbs.Models;

/// <summary>Models whose sites have levels on the command line.</summary>
[Trait("Kind", "Cli")]
public sealed class LevelVerbTests : CliTest
{
    private static readonly string Levels = Model("potts");

    [Fact]
    public void Exact_and_theory_name_populations_and_coherences_and_agree_at_the_start()
    {
        using JsonDocument exact = Json("exact", Levels, "--n", "4", "--times", "0,0.5");
        using JsonDocument theory = Json("theory", Levels, "--times", "0,0.5");
        string[] names = [.. exact.RootElement.GetProperty("observables").EnumerateArray().Select(each => each.GetString()!)];

        Assert.Equal("p.a.all p.b.all p.c.all x.a.b.all y.a.b.all x.a.c.all y.a.c.all x.b.c.all y.b.c.all", string.Join(' ', names));
        Assert.Equal("levels", exact.RootElement.GetProperty("basis").GetString());
        Assert.All(
            Numbers(exact.RootElement.GetProperty("mean")[0]).Zip([0.6, 0.25, 0.15]),
            pair => Assert.Equal(pair.Second, pair.First, 1e-14));

        // A product state has the same means and covariances at every N: both sides write down the same start.
        Assert.All(
            Numbers(exact.RootElement.GetProperty("mean")[0]).Zip(Numbers(theory.RootElement.GetProperty("mean")[0])),
            pair => Assert.Equal(pair.First, pair.Second, 1e-13));
        for (int a = 0; a < names.Length; a++)
        {
            Assert.All(
                Numbers(exact.RootElement.GetProperty("covariance")[0][a])
                    .Zip(Numbers(theory.RootElement.GetProperty("covariance")[0][a])),
                pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }
    }

    [Fact]
    public void The_occupation_basis_is_an_independent_check_of_the_sectors()
    {
        using JsonDocument sectors = Json("exact", Model("two-large-spins"), "--n", "3", "--times", "0.5,2");
        using JsonDocument occupation = Json("exact", Model("two-large-spins"), "--n", "3", "--times", "0.5,2", "--space", "occupation");

        Assert.Contains("occupation", occupation.RootElement.GetProperty("method").GetString(), StringComparison.Ordinal);
        Assert.Equal("pauli", occupation.RootElement.GetProperty("basis").GetString());
        for (int t = 0; t < 2; t++)
        {
            Assert.All(
                Numbers(sectors.RootElement.GetProperty("mean")[t]).Zip(Numbers(occupation.RootElement.GetProperty("mean")[t])),
                pair => Assert.Equal(pair.First, pair.Second, 1e-11));
        }
    }

    [Theory]
    [InlineData("steady LEVELS --n 3", "searches for a stationary state")]
    [InlineData("gap LEVELS --n 3", "searches for slow modes")]
    [InlineData("spectrum LEVELS --n 3", "spectra")]
    [InlineData("exact LEVELS --n 3 --times 1 --two-time", "two-time functions")]
    [InlineData("theory LEVELS --times 1 --two-time", "two-time functions")]
    [InlineData("theory LEVELS --times 1 --order 1", "the coefficients of 1/n (order 1)")]
    [InlineData("exact LEVELS --n 3 --times 1 --space sectors", "sectors of J")]
    [InlineData("exact LEVELS --n 3 --times 1 --weyl 1;0;0", "Weyl operators")]
    public void What_is_for_two_levels_alone_is_refused_in_one_line(string line, string what)
    {
        (int exit, string output, string error) = Run(
            new Backend(), [.. line.Split(' ').Select(word => string.Equals(word, "LEVELS", StringComparison.Ordinal) ? Levels : word)]);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(
            $"model 'potts' has sites with levels: {what} exist for blocks without levels alone", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Tables_and_estimates_are_printed()
    {
        (int exit, string table, string error) = Run(new Backend(), "theory", Levels, "--times", "1", "--drift", "printed");
        Assert.True(exit == 0, error);
        Assert.Contains("Means (populations and coherences per block)", table, StringComparison.Ordinal);
        (exit, string estimate, error) = Run(new Backend(), "exact", Levels, "--n", "10", "--times", "1", "--estimate");
        Assert.True(exit == 0, error);
        Assert.Contains("full", estimate, StringComparison.Ordinal);
    }

    private static string Model(string name) => Path.Combine(AppContext.BaseDirectory, "studies", "models", $"{name}.yaml");

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(each => each.GetDouble())];

    private static JsonDocument Json(params string[] line)
    {
        (int exit, string output, string error) = Run(new Backend(), [.. line, "--format", "json"]);
        Assert.True(exit == 0, error);
        return JsonDocument.Parse(output);
    }
}
