using System.Text;
using FiniteNCheck.Files;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Verify;

namespace FiniteNCheck.Cli.Verbs.Studies;

/// <summary>The JSON of a verification as the input of a verb.</summary>
internal static class ResultOfVerify
{
    // Some two hundred times that of the largest bundled study.
    private const int MaxSize = 256_000_000;

    /// <summary>The path that stands on the command line.</summary>
    /// <param name="operands">The operands.</param>
    /// <param name="example">A complete command, for the message.</param>
    /// <exception cref="InputException">There is not one operand.</exception>
    public static string PathOf(IReadOnlyList<string> operands, string example) => operands is [var path]
        ? path
        : throw new InputException($"{operands.Count} results are given: give the path of one verify.json. Example: {example}.");

    /// <summary>Reads a result.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It cannot be read, or is no result of verify.</exception>
    public static VerifyReport Read(string path) => VerifyJsonReader.Read(Text(path), path);

    private static string Text(string path)
    {
        Verb.ExpectFile("result", path);
        try
        {
            byte[] bytes = InputBytes.Read(path, MaxSize);
            return bytes.Length <= MaxSize
                ? Encoding.UTF8.GetString(bytes)
                : throw new InputException(
                    $"The result '{path}' is larger than {MaxSize / 1_000_000} MB: "
                    + "give the verify.json that 'finitencheck verify --out DIR' writes.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TimeoutException)
        {
            throw new InputException($"The result '{path}' cannot be read ({exception.Message}): check its permissions.", exception);
        }
    }
}
