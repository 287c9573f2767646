using FiniteNCheck.Exact;
using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Exact;

/// <summary>A run that cannot fit is refused before anything is allocated.</summary>
[Trait("Kind", "Unit")]
public sealed class MemoryTests
{
    [Theory]
    [InlineData(2_000, SolutionMethod.Full)]
    [InlineData(1_000_000_000, SolutionMethod.Full)]
    [InlineData(1_000_000_000, SolutionMethod.Auto)]
    public void A_run_that_cannot_fit_is_refused_before_it_allocates(int n, SolutionMethod method)
    {
        var options = new ExactOptions { MemoryLimit = 24_000_000_000, Method = method };
        long before = GC.GetAllocatedBytesForCurrentThread();
        var exception = Assert.Throws<InputException>(() => ExactSolver.Solve(TestModels.TwoLargeSpins(), n, [1], options));

        // A megabyte suffices for the model and the message, not for a state of gigabytes.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Contains($"n is {n}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("24 GB", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Use ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Representation.Real, 100)]
    [InlineData(Representation.Complex, 50)]
    [InlineData(Representation.Complex, 90)]
    public void The_estimate_covers_what_a_run_allocates_at_once(Representation representation, int n)
    {
        var options = new ExactOptions { Representation = representation, Threads = 1, Method = SolutionMethod.Full };
        RunEstimate estimate = ExactSolver.Plan(TestModels.TwoLargeSpins(), n, [0.01], options).Full;
        ExactResult result = Verified.Solve(TestModels.TwoLargeSpins(), n, [0.01], options);
        Assert.Equal(result.StateSize, estimate.StateSize);

        // The propagator's four vectors are held to the end of the run and dominate.
        Assert.InRange(estimate.Bytes, 8.0 * 4 * result.StateSize, 2.5 * 8.0 * 4 * result.StateSize);
    }

    /// <summary>Matrix products in every sector cost N^5 where N^3 numbers are stored; the estimate once ignored them.</summary>
    [Fact]
    [Trait("Speed", "Slow")]
    public void The_estimate_of_time_counts_dense_products()
    {
        CollectiveModel tilted = ModelFile.Load(Path.Combine(RepositoryRoot.Path, "studies", "models", "tilted-channels.yaml"));
        var options = new ExactOptions { Threads = 1 };
        double[] seconds = [.. new[] { 100, 200 }.Select(n => ExactSolver.Plan(tilted, n, [1], options).Full.Seconds)];

        // 2^5 from the products, 2^4 where their smaller part dominates, and up to twice that from the number of applications.
        Assert.InRange(seconds[1] / seconds[0], 16, 64);
    }
}
