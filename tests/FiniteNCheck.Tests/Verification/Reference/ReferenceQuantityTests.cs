using FiniteNCheck.Files;
using FiniteNCheck.Verification.Reference;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Reference;

/// <summary>Reference sets may hold numbers of the user's own beside means and covariances.</summary>
[Trait("Kind", "Regression")]
public sealed class ReferenceQuantityTests : IDisposable
{
    private const string Model = """
        name: decay
        blocks: [{ name: all, share: 1 }]
        jumps: [{ block: all, operator: lower, rate: { polynomial: [1] } }]
        initial: { all: [0, 0, 1] }
        """;

    private const string Sets = """
        sets:
          - name: decay
            purpose: Independent spins that decay
            kind: exact
            model: model.yaml
            n: [2, 3]
            times: [0.5]
            quantities: { purity: "purity()", third: "cumulant('z.all','z.all','z.all')" }
            tolerance: { mean: 1e-11, covariance: 1e-9, quantity: 1e-9 }
            speed: quick
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finitencheck-quantities-");

    [Fact]
    public void They_are_stored_and_compared()
    {
        ReferenceSets sets = Load(Sets);
        ReferenceFile generated = ReferenceGenerator.Generate(sets, sets.Find("decay"));
        string path = Path.Combine(folder.FullName, "decay.verified.csv");
        generated.Write(path);

        ReferenceFile stored = ReferenceFile.Read(path);

        // Every spin is up with the probability p = exp(-t): purity (p^2 + (1 - p)^2)^N, third cumulant of its Pauli z 8 p (1 - p)(1 - 2p).
        double p = Math.Exp(-0.5);
        Assert.Equal(Math.Pow((p * p) + ((1 - p) * (1 - p)), 3), stored.Table.Rows[1][stored.Table.IndexOf("quantity.purity")], 1e-11);
        Assert.Equal(
            8 * p * (1 - p) * (1 - (2 * p)) / Math.Sqrt(3), stored.Table.Rows[1][stored.Table.IndexOf("quantity.third")], 1e-9);
        Assert.True(sets.Compare(sets.Find("decay"), generated).Agrees);
    }

    [Fact]
    [Trait("Kind", "Mutation")]
    public void One_that_is_off_is_noticed()
    {
        ReferenceSets sets = Load(Sets);
        ReferenceFile generated = ReferenceGenerator.Generate(sets, sets.Find("decay"));
        ReferenceTable table = generated.Table;
        int purity = table.IndexOf("quantity.purity");
        ReferenceTable off = new(
            table.Columns, table.Rows.Select((row, i) => (IReadOnlyList<double>)(i == 0 ? row.SetItem(purity, row[purity] + 2e-9) : row)));
        (generated with { Table = off }).Write(Path.Combine(folder.FullName, "decay.verified.csv"));

        Assert.False(sets.Compare(sets.Find("decay"), generated).Agrees);
    }

    [Theory]
    [InlineData(", quantity: 1e-9", "", ":9: sets[1].tolerance.quantity: ")]
    [InlineData("purity()", "purty()", ":8: sets[1].quantities.purity: ")]
    [InlineData("    quantities: { purity: \"purity()\", third: \"cumulant('z.all','z.all','z.all')\" }\n", "", "tolerance.quantity: ")]
    public void Bad_ones_are_refused(string good, string bad, string place)
    {
        Assert.Contains(good, Sets, StringComparison.Ordinal);
        Assert.Contains(
            place,
            Assert.Throws<InputFileException>(() => Load(Sets.Replace(good, bad, StringComparison.Ordinal))).Message,
            StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private ReferenceSets Load(string sets)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "model.yaml"), Model);
        File.WriteAllText(Path.Combine(folder.FullName, "sets.yaml"), sets);
        return ReferenceSets.Load(folder.FullName);
    }
}
