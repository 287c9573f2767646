using System.Globalization;
using System.Reflection;
using System.Text;
using FiniteNCheck.Exact;
using FiniteNCheck.Files;

namespace FiniteNCheck.Verification.Runs;

/// <summary>
/// Everything that determines the numbers of an exact solution, as a text and as its hash: model, n, times, tolerance, method,
/// representation, functions of the state, and the version of the program down to its commit. Threads and memory are not part of it: no
/// number depends on them.
/// </summary>
/// <param name="Text">The text.</param>
/// <param name="Id">The first 128 bits of its SHA-256, in hexadecimal.</param>
internal readonly record struct PointIdentity(string Text, string Id)
{
    private const int IdLength = 32;

    /// <summary>The version of the program, with its commit if the build knew it.</summary>
    public static string ProgramVersion { get; } =
        typeof(PointIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Computes the identity of one size of a study.</summary>
    /// <param name="model">The model as the study states it, in JSON; its initial state need not be resolved.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">The times.</param>
    /// <param name="options">Accuracy, method, representation.</param>
    public static PointIdentity Compute(string model, int n, IEnumerable<double> times, ExactOptions options)
    {
        string list = string.Join(' ', times.Select(time => time.ToString("R", CultureInfo.InvariantCulture)));
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"finitencheck {ProgramVersion}; n {n}; times {list}; tolerance {options.Tolerance:R}; method {options.Method}; "
            + $"representation {options.Representation}; merge {options.MergeBlocks}; {FunctionsOf(options)}model {model}");
        return new PointIdentity(text, Convert.ToHexStringLower(Sha256.Of(Encoding.UTF8.GetBytes(text)))[..IdLength]);
    }

    /// <summary>Whether a text has the form of an id.</summary>
    /// <param name="text">The text.</param>
    public static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);

    // Nothing where there are none, so that results from before there were functions keep their names.
    private static string FunctionsOf(ExactOptions options) =>
        options.Functions.IsDefaultOrEmpty ? "" : $"functions {string.Join(' ', options.Functions)}; ";
}
