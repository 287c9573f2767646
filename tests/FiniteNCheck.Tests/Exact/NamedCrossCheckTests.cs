using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace FiniteNCheck.Tests.Exact;

/// <summary>The exact solver against the 2^N code on the models that the project is about.</summary>
[Trait("Kind", "CrossCheck")]
public class NamedCrossCheckTests(ITestOutputHelper output)
{
    private static readonly double[] Times = [0, 0.1, 0.5, 1.5];

    public static TheoryData<string> Names => NamedCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Means_and_covariances_agree(string name)
    {
        RandomModel item = NamedCases.All[name];
        MomentSeries expected = BruteForce.Solve(item.Model, item.N, Times);
        string previous = "";
        foreach (ExactOptions options in new[]
        {
            new ExactOptions(),
            new ExactOptions { MergeBlocks = false },
            new ExactOptions { MergeBlocks = false, Representation = Representation.Complex },
        })
        {
            // The same reductions give the same run, which is not repeated.
            if (previous.Contains("complex Hermitian", StringComparison.Ordinal) && !previous.Contains("merged", StringComparison.Ordinal))
            {
                break;
            }

            ExactResult actual = Verified.Solve(item.Model, item.N, Times, options);
            output.WriteLine($"{MomentComparison.Distance(expected, actual.Moments):E1}  {actual.Method}");
            MomentComparison.AssertAgree(expected, actual.Moments, MomentComparison.CrossCheck, $"{name}, {actual.Method}");
            previous = actual.Method;
        }
    }

    /// <summary>A representation that applies gives the same moments when forced; one that does not apply must be refused.</summary>
    [Theory]
    [InlineData("one pattern, zero field, z start", Representation.Populations, true)]
    [InlineData("one pattern, zero field, z start", Representation.Real, true)]
    [InlineData("two-large-spins, N = 4", Representation.Real, true)]
    [InlineData("two-large-spins, N = 4", Representation.Populations, false)]
    [InlineData("one pattern, H_2", Representation.Real, false)]
    [InlineData("one pattern, zero field, transverse start", Representation.Populations, false)]
    [InlineData("tilted-axis, N = 3", Representation.Real, false)]
    public void A_forced_representation_is_exact_or_refused(string name, Representation representation, bool applies)
    {
        RandomModel item = NamedCases.All[name];
        var options = new ExactOptions { Representation = representation };
        if (applies)
        {
            MomentComparison.AssertAgree(
                BruteForce.Solve(item.Model, item.N, Times),
                Verified.Moments(item.Model, item.N, Times, options),
                MomentComparison.CrossCheck,
                name);
        }
        else
        {
            Assert.Throws<InputException>(() => ExactSolver.Solve(item.Model, item.N, Times, options));
        }
    }
}
