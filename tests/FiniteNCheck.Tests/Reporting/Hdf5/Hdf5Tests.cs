using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using FiniteNCheck.Reporting.Exact;
using FiniteNCheck.Reporting.Hdf5;
using FiniteNCheck.Reporting.Npz;
using FiniteNCheck.Reporting.Theory;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Tests.Reporting.Npz;
using PureHDF;
using Xunit;

namespace FiniteNCheck.Tests.Reporting.Hdf5;

/// <summary>HDF5 files hold the arrays of the NumPy archives: read by the tests' own reader of those, by PureHDF and by h5py.</summary>
[Trait("Kind", "CrossCheck")]
public sealed class Hdf5Tests : IDisposable
{
    /// <summary>A line per array: name, shape, numbers with all their bits or texts.</summary>
    private const string Script =
        """
        import sys, h5py, numpy
        def show(name, item):
            if not isinstance(item, h5py.Dataset):
                return
            if item.dtype.kind == 'O':
                values = ','.join(numpy.atleast_1d(item.asstr()[()]).ravel().tolist())
            else:
                values = numpy.ascontiguousarray(item[()]).tobytes().hex().upper()
            print(name, item.dtype.str, ','.join(map(str, item.shape)), values, sep=';')
        h5py.File(sys.argv[1]).visititems(show)
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("finitencheck-tests-").FullName;

    private static readonly string[] Names = ["exact", "theory", "verify"];

    public static TheoryData<string> Kinds => [.. Names];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void PureHdf_reads_the_numbers_of_the_archive(string kind)
    {
        (byte[] npz, byte[] hdf5) = Render(kind);
        using var file = H5File.Open(new MemoryStream(hdf5));
        foreach ((string name, NpyData array) in NpyData.ReadAll(npz))
        {
            IH5Dataset dataset = file.Dataset(name);
            Assert.Equal(array.Shape.Select(length => (ulong)length), dataset.Space.Dimensions);
            if (array.Type is "<f8")
            {
                Assert.Equal(array.Bytes, Flat<double>(dataset, array.Shape.Length).SelectMany(BitConverter.GetBytes));
            }
            else if (array.Type is "<i8")
            {
                Assert.Equal(array.Bytes, Flat<long>(dataset, array.Shape.Length).SelectMany(BitConverter.GetBytes));
            }
        }
    }

    [Fact]
    public void The_same_arrays_give_the_same_bytes_and_other_numbers_are_seen()
    {
        byte[] first = Hdf5Archive.Pack([NpyArray.OfReals("g/a", [1, 2], 2)]);
        Assert.Equal(first, Hdf5Archive.Pack([NpyArray.OfReals("g/a", [1, 2], 2)]));
        using var changed = H5File.Open(new MemoryStream(Hdf5Archive.Pack([NpyArray.OfReals("g/a", [1, 3], 2)])));
        Assert.Equal([1.0, 3.0], changed.Dataset("g/a").Read<double[]>());
    }

    [H5PyFact]
    public void H5py_reads_every_type()
    {
        string[] lines = Load(Hdf5Archive.Pack(
        [
            NpyArray.OfTexts("names", ["z.all", "Σ→"], 2),
            NpyArray.OfReals("group/inner/number", [0.5]),
            NpyArray.OfReals("empty", [], 0, 6),
            NpyArray.OfFlags("flags", [true, false], 2),
            NpyArray.OfComplexNumbers("complex", [new Complex(1, -2)], 1),
            NpyArray.OfIntegers("n", [7]),
        ]));
        Assert.Equal(
            [
                $"complex;<c16;1;{Hex(1, -2)}", "empty;<f8;0,6;", "flags;|u1;2;0100", $"group/inner/number;<f8;;{Hex(0.5)}",
                "n;<i8;;0700000000000000", "names;|O;2;z.all,Σ→",
            ],
            lines.Order(StringComparer.Ordinal));
    }

    [H5PyFact]
    public void H5py_reads_the_bytes_of_the_archives()
    {
        foreach (string kind in Names)
        {
            (byte[] npz, byte[] hdf5) = Render(kind);
            Dictionary<string, string> read = Load(hdf5).ToDictionary(line => line.Split(';')[0], StringComparer.Ordinal);
            foreach ((string name, NpyData array) in NpyData.ReadAll(npz).Where(pair => pair.Value.Type is "<f8" or "<i8" or "<c16"))
            {
                Assert.Equal($"{name};{array.Type};{string.Join(',', array.Shape)};{Convert.ToHexString(array.Bytes)}", read[name]);
            }
        }
    }

    private static (byte[] Npz, byte[] Hdf5) Render(string kind) => kind switch
    {
        "exact" => (ExactNpz.Render(SampleReports.Exact), ExactNpz.RenderHdf5([SampleReports.Exact])),
        "theory" => (TheoryNpz.Render(SampleReports.Theory), TheoryNpz.RenderHdf5(SampleReports.Theory)),
        _ => (VerifyNpz.Render(SampleReports.Verify), VerifyNpz.RenderHdf5(SampleReports.Verify)),
    };

    private static IEnumerable<T> Flat<T>(IH5Dataset dataset, int rank)
        where T : unmanaged => rank switch
        {
            0 => [dataset.Read<T>()],
            1 => dataset.Read<T[]>(),
            2 => dataset.Read<T[,]>().Cast<T>(),
            _ => dataset.Read<T[,,]>().Cast<T>(),
        };

    private static string Hex(params double[] values) => Convert.ToHexString([.. values.SelectMany(BitConverter.GetBytes)]);

    private string[] Load(byte[] file)
    {
        string path = Path.Combine(_folder, $"{Guid.NewGuid():N}.h5");
        File.WriteAllBytes(path, file);
        using Process process = Process.Start(new ProcessStartInfo(H5PyFactAttribute.Python!, ["-X", "utf8", "-c", Script, path])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, process.ExitCode.ToString(CultureInfo.InvariantCulture));
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
