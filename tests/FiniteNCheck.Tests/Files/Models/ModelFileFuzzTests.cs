using FiniteNCheck.Files;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using Xunit;

namespace FiniteNCheck.Tests.Files.Models;

/// <summary>Whatever a file contains, the reader returns a valid model or throws with a one-line message of its own.</summary>
[Trait("Kind", "Invariant")]
public sealed class ModelFileFuzzTests
{
    private const string Alphabet = "abz0159.-+eE:#'\"[]{},*&!|>%@`?~<= \n\t\\\r\0\u00e9\u2028\uFEFF\uD83D";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_damaged_file_gives_a_model_or_a_one_line_message(int seed)
    {
        Random random = new(seed);
        string[] originals = [.. BadFile.Originals];
        int refused = 0;
        for (int trial = 0; trial < 1000; trial++)
        {
            string text = Damage(originals[trial % originals.Length], random);
            try
            {
                Assert.Empty(ModelValidation.Problems(ModelFile.Parse(text, "fuzz.yaml")));
            }
            catch (InputFileException error)
            {
                refused++;
                Assert.StartsWith("fuzz.yaml:", error.Message, StringComparison.Ordinal);
                Assert.DoesNotContain(error.Message, char.IsControl);
                Assert.InRange(error.Line, 1, text.Count(c => c is '\n' or '\r' or '\u2028' or '\u0085') + 2);
            }
        }

        // Guards the test itself: harmless damage would test nothing.
        Assert.True(refused > 100, $"seed {seed}: only {refused} of 1000 damaged files were refused");
    }

    private static string Damage(string text, Random random)
    {
        for (int edits = 1 + random.Next(4); edits > 0; edits--)
        {
            int at = random.Next(text.Length);
            int length = Math.Min(random.Next(12), text.Length - at);
            text = random.Next(3) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Alphabet[random.Next(Alphabet.Length)].ToString()),
                _ => text.Insert(random.Next(text.Length), text.Substring(at, length)),
            };
        }

        return text;
    }
}
