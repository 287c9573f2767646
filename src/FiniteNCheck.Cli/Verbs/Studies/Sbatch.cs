using System.ComponentModel;
using System.Diagnostics;
using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Model;

namespace FiniteNCheck.Cli.Verbs.Studies;

/// <summary>Submits scripts to Slurm.</summary>
/// <param name="program">The path of <c>sbatch</c>.</param>
internal sealed class Sbatch(string program)
{
    /// <summary>Submits a script.</summary>
    /// <param name="script">Its path.</param>
    /// <param name="after">Jobs that must end, successfully or not, before it starts; may be empty.</param>
    /// <returns>The id of the job.</returns>
    /// <exception cref="SbatchException">Slurm rejects it.</exception>
    public string Submit(string script, params IReadOnlyList<string> after)
    {
        string[] dependency = after.Count > 0 ? [$"--dependency=afterany:{string.Join(':', after)}"] : [];
        ProcessStartInfo start = new(program, ["--parsable", .. dependency, script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start) ?? throw new SbatchException("it did not start.");
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();

            // With several clusters the id is followed by a semicolon and the name of the cluster.
            string id = output.Trim().Split(';')[0];
            return process.ExitCode == 0 && id.Length > 0
                ? id
                : throw new SbatchException($"it ended with exit status {process.ExitCode}: {InOneLine(error.GetAwaiter().GetResult())}");
        }
        catch (Win32Exception exception)
        {
            throw new SbatchException(exception.Message, exception);
        }
    }

    /// <summary>Finds the <c>sbatch</c> of this machine.</summary>
    /// <param name="backend">The backend, which knows the programs of the machine.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static Sbatch Find(IBackend backend) =>
        new(
            backend.FindProgram("sbatch")
                ?? throw new InputException(
                    "--submit needs sbatch, which is not on PATH: run this on a machine from which jobs are submitted, "
                    + "or leave out --submit and take the files there. Nothing was written."));

    private static string InOneLine(string text) =>
        string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
