using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FiniteNCheck.Cli;
using FiniteNCheck.Cli.Running;
using FiniteNCheck.Cli.Streams;

// The rest is a method of its own, since the libraries that it names are loaded when it is entered.
return FileHandles.AreEnough() ? Run(args) : ExitCode.Fault;

[MethodImpl(MethodImplOptions.NoInlining)]
static int Run(string[] args)
{
    CancellationTokenSource cancellation = new();

    // A signal asks the run to end cleanly. A second Ctrl-C ends the process at once; a second SIGTERM does not: a batch system sends it to every process of a job,
    // and the script of the job passes it on.
    void Interrupt(PosixSignalContext signal)
    {
        signal.Cancel = signal.Signal == PosixSignal.SIGTERM || !cancellation.IsCancellationRequested;
        cancellation.Cancel();
    }

    // Not disposed: a signal that comes while the process ends must find them.
    PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
    PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
    int status = CommandLine.Run(args, StandardStreams.Output, StandardStreams.Error, ConsoleTraits.OfThisProcess(), backend: null, cancellation.Token);
    GC.KeepAlive((interrupt, terminate));
    return status;
}
