using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Exact.Evolution.Windows;
using FiniteNCheck.Exact.Generator;
using FiniteNCheck.Exact.Operators;
using FiniteNCheck.Exact.Reduction;
using FiniteNCheck.Exact.State;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Benchmarks;

/// <summary>One model at one size, reduced and ready to evolve.</summary>
internal sealed class Problem
{
    private readonly SectorOperators operators;

    private Problem(CollectiveSystem system, Representation representation)
    {
        System = system;
        Representation = representation;
        operators = new SectorOperators(system, new SectorGraph(system.Spins));
    }

    /// <summary>The system in its final frame.</summary>
    public CollectiveSystem System { get; }

    /// <summary>How the state is held.</summary>
    public Representation Representation { get; }

    /// <summary>One pattern in the retrieval phase, from its fixed point: one block with a real state.</summary>
    /// <param name="spins">The number of spins, even.</param>
    public static Problem Retrieval(int spins) => Load("studies/models/retrieval.yaml", spins / 2);

    /// <summary>One pattern in the paramagnetic phase, relaxing: one block with a real state.</summary>
    /// <param name="spins">The number of spins, even.</param>
    public static Problem Paramagnetic(int spins) => Load("reference-data/models/p1-paramagnetic.yaml", spins / 2);

    /// <summary>Two patterns on two blocks, held as a complex matrix.</summary>
    /// <param name="spins">The number of spins of each block.</param>
    public static Problem TwoBlocks(int spins) => Load("reference-data/models/p2-two-blocks.yaml", spins, Representation.Complex);

    /// <summary>A layout of the whole state and the generator on it.</summary>
    /// <param name="threads">The number of threads.</param>
    public (StateLayout Layout, BandedGenerator Generator) Generator(int threads)
    {
        var layout = new StateLayout(operators.Graph, Representation);
        return (layout, new BandedGenerator(layout, operators, threads));
    }

    /// <summary>The initial state.</summary>
    /// <param name="layout">Its layout.</param>
    /// <param name="threads">The number of threads.</param>
    public DensityMatrix Initial(StateLayout layout, int threads) =>
        InitialDensity.Of(System, layout.Graph.Vertices[0]).Fill(layout, threads);

    /// <summary>The evolution of the state in full.</summary>
    /// <param name="errorPerTime">Error allowed per unit of time, in trace norm.</param>
    /// <param name="threads">The number of threads.</param>
    public FullEvolution Full(double errorPerTime, int threads) => new(System, operators, Representation, errorPerTime, threads);

    /// <summary>The evolution in a window.</summary>
    /// <param name="tolerance">Bound of the error at the end, in trace norm.</param>
    /// <param name="end">The end.</param>
    /// <param name="threads">The number of threads.</param>
    public WindowedEvolution Window(double tolerance, double end, int threads) =>
        new(System, operators, Representation, tolerance, end, threads, new ExactOptions().AvailableMemory);

    private static Problem Load(string path, int n, Representation? wanted = null)
    {
        CollectiveModel model = LimitTheory.ResolveInitialState(ModelFile.Load(Path.Combine(Root(), path)));
        CollectiveSystem merged = BlockMerger.Merge(CollectiveSystem.Of(model, n));
        (Representation representation, CollectiveSystem system) =
            FrameChoice.Options(merged).First(option => wanted is null || option.Representation == wanted);
        return new Problem(system, representation);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FiniteNCheck.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No FiniteNCheck.sln above {AppContext.BaseDirectory}.");
    }
}
