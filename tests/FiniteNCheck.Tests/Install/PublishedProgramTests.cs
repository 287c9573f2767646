using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Install;

/// <summary>The native program: in a root with nothing but the C library, at every width of vectors, and as a wheel.</summary>
[Trait("Kind", "Cli")]
[Trait("Speed", "Slow")]
[SupportedOSPlatform("linux")]
public sealed partial class PublishedProgramTests : IDisposable
{
    private static readonly string Model = Path.Combine(RepositoryRoot.Path, "studies", "models", "two-large-spins.yaml");

    private readonly string _folder = Directory.CreateTempSubdirectory("finitencheck-root-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [PublishedFact]
    public void It_is_native_code() => Assert.Contains("native code", PublishedProgram.Statement, StringComparison.Ordinal);

    [PublishedFact]
    public void It_runs_where_there_is_nothing_but_the_C_library()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            // chroot is for root alone; It_names_what_it_needs holds for everybody.
            return;
        }

        Put(PublishedProgram.Path, "/finitencheck");
        Put(Model, "/model.yaml");
        foreach (string library in Libraries())
        {
            Put(library, library);
        }

        Directory.CreateDirectory(Path.Combine(_folder, "tmp"));
        Directory.CreateDirectory(Path.Combine(_folder, "dev"));
        Directory.CreateDirectory(Path.Combine(_folder, "proc"));
        string devices = $"for d in null urandom; do touch {_folder}/dev/$d; mount --bind /dev/$d {_folder}/dev/$d; done";
        string script = $"mount -t proc proc {_folder}/proc; {devices}; chroot {_folder} /finitencheck \"$@\"";
        foreach (string[] arguments in new string[][]
        {
            ["--version"],
            ["exact", "/model.yaml", "--n", "20", "--times", "0.5,2", "--out", "/tmp/results"],
            ["verify", "paramagnetic"],
            ["claims", "curie-weiss"],
            ["figures", "B1", "--out", "/tmp/results"],
        })
        {
            // In name spaces of its own, so that the mounts end with it.
            (int exit, string output) = PublishedProgram.Run("unshare", ["--mount", "sh", "-c", script, "sh", .. arguments]);
            Assert.True(exit == 0, $"{string.Join(' ', arguments)}: {exit}\n{output}");
        }

        Assert.True(File.Exists(Path.Combine(_folder, "tmp", "results", "exact.npz")));
    }

    [PublishedFact]
    public void It_names_what_it_needs() =>
        Assert.All(Libraries(), library => Assert.Matches("/(libc|libm|libdl|libpthread|librt|ld-linux-x86-64)[.-]", library));

    [PublishedTheory]
    [InlineData("128")]
    [InlineData("256")]
    [InlineData("512")]
    public void It_uses_vectors_of_the_width_that_is_allowed(string bits)
    {
        (int exit, string output) = PublishedProgram.Run(
            "env", $"FINITENCHECK_VECTORS={bits}", PublishedProgram.Path, "theory", Model, "--times", "1", "--format", "json");
        Assert.Equal(0, exit);
        int used = int.Parse(Width().Match(output).Groups["bits"].Value);
        string flags = File.ReadAllText("/proc/cpuinfo");
        int most = flags.Contains("avx512vl", StringComparison.Ordinal) ? 512
            : flags.Contains("avx2", StringComparison.Ordinal) ? 256
            : 128;
        Assert.Equal(Math.Min(int.Parse(bits), most), used);
    }

    [PublishedFact]
    public void Its_numbers_are_those_of_the_ordinary_build_and_its_times_as_stated()
    {
        (int exit, string output) = RunScript("native-check");
        Assert.DoesNotContain("other numbers", output, StringComparison.Ordinal);
        Assert.True(exit is 0 or 1, output);
    }

    [PublishedFact]
    public void Without_its_wider_builds_it_goes_on_as_it_is()
    {
        byte[] bytes = File.ReadAllBytes(PublishedProgram.Path);
        string broken = Path.Combine(_folder, "finitencheck");
        File.WriteAllBytes(broken, bytes[..^1000]);
        File.SetUnixFileMode(broken, UnixFileMode.UserExecute | UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (int exit, string output) = PublishedProgram.Run(broken, "theory", Model, "--times", "1", "--format", "json");
        Assert.Equal(0, exit);
        Assert.Equal("128", Width().Match(output).Groups["bits"].Value);
    }

    [PublishedFact]
    public void The_wheel_installs_without_network_and_passes_its_own_tests()
    {
        (int exit, string output) = RunScript("wheel-check");
        Assert.True(exit == 0, output);
    }

    /// <summary>The libraries that it names, and those that it may load.</summary>
    private static IEnumerable<string> Libraries()
    {
        (_, string output) = PublishedProgram.Run("ldd", PublishedProgram.Path);
        string root = "/lib/x86_64-linux-gnu";
        string[] more = ["libm.so.6", "libdl.so.2", "libpthread.so.0"];
        return Library().Matches(output).Select(match => match.Value).Concat(more.Select(name => $"{root}/{name}"));
    }

    private static (int Exit, string Output) RunScript(string name) =>
        PublishedProgram.Run(Path.Combine(RepositoryRoot.Path, "scripts", name), PublishedProgram.Path);

    private void Put(string file, string where)
    {
        string target = _folder + where;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target, overwrite: true);
        File.SetUnixFileMode(target, File.GetUnixFileMode(file) | UnixFileMode.UserExecute);
    }

    [GeneratedRegex(@"/\S+\.so[.\d]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Library();

    [GeneratedRegex(@"(?<bits>\d+)-bit vectors", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Width();
}
