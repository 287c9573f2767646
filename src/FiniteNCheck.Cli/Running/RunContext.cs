using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Cli.Streams;

namespace FiniteNCheck.Cli.Running;

/// <summary>What surrounds a run of the program.</summary>
/// <param name="Output">Standard output: results and help only.</param>
/// <param name="Error">Standard error: messages and progress.</param>
/// <param name="Traits">What the streams can show.</param>
/// <param name="Backend">What computes.</param>
/// <param name="Cancellation">Set by Ctrl-C.</param>
internal sealed record RunContext(
    TextWriter Output,
    TextWriter Error,
    ConsoleTraits Traits,
    IBackend Backend,
    CancellationToken Cancellation);
