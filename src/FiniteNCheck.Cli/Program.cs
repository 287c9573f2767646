using System.Runtime.InteropServices;
using FiniteNCheck.Cli;

using CancellationTokenSource cancellation = new();

// The first signal asks the run to end cleanly; a second one ends the process at once.
void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}

using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
return CommandLine.Run(args, Console.Out, Console.Error, ConsoleTraits.OfThisProcess(), backend: null, cancellation.Token);
