using System.Globalization;
using BenchmarkDotNet.Running;
using FiniteNCheck.Benchmarks;

switch (args)
{
    case ["table"]:
        SideBySideTable.Print(Console.Out);
        return 0;
    case ["sweep"]:
        SweepTable.Print(Console.Out);
        return 0;
    case ["integrators", .. string[] sizes] when sizes.All(size => int.TryParse(size, out int spins) && spins >= 4 && spins % 2 == 0):
        IntegratorTable.Print(Console.Out, sizes.Length == 0 ? [100, 200] : [.. sizes.Select(int.Parse)]);
        return 0;
    case ["solve", string file, string n, string tolerance, .. string[] times] when times.Length > 0:
        WarmSolution.Print(
            Console.Out, file, int.Parse(n, CultureInfo.InvariantCulture), double.Parse(tolerance, CultureInfo.InvariantCulture),
            [.. times.Select(time => double.Parse(time, CultureInfo.InvariantCulture))]);
        return 0;
    case ["table" or "sweep" or "integrators" or "solve", ..]:
        Console.Error.WriteLine(
            "Usage: table | sweep | integrators [even N ..] | solve MODEL N TOLERANCE TIME .. | options of BenchmarkDotNet");
        return 2;
    default:
        BenchmarkSwitcher.FromTypes([typeof(GeneratorBenchmarks)]).Run(args);
        return 0;
}
