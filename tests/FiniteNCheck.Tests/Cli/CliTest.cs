using FiniteNCheck.Cli;
using FiniteNCheck.Cli.Backends;
using FiniteNCheck.Cli.Streams;

namespace FiniteNCheck.Tests.Cli;

/// <summary>A temporary directory with a stand-in model file, and the program run in-process.</summary>
public abstract class CliTest : IDisposable
{
    protected CliTest()
    {
        Folder = Directory.CreateTempSubdirectory("finitencheck-tests-").FullName;
        ModelPath = Path.Combine(Folder, "model.yaml");
        File.WriteAllText(ModelPath, "name: any\n");
    }

    protected string Folder { get; }

    protected string ModelPath { get; }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static (int Exit, string Output, string Error) Run(IBackend? backend, params string[] args) =>
        Run(backend, default, args);

    private protected static (int Exit, string Output, string Error) Run(
        IBackend? backend, CancellationToken cancellation, params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int exit = CommandLine.Run(args, output, error, ConsoleTraits.Redirected, backend, cancellation);
        return (exit, output.ToString(), error.ToString());
    }
}
