using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FiniteNCheck.Cli;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Cli.Streams;

// A separate method: the libraries that it names are loaded when it is entered, after the check.
return FileHandles.AreEnough() ? Run(args) : ExitCode.Fault;

[MethodImpl(MethodImplOptions.NoInlining)]
static int Run(string[] args)
{
    CancellationTokenSource cancellation = new();

    // A signal asks the run to end cleanly. A second Ctrl-C ends the process at once. A second SIGTERM does not: a batch system sends it to
    // every process of a job, and the job's script passes it on again.
    void Interrupt(PosixSignalContext signal)
    {
        signal.Cancel = signal.Signal == PosixSignal.SIGTERM || !cancellation.IsCancellationRequested;
        cancellation.Cancel();
    }

    // Not disposed: they must handle a signal that arrives while the process ends.
    PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
    PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
    int status = CommandLine.Run(
        args, StandardStreams.Output, StandardStreams.Error, ConsoleTraits.OfThisProcess(), backend: null, cancellation.Token);
    GC.KeepAlive((interrupt, terminate));
    return status;
}
