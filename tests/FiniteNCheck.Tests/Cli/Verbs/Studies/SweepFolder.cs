using System.Diagnostics;
using FiniteNCheck.Tests.Support;

namespace FiniteNCheck.Tests.Cli.Verbs.Studies;

/// <summary>A sweep of a few seconds in a temporary folder, and the program that runs it.</summary>
internal sealed class SweepFolder : IDisposable
{
    private const string Study = """
        name: sweep
        model: model.yaml
        ladder: [8, 12, 16, 24, 32, 48]
        times: [0.5, 1]
        predictions:
          - { prediction: mean-field, expect: confirmed }
          - { prediction: covariance-full, expect: confirmed }
          - { prediction: covariance-printed, expect: refuted }
        sweep:
          - { parameter: hopfield.temperature, values: [2, 3] }
          - { parameter: hopfield.transverse-field, values: [0.1, 0.2] }
        """;

    private const string Model = """
        name: network
        hopfield: { patterns: 1, temperature: 2, transverse-field: 0.2 }
        initial: { plus: [0, 0, 0.5], minus: [0, 0, -0.5] }
        """;

    private static readonly Lazy<(string Output, Dictionary<string, string> Points)> Undisturbed = new(RunUndisturbed);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finitencheck-sweep-");

    public SweepFolder()
    {
        File.WriteAllText(PathOf("model.yaml"), Model);
        File.WriteAllText(StudyPath, Study);
    }

    /// <summary>The study.</summary>
    public string StudyPath => PathOf("study.yaml");

    /// <summary>The output of an undisturbed run, in a folder of its own.</summary>
    public static string UndisturbedOutput => Undisturbed.Value.Output;

    /// <summary>The files of its points.</summary>
    public static IReadOnlyDictionary<string, string> UndisturbedPoints => Undisturbed.Value.Points;

    /// <summary>A path in the folder.</summary>
    /// <param name="parts">Its parts.</param>
    public string PathOf(params string[] parts) => Path.Combine([folder.FullName, .. parts]);

    /// <summary>Starts the sweep on a run directory; results go to standard output as CSV.</summary>
    /// <param name="run">The run directory.</param>
    /// <param name="more">More options.</param>
    public Process Start(string run, params string[] more) =>
        ProgramProcess.Start(["verify", StudyPath, "--run", PathOf(run), "--format", "csv", .. more]);

    /// <summary>The files of the finished points of a run, by name.</summary>
    /// <param name="run">The run directory.</param>
    public Dictionary<string, string> Points(string run) =>
        Directory.Exists(PathOf(run, "points"))
            ? Directory
                .GetFiles(PathOf(run, "points"), "*.json")
                .ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal)
            : [];

    public void Dispose() => folder.Delete(recursive: true);

    private static (string Output, Dictionary<string, string> Points) RunUndisturbed()
    {
        using var alone = new SweepFolder();
        (int exit, string output, string error) = ProgramProcess.End(alone.Start("undisturbed"));
        return exit == 0 ? (output, alone.Points("undisturbed")) : throw new InvalidOperationException(error);
    }
}
