using System.Globalization;
using FiniteNCheck.Calibration;

int further = 0;
if (args is not [string first, string many, .. { Length: <= 1 } rest]
    || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int firstSeed)
    || !int.TryParse(many, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
    || count < 1
    || (rest is [string more] && !int.TryParse(more, NumberStyles.None, CultureInfo.InvariantCulture, out further)))
{
    Console.Error.WriteLine(
        "Usage: FIRST-SEED COUNT [FURTHER], for instance 300001 1000 4000. Of the further seeds only sensible ladders are judged. "
        + "The page goes to standard output.");
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
    CalibrationRun calibration = CalibrationRun.Run(
        firstSeed, count, further, solvers: null, new ConsoleProgress(count + further), interrupt.Token);
    Console.Out.Write(new CalibrationPage(calibration).Write());
    return calibration.IsReached ? 0 : 1;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Interrupted.");
    return 130;
}
