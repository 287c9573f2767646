using FiniteNCheck.Files;
using FiniteNCheck.Files.Yaml;
using Xunit;

namespace FiniteNCheck.Tests.Files.Yaml;

/// <summary>Typed access to the values of an input file, as study files use it.</summary>
[Trait("Kind", "Unit")]
public sealed class YamlNodeTests
{
    private static readonly YamlMap Root = YamlFile.Parse(
        """
        name: a study
        ladder: [4, 8, 16]
        nested:
          - key: 1
            flag: false
          - key: 2.5
        empty:
        """,
        "study.yaml");

    [Fact]
    public void Values_come_back_typed()
    {
        Assert.Equal(["name", "ladder", "nested", "empty"], Root.Keys.AsEnumerable());
        Assert.Equal("a study", Root.Required("name").Text());
        Assert.Equal([4, 8, 16], Root.Required("ladder").List(item => item.WholeNumber(1)).AsEnumerable());
        Assert.Equal([1, 2.5], Root.Required("nested").List(item => item.Map().Required("key").Number()).AsEnumerable());
        Assert.False(Root.Nearest("nested[1].flag").TrueOrFalse());
        Assert.Equal(7, Root.Required("name").Choice(("b", 5), ("a study", 7)));
        Assert.Null(Root.Optional("absent"));
    }

    [Theory]
    [InlineData("nested[2].key", 6, "nested[2].key")]
    [InlineData("nested[2].absent.deeper", 6, "nested[2]")]
    [InlineData("nested[3].key", 3, "nested")]
    [InlineData("ladder[3]", 2, "ladder[3]")]
    [InlineData("absent", 1, "")]
    public void The_nearest_node_of_a_path_is_found(string path, int line, string key)
    {
        YamlNode node = Root.Nearest(path);

        Assert.Equal((line, key), (node.Line, node.Key));
    }

    [Theory]
    [InlineData(17, int.MaxValue, "a whole number of at least 17")]
    [InlineData(int.MinValue, 3, "a whole number of at most 3")]
    [InlineData(1, 3, "a whole number from 1 to 3")]
    public void A_whole_number_out_of_range_is_rejected(int min, int max, string allowed)
    {
        YamlNode item = Root.Nearest("ladder[2]");

        Assert.Equal(
            $"study.yaml:2: ladder[2]: found '8'; allowed: {allowed}. Give a number of that range.",
            Assert.Throws<InputFileException>(() => item.WholeNumber(min, max)).Message);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("ladder")]
    [InlineData("nested[1]")]
    [InlineData("empty")]
    public void A_value_that_is_not_a_number_is_rejected(string path)
    {
        YamlNode node = Root.Nearest(path);

        Assert.Equal(node.Key, Assert.Throws<InputFileException>(() => node.Number()).Key);
        Assert.Equal(node.Line, Assert.Throws<InputFileException>(() => node.WholeNumber()).Line);
        Assert.Throws<InputFileException>(() => node.TrueOrFalse());
        Assert.Throws<InputFileException>(() => node.Choice(("other", 1)));
        Assert.Throws<InputFileException>(() => node.Items(5, "numbers"));
    }
}
