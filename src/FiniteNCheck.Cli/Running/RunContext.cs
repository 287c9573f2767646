using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Cli.Streams;

namespace FiniteNCheck.Cli.Running;

/// <summary>The environment of a run of the program.</summary>
/// <param name="Output">Standard output: results and help only.</param>
/// <param name="Error">Standard error: messages and progress.</param>
/// <param name="Traits">The capabilities of the streams.</param>
/// <param name="Backend">The backend.</param>
/// <param name="Cancellation">Cancelled by Ctrl-C.</param>
internal sealed record RunContext(
    TextWriter Output,
    TextWriter Error,
    ConsoleTraits Traits,
    IBackend Backend,
    CancellationToken Cancellation);
