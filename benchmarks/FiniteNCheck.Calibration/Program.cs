using System.Globalization;
using FiniteNCheck.Calibration;

if (args is not [string first, string many]
    || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int firstSeed)
    || !int.TryParse(many, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
    || count < 1)
{
    Console.Error.WriteLine("Usage: FIRST-SEED COUNT, for instance 300001 1000. The page goes to standard output.");
    return 2;
}

using CancellationTokenSource interrupt = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupt.Cancel();
};
try
{
    CalibrationRun calibration = CalibrationRun.Run(firstSeed, count, solvers: null, new ConsoleProgress(count), interrupt.Token);
    Console.Out.Write(new CalibrationPage(calibration).Write());
    return calibration.IsReached ? 0 : 1;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Interrupted.");
    return 130;
}
