using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using CliWrap;
using CliWrap.Buffered;
using CliWrap.Exceptions;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using FiniteNCheck.Reporting.Doctor;

namespace FiniteNCheck.Cli.Backends;

/// <summary>Looks at the machine: processor, memory, Python, Slurm.</summary>
/// <param name="find">Finds a program on <c>PATH</c>.</param>
/// <param name="cancellationToken">Ends the wait for a program that is asked for its version.</param>
internal sealed class MachineProbe(Func<string, string?> find, CancellationToken cancellationToken)
{
    private const int MaxSeconds = 20;

    // One line per module, so that one that fails to load hides no other.
    private const string Modules = """
        import importlib.metadata as m, sys
        print('python', sys.version.split()[0])
        for name in ('numpy', 'matplotlib', 'h5py', 'qutip', 'finitencheck'):
            try: print(name, m.version(name))
            except m.PackageNotFoundError: print(name)
        """;

    /// <summary>Everything, in the order shown.</summary>
    public ImmutableArray<MachineFact> Facts() => [.. Machine(), .. Python(), .. Slurm()];

    private static IEnumerable<MachineFact> Machine()
    {
        yield return new(
            "program",
            Present: true,
            $"{(RuntimeFeature.IsDynamicCodeSupported ? "compiled as it runs" : "native")}, {RuntimeInformation.RuntimeIdentifier}");
        yield return new("processors", Present: true, $"{Environment.ProcessorCount}");
        yield return Vectors();
        yield return new("memory limit", Present: true, Numeral.Bytes(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes));
        yield return new("linear algebra", Present: true, LinearAlgebra.Provider);
        string folder = Path.GetTempPath();
        bool exists = Directory.Exists(folder);
        yield return new("temporary files", exists, folder, exists ? null : "Set TMPDIR to a folder that exists.");
    }

    private static MachineFact Vectors()
    {
        string used = VectorWidth.Text;
        string sets = string.Join(
            ", ",
            new (string Name, bool Has)[]
            {
                ("AVX2", Avx2.IsSupported),
                ("FMA", Fma.IsSupported),
                ("AVX-512", Avx512F.IsSupported),
                ("NEON", System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported),
            }.Where(set => set.Has).Select(set => set.Name));
        return new("instruction set", Present: true, sets.Length > 0 ? $"{used}; {sets}" : used);
    }

    private IEnumerable<MachineFact> Python()
    {
        if (find("python3") is not { } python)
        {
            yield return new(
                "Python", Present: false, "no python3 on PATH", "For the Python package and predictions by scripts: install Python 3.");
            yield break;
        }

        string[] lines = Output(python, ["-c", Modules])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0)
        {
            yield return new("Python", Present: false, $"{python} does not answer", "Check that it runs.");
        }

        foreach (string line in lines)
        {
            string[] words = line.Split(' ');
            yield return words is [var name, var version]
                ? new(name is "python" ? "Python" : $"Python: {name}", Present: true, version)
                : new($"Python: {words[0]}", Present: false, $"not in {python}", UseOf(words[0]));
        }
    }

    private IEnumerable<MachineFact> Slurm()
    {
        yield return find("sbatch") is { } sbatch
            ? new("Slurm", Present: true, sbatch)
            : new(
                "Slurm",
                Present: false,
                "no sbatch on PATH",
                "Only 'slurm --submit' needs it; without it the scripts are written all the same.");
    }

    private static string UseOf(string module) => module switch
    {
        "numpy" => "the Python package returns NumPy arrays: install numpy.",
        "matplotlib" => "plots in the Python package: install matplotlib.",
        "h5py" => "reads the .h5 files of --out: install h5py.",
        "qutip" => "conversion of PIQS models and the comparison with it: install qutip.",
        "finitencheck" => "the Python package itself: scripts/wheel makes it.",
        _ => $"install {module}.",
    };

    private string Output(string program, IEnumerable<string> arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(MaxSeconds));
        try
        {
            return CliWrap.Cli.Wrap(program).WithArguments(arguments).WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(limit.Token).Task.GetAwaiter().GetResult().StandardOutput;
        }
        catch (Exception exception) when (exception is CliWrapException or System.ComponentModel.Win32Exception
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return "";
        }
    }
}
