using FiniteNCheck.Model;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Runs;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Predictions;

/// <summary>
/// A temporary folder with a study of the Curie-Weiss model, whose spins flip with the rates <c>exp(+-beta m)</c> from the disordered
/// state. There the mean field rests, and <c>d Sigma_zz/dt = -4 (1 - beta) Sigma_zz + 4</c>.
/// </summary>
internal sealed class PredictionFolder : IDisposable
{
    /// <summary>The covariance <c>Sigma_zz</c> of the limit, as a formula.</summary>
    public const string Susceptibility = "(1 - beta*exp(-4*(1 - beta)*t))/(1 - beta)";

    /// <summary>A sweep for the end of a study file.</summary>
    public const string Sweep = "sweep:\n  - { name: beta, parameter: parameters.beta, values: [0.2, 0.5] }\n";

    private const string Model = """
        name: curie-weiss
        parameters: { beta: 0.5 }
        blocks: [{ name: all, share: 1 }]
        jumps:
          - { block: all, operator: raise, rate: { expression: "exp(beta*x/2)" }, argument: { all: [0, 0, 1] } }
          - { block: all, operator: lower, rate: { expression: "exp(-beta*x/2)" }, argument: { all: [0, 0, 1] } }
        initial: { all: [0, 0, 0] }
        """;

    public PredictionFolder() => Write("model.yaml", Model);

    public string Path { get; } = Directory.CreateTempSubdirectory("finitencheck-predictions-").FullName;

    /// <summary>Where the entry of a prediction stands in a study.</summary>
    public static string PlaceOf(string key) => $"study.yaml:8: predictions[1]{key}: ";

    public string Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a study with one prediction of the user's own.</summary>
    /// <param name="entry">Its entry, without the braces.</param>
    /// <param name="more">What follows in the file.</param>
    /// <param name="quantity">The quantity <c>chi</c>.</param>
    /// <param name="times">The times.</param>
    public string WriteStudy(string entry, string more = "", string quantity = "cov('z.all','z.all')", string times = "[0.5, 1]") => Write(
        "study.yaml",
        $"""
        name: mine
        model: model.yaml
        ladder: [8, 12, 16, 24, 32, 48, 64]
        times: {times}
        quantities:
          chi: "{quantity}"
        predictions:
          - {"{"} {entry} {"}"}
        {more}
        """);

    /// <summary>Runs the study and returns what it finds of its prediction.</summary>
    public PredictionFinding Judge() =>
        StudyRunner.Run(Study.Load(System.IO.Path.Combine(Path, "study.yaml")), Allowed).Predictions[0];

    /// <summary>The message with which the study, or a cell of its sweep, is refused while the run is planned.</summary>
    /// <param name="allowCommands">Whether commands may run.</param>
    public string Refusal(bool allowCommands = true)
    {
        RunOptions options = new() { Study = Allowed with { AllowCommands = allowCommands } };
        string message = Assert.ThrowsAny<InputException>(
            () => new StudiesRun(Study.LoadAll(System.IO.Path.Combine(Path, "study.yaml")), options)).Message;
        Assert.DoesNotContain('\n', message);
        Assert.Contains("found ", message, StringComparison.Ordinal);
        Assert.Contains("; allowed: ", message, StringComparison.Ordinal);
        Assert.True(message[^1] is '.' or '?', message);
        return message;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static StudyOptions Allowed { get; } = new() { Threads = 1, AllowCommands = true };
}
