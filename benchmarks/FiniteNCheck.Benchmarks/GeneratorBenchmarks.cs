using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Generator;

namespace FiniteNCheck.Benchmarks;

/// <summary>One application of the generator against copying as many numbers, both on all cores.</summary>
[Config(typeof(InProcess))]
public class GeneratorBenchmarks
{
    private double[] from = [];
    private double[] to = [];
    private BandedGenerator? generator;

    /// <summary>The model and its size.</summary>
    [Params("1 x 200, real", "1 x 600, real", "2 x 20, complex")]
    public string System { get; set; } = "";

    /// <summary>Prepares state and generator.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Problem problem = System switch
        {
            "1 x 200, real" => Problem.Retrieval(200),
            "1 x 600, real" => Problem.Retrieval(600),
            _ => Problem.TwoBlocks(20),
        };
        (StateLayout layout, generator) = problem.Generator(Environment.ProcessorCount);
        from = problem.Initial(layout, Environment.ProcessorCount).Numbers;
        to = new double[from.Length];
    }

    /// <summary>Copies the state.</summary>
    [Benchmark(Baseline = true)]
    public void Copy() => ParallelCopy.Run(from, to, Environment.ProcessorCount);

    /// <summary>Applies the generator.</summary>
    [Benchmark]
    public void Apply() => generator!.Apply(from, to);

    // In this process, because the engine's types are internal: no project is generated and built.
    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
