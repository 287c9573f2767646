using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Evolution;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Sdk;

namespace FiniteNCheck.Tests.Exact;

/// <summary>The checks applied to every run of the tests must be able to fail, and no run may bypass them.</summary>
public class VerifiedTests
{
    private static readonly double[] Times = [0.5];

    private static readonly ExactResult Sound = Verified.Solve(TestModels.TwoLargeSpins(), 2, Times);

    private static Dictionary<string, Func<ExactChecks, ExactChecks>> Defects { get; } = new(StringComparer.Ordinal)
    {
        ["trace too large"] = c => c with { Trace = 1 + 2e-10 },
        ["trace too small"] = c => c with { Trace = 1 - 2e-10 },
        ["no trace"] = c => c with { Trace = double.NaN },
        ["not Hermitian"] = c => c with { Hermiticity = 2e-10 },
        ["negative eigenvalue"] = c => c with { SmallestEigenvalues = [0.1, -2e-10] },
        ["no error estimate"] = c => c with { IntegrationError = double.NaN },
    };

    public static TheoryData<string> Names => [.. Defects.Keys];

    [Theory]
    [Trait("Kind", "Invariant")]
    [MemberData(nameof(Names))]
    public void A_defect_of_the_state_is_noticed(string defect) => Assert.ThrowsAny<XunitException>(
        () => Verified.AssertPhysical(Sound with { Checks = [Defects[defect](Sound.Checks[0])] }, Times));

    [Fact]
    [Trait("Kind", "Architecture")]
    public void Every_run_of_the_tests_is_checked()
    {
        string folder = Path.Combine(RepositoryRoot.Path, "tests", "FiniteNCheck.Tests");
        string call = string.Concat(nameof(ExactSolver), ".", nameof(ExactSolver.Solve), "(");
        IEnumerable<string> bypassing =
            from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            // Snippets of the documentation show the call as users write it.
            where Path.GetFileName(file) is not ("Verified.cs" or "LibraryDocumentTests.cs")
            from line in File.ReadLines(file).Index()
            where line.Item.Contains(call, StringComparison.Ordinal)
            let before = File.ReadLines(file).ElementAt(Math.Max(0, line.Index - 1))
            where !line.Item.Contains("Throws", StringComparison.Ordinal) && !before.Contains("Throws", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}:{line.Index + 1}: {line.Item.Trim()}";
        Assert.Empty(bypassing);
    }
}
