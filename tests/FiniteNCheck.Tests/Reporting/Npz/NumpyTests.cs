using System.Diagnostics;
using FiniteNCheck.Reporting.Exact;
using FiniteNCheck.Reporting.Npz;
using FiniteNCheck.Reporting.Theory;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Tests.Verification.Reference;
using Xunit;

namespace FiniteNCheck.Tests.Reporting.Npz;

/// <summary>NumPy itself opens the archives, and sees what the tests' own reader sees.</summary>
[Trait("Kind", "CrossCheck")]
public sealed class NumpyTests : IDisposable
{
    /// <summary>A line per array: name, type, shape, bytes; texts also as they read.</summary>
    private const string Script =
        """
        import sys, numpy
        for name, array in numpy.load(sys.argv[1], allow_pickle=False).items():
            texts = ascii(array.ravel().tolist()) if array.dtype.kind == 'U' else ''
            numbers = numpy.ascontiguousarray(array).tobytes().hex().upper()
            print(name, array.dtype.str, ','.join(map(str, array.shape)), numbers, texts, sep=';')
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("finitencheck-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [WitnessFact]
    public void It_loads_every_archive()
    {
        byte[][] archives =
        [
            ExactNpz.Render(SampleReports.Exact),
            TheoryNpz.Render(SampleReports.Theory),
            VerifyNpz.Render(SampleReports.Verify),
        ];
        Assert.All(
            archives,
            archive =>
                Assert.Equal(
                    NpyData
                        .ReadAll(archive)
                        .Select(array =>
                            $"{array.Key};{array.Value.Type};{string.Join(',', array.Value.Shape)};"
                                + Convert.ToHexString(array.Value.Bytes)),
                    Load(archive).Select(line => string.Join(';', line.Split(';')[..4]))));
    }

    [WitnessFact]
    public void It_reads_texts_of_any_letters_and_no_values_at_all()
    {
        byte[] archive = NpzArchive.Pack([
            NpyArray.OfTexts("a/texts", ["", "Σ→", "x\U0001D4D7"], 3),
            NpyArray.OfTexts("none", [], 0),
            NpyArray.OfReals("empty", [], 0, 6),
            NpyArray.OfFlags("flags", [true, false], 2),
        ]);
        string[] lines = Load(archive);
        Assert.EndsWith(@"['', '\u03a3\u2192', 'x\U0001d4d7']", lines[0], StringComparison.Ordinal);
        Assert.Equal(["none;<U1;0;;[]", "empty;<f8;0,6;;", "flags;|b1;2;0100;"], lines[1..]);
    }

    private string[] Load(byte[] archive)
    {
        string path = Path.Combine(_folder, $"{Guid.NewGuid():N}.npz");
        File.WriteAllBytes(path, archive);
        ProcessStartInfo start = new(WitnessFactAttribute.Python!, ["-c", Script, path])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.GetAwaiter().GetResult());
        return output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
