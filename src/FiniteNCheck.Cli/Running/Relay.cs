namespace FiniteNCheck.Cli.Running;

/// <summary>Progress that is handed on at once, on the thread that reports it.</summary>
/// <param name="action">Receives every report.</param>
internal sealed class Relay<T>(Action<T> action) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => action(value);
}
