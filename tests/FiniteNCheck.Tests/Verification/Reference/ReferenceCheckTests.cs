using FiniteNCheck.Verification.Reference;
using Xunit;

namespace FiniteNCheck.Tests.Verification.Reference;

/// <summary>The program reproduces the stored numbers, and the claims of their headers.</summary>
[Trait("Kind", "Regression")]
public sealed class ReferenceCheckTests
{
    public static TheoryData<string> Quick => [.. ReferenceFolder.Stored.Quick.Select(set => set.Name)];

    public static TheoryData<string> Slow => [.. ReferenceFolder.Stored.All.Where(set => !set.IsQuick).Select(set => set.Name)];

    public static TheoryData<string> All => [.. ReferenceFolder.Stored.All.Select(set => set.Name)];

    [Theory]
    [MemberData(nameof(Quick))]
    public void A_quick_set_is_reproduced(string name) => AssertReproduced(name);

    [Theory]
    [MemberData(nameof(Slow))]
    [Trait("Speed", "Slow")]
    public void A_slow_set_is_reproduced(string name) => AssertReproduced(name);

    [Theory]
    [MemberData(nameof(All))]
    public void The_tolerances_cover_what_two_correct_runs_may_differ_by(string name)
    {
        ReferenceSets sets = ReferenceFolder.Stored;
        ReferenceSet set = sets.Find(name);
        ReferenceOrigin origin = ReferenceFile.Read(sets.VerifiedPath(set)).Origin!;

        // Each of two runs has its own error: twice the achieved one. In trace norm an exact
        // covariance takes 3 N_h of it (ExactResult.CovarianceError).
        int most =
            set.Kind == ReferenceKind.Exact
                ? FiniteNCheck.Files.Models.ModelFile.Load(Path.Combine(sets.Folder, set.Model)).SpinsAt(set.Sizes[^1]).Max()
                : 0;
        double covariance = 2 * origin.Achieved * (set.Kind == ReferenceKind.Exact ? 3 * most : 1);
        Assert.InRange(2 * origin.Achieved, 0, set.Tolerance.Mean);
        Assert.InRange(covariance, 0, set.Tolerance.Covariance);

        // And no set allows so much that an error of 1e-6 in a coefficient could hide.
        Assert.InRange(set.Tolerance.Covariance, 0, 1e-8);
        Assert.InRange(set.Tolerance.CovarianceRelative, 0, 1e-8);
    }

    [Fact]
    public void The_catalogue_holds_every_stored_file_and_every_set_is_stored()
    {
        ReferenceSets sets = ReferenceFolder.Stored;
        string[] files =
        [
            .. Directory.GetFiles(sets.Folder, "*.verified.csv").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal),
        ];
        Assert.Equal(sets.All.Select(set => set.Name + ReferenceFile.VerifiedSuffix).Order(StringComparer.Ordinal), files);
        string readme = File.ReadAllText(Path.Combine(sets.Folder, "README.md"));
        Assert.All(sets.All, set => Assert.Contains($"`{set.Name}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_ladder_reaches_down_to_six_spins_or_to_one_per_block()
    {
        // Up to there a 2^N program can follow; three patterns on eight blocks have eight spins at least.
        Assert.All(
            ReferenceFolder.Stored.All.Where(set => set.Kind == ReferenceKind.Exact),
            set =>
                Assert.True(
                    set.Sizes[0] == 1
                        || FiniteNCheck
                            .Files.Models.ModelFile.Load(Path.Combine(ReferenceFolder.Stored.Folder, set.Model))
                            .SpinsAt(set.Sizes[0])
                            .Sum() <= 6));
    }

    private static void AssertReproduced(string name)
    {
        ReferenceSets sets = ReferenceFolder.Stored;
        ReferenceSet set = sets.Find(name);
        ReferenceComparison comparison = sets.Compare(set, ReferenceGenerator.Generate(sets, set));
        Assert.True(comparison.Agrees, comparison.ToString());
    }
}
