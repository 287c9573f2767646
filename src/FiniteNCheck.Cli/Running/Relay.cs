namespace FiniteNCheck.Cli.Running;

/// <summary>Forwards progress immediately, on the reporting thread.</summary>
/// <param name="action">Receives every report.</param>
internal sealed class Relay<T>(Action<T> action) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => action(value);
}
