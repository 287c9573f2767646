using System.Runtime.InteropServices;
using FiniteNCheck.Cli;

using CancellationTokenSource cancellation = new();

// A signal asks the run to end cleanly. A second Ctrl-C ends the process at once; a second SIGTERM does not: a batch system sends it to every process of a job,
// and the script of the job passes it on.
void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = signal.Signal == PosixSignal.SIGTERM || !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}

using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
return CommandLine.Run(args, Console.Out, Console.Error, ConsoleTraits.OfThisProcess(), backend: null, cancellation.Token);
