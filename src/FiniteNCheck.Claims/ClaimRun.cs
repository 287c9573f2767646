using FiniteNCheck.Exact;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims;

/// <summary>
/// A run over claims: its effort, threads, progress and cancellation. Exact solutions are cached, since claims share
/// them.
/// </summary>
/// <param name="Effort">How much work a check may do.</param>
/// <param name="Threads">Number of threads; 0 for all cores. Results do not depend on it.</param>
/// <param name="Progress">Receives what is being done, or <see langword="null"/>.</param>
/// <param name="Cancellation">Ends the run with an <see cref="OperationCanceledException"/>.</param>
public sealed record ClaimRun(Effort Effort, int Threads, IProgress<string>? Progress, CancellationToken Cancellation)
{
    private const double Tolerance = 1e-12;

    private readonly Dictionary<(string Model, int N, string Times, string Options), ExactResult> solutions = [];

    /// <summary>Whether predictions may run the commands that their study files name.</summary>
    public bool AllowCommands { get; init; }

    /// <summary>The exact moments of a model at one size, with an error far below the resolution of any claim.</summary>
    /// <param name="model">The model.</param>
    /// <param name="n">The ladder value.</param>
    /// <param name="times">Times of output.</param>
    /// <exception cref="InvalidOperationException">The state fails its checks: rounding has taken over.</exception>
    public ExactResult Exact(SymmetricModel model, int n, params IReadOnlyList<double> times)
    {
        ArgumentNullException.ThrowIfNull(model);
        ExactResult result = Solve(model, n, times, new ExactOptions { Tolerance = Tolerance });
        return result.Checks.SelectMany(checks => checks.Failures(Tolerance)).FirstOrDefault() is { } failure
            ? throw new InvalidOperationException(
                $"{model.Name}, n = {n}: the exact state fails its check ({failure}), and no claim can rest on it.")
            : result;
    }

    /// <summary>Runs a study with the exact solutions of this run.</summary>
    /// <param name="study">The study.</param>
    /// <param name="theory">The solver of the limit theory; <see langword="null"/> for the real one.</param>
    public StudyFinding Run(Study study, StudySolvers? theory = null)
    {
        StudySolvers solvers = (theory ?? StudySolvers.Default) with
        {
            Exact = (model, n, times, options, _, _) => Solve(model, n, times, options),
        };
        return StudyRunner.Run(
            study, solvers, new StudyOptions { Threads = Threads, AllowCommands = AllowCommands }, null, Cancellation);
    }

    private ExactResult Solve(SymmetricModel model, int n, IReadOnlyList<double> times, ExactOptions options)
    {
        Cancellation.ThrowIfCancellationRequested();
        string what = $"{options.Tolerance} {options.Method} {string.Join(' ', options.Functions)}";
        (string, int, string, string) key = (ModelJson.Serialize(model), n, string.Join(' ', times), what);
        if (!solutions.TryGetValue(key, out ExactResult? result))
        {
            Progress?.Report($"{model.Name}, n = {n}");
            result = ExactSolver.Solve(model, n, times, options with { Threads = Threads }, cancellationToken: Cancellation);
            solutions.Add(key, result);
        }

        return result;
    }
}
