using System.Globalization;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using FiniteNCheck.Theory;
using Xunit;

namespace FiniteNCheck.Tests.Exact;

/// <summary>The bundled model files, read and solved exactly, against the same models built by hand and solved by the 2^N code.</summary>
[Trait("Kind", "CrossCheck")]
public class ExampleFileTests
{
    private static readonly double[] Times = [0.5, 1, 2];

    [Theory]
    [InlineData("two-large-spins", 1)]
    [InlineData("two-large-spins", 3)]
    [InlineData("tilted-axis", 2)]
    [InlineData("tilted-axis", 5)]
    [InlineData("hopfield", 1)]
    [InlineData("hopfield", 3)]
    [InlineData("density-dependent", 4)]
    [InlineData("density-dependent", 6)]
    public void A_file_gives_what_the_model_by_hand_gives(string file, int n)
    {
        CollectiveModel loaded = Load(file);
        MomentComparison.AssertAgree(
            BruteForce.Solve(ByHand(file, loaded), n, Times),
            Verified.Moments(loaded, n, Times),
            MomentComparison.CrossCheck,
            $"{file}, n = {n}");
    }

    /// <summary>
    /// Pattern signs, weights, rates and <c>H_2</c> of the shorthand against <see cref="HopfieldModels"/>, both in the 2^N code.
    /// </summary>
    [Theory]
    [InlineData(1, 2, 0, false, true)]
    [InlineData(1, 2, 0.8, true, false)]
    [InlineData(2, 1, 0.8, false, false)]
    [InlineData(2, 1, -0.3, true, true)]
    [InlineData(3, 1, 0.6, false, true)]
    public void The_shorthand_is_the_network_of_section_6(int patterns, int n, double coupling, bool normalised, bool selfEnergy)
    {
        int blocks = 1 << patterns;
        double[][] starts = [.. Enumerable.Range(0, blocks).Select(h => new[] { 0.1 * (h % 3), 0.2 - (0.05 * h), 0.6 - (0.15 * h) })];
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            name: shorthand
            hopfield:
              patterns: {patterns}
              temperature: 1.6
              transverse-field: 0.3
              coupling: {coupling}
              rates: {(normalised ? "normalised" : "exponential")}
              self-energy: {(selfEnergy ? "true" : "false")}
            initial: paramagnetic
            """);
        PauliVector[] start = [.. starts.Select(b => new PauliVector(b[0], b[1], b[2]))];
        CollectiveModel loaded = ModelFile.Parse(text, "shorthand.yaml").StartingFrom([.. start]);
        CollectiveModel byHand = (HopfieldModels.Patterns(patterns) with
        {
            Beta = 1 / 1.6,
            Omega = 0.3,
            Coupling = coupling,
            Normalised = normalised,
            SelfEnergy = selfEnergy,
        }).Starting(start);

        // The same 2^N code for both: they differ only by the rounding of the coefficients.
        MomentComparison.AssertAgree(BruteForce.Solve(byHand, n, 0.5), BruteForce.Solve(loaded, n, 0.5), 1e-12, "shorthand");
    }

    private static CollectiveModel Load(string file) =>
        LimitTheory.ResolveInitialState(ModelFile.Load(Path.Combine(RepositoryRoot.Path, "studies", "models", file + ".yaml")));

    private static CollectiveModel ByHand(string file, CollectiveModel loaded) => file switch
    {
        "two-large-spins" => TestModels.TwoLargeSpins(),
        "tilted-axis" => TestModels.TiltedAxis(),
        "density-dependent" => TestModels.DensityDependent(1, 0.25, 0.5).StartingFrom([new(0, 0, 0.6)]),

        // The file asks for the retrieval fixed point, which the theory finds. Its digits in two-large-spins.yaml are checked below.
        "hopfield" => (HopfieldModels.Patterns(1) with { Beta = 2 }).Starting([.. ((ProductState)loaded.Initial).Bloch]),
        _ => throw new ArgumentOutOfRangeException(nameof(file), file, "Unknown example."),
    };

    /// <summary>
    /// The two files describe the same network: the fixed point found for the shorthand is the start written out in the other.
    /// </summary>
    [Fact]
    public void The_retrieval_fixed_point_is_the_start_of_the_full_form()
    {
        CollectiveModel loaded = Load("hopfield");
        var found = (ProductState)loaded.Initial;
        var written = (ProductState)TestModels.TwoLargeSpins().Initial;

        // The file has seven and eight digits.
        Assert.All(found.Bloch.Zip(written.Bloch), pair => Assert.InRange((pair.First + (-1 * pair.Second)).Norm, 0, 1e-7));
    }
}
