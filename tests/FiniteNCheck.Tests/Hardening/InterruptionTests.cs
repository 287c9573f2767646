using FiniteNCheck.Exact;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Tests.Support;
using Xunit;

namespace FiniteNCheck.Tests.Hardening;

/// <summary>A run that is interrupted ends before it is prepared, which can take longer than its steps.</summary>
[Trait("Kind", "Unit")]
public sealed class InterruptionTests
{
    [Theory]
    [InlineData("two-patterns", SolutionMethod.Full)]
    [InlineData("zero-field", SolutionMethod.Window)]
    [InlineData("tilted-channels", SolutionMethod.Full)]
    public void The_preparation_of_a_run_can_be_interrupted(string name, SolutionMethod method)
    {
        CollectiveModel model = ModelFile.Load(Path.Combine(RepositoryRoot.Path, "studies", "models", name + ".yaml"));
        CancellationToken interrupted = new(canceled: true);

        // Time 0 needs no step, so that nothing but the preparation can notice.
        Assert.ThrowsAny<OperationCanceledException>(
            () => ExactSolver.Solve(model, 4, [0], new ExactOptions { Method = method }, progress: null, interrupted));
    }
}
