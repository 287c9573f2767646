using System.Text;
using FiniteNCheck.Files;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Files.Yaml;
using Xunit;

namespace FiniteNCheck.Tests.Files.Yaml;

/// <summary>Missing files, directories, and files that are not text.</summary>
[Trait("Kind", "Unit")]
public sealed class UnreadableFileTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("finitencheck-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void A_missing_file_is_named()
    {
        string path = Path.Combine(directory, "absent.yaml");

        InputFileException error = Assert.Throws<InputFileException>(() => ModelFile.Load(path));

        Assert.Equal(
            $"{path}: found no such file; allowed: a UTF-8 text file of at most 1 MB. Check the path and the working directory.",
            error.Message);
        Assert.Equal(0, error.Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("absent/model.yaml")]
    [InlineData("a\0b")]
    public void An_invalid_path_is_reported_as_missing(string path) =>
        Assert.Contains(
            "found no such file", Assert.Throws<InputFileException>(() => ModelFile.Load(path)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_directory_is_rejected() =>
        Assert.Equal(
            $"{directory}: found a directory; allowed: a UTF-8 text file of at most 1 MB. Name a file in it.",
            Assert.Throws<InputFileException>(() => ModelFile.Load(directory)).Message);

    [Fact]
    public void Bytes_that_are_not_utf8_are_rejected_on_their_line()
    {
        string path = Write([.. "name: a\n# caf"u8, 0xE9, (byte)'\n']);

        Assert.Equal(
            $"{path}:2: found bytes that are not UTF-8; allowed: a UTF-8 text file of at most 1 MB. Save the file as UTF-8.",
            Assert.Throws<InputFileException>(() => ModelFile.Load(path)).Message);
    }

    [Fact]
    public void A_binary_file_is_rejected()
    {
        string path = Write([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 0]);

        Assert.Contains(
            "found the control character U+007F",
            Assert.Throws<InputFileException>(() => ModelFile.Load(path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Utf16_is_rejected()
    {
        string path = Write([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("name: a\n")]);

        Assert.Contains("not UTF-8", Assert.Throws<InputFileException>(() => ModelFile.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_a_megabyte_is_rejected()
    {
        string text = new('#', YamlFile.MaxFileSize + 1);
        string path = Write(Encoding.UTF8.GetBytes(text));

        Assert.Equal(
            $"{path}: found more than 1 MB; allowed: a UTF-8 text file of at most 1 MB. Name the right file, or split it.",
            Assert.Throws<InputFileException>(() => ModelFile.Load(path)).Message);
        Assert.Contains(
            "found more than 1 MB",
            Assert.Throws<InputFileException>(() => ModelFile.Parse(text, "text")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_read()
    {
        string model = string.Join("\r\n", "name: a", "hopfield: { patterns: 1, temperature: 2 }", "initial: paramagnetic", string.Empty);
        string path = Write([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(model)]);

        Assert.Equal("a", ModelFile.Load(path).Name);
    }

    [Fact]
    public void The_file_name_cannot_break_the_line()
    {
        InputFileException error = Assert.Throws<InputFileException>(() => ModelFile.Parse("a: 1", "two\nlines.yaml"));

        Assert.StartsWith("two\\nlines.yaml:1: a: ", error.Message, StringComparison.Ordinal);
    }

    private string Write(byte[] bytes)
    {
        string path = Path.Combine(directory, "model.yaml");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
