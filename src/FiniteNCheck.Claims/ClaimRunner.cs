using System.Collections.Immutable;

namespace FiniteNCheck.Claims;

/// <summary>Checks claims and their corrections, one after the other.</summary>
public static class ClaimRunner
{
    /// <summary>Checks every claim of a list, in its order; exact solutions are shared between them.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="effort">How much work a check may do.</param>
    /// <param name="threads">Number of threads; 0 for all cores. Results do not depend on it.</param>
    /// <param name="allowCommands">Whether predictions may run the commands that their study files name.</param>
    /// <param name="progress">Receives the progress of the run, or <see langword="null"/>.</param>
    /// <param name="cancellation">Ends the run with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The results, in the order of the list.</returns>
    public static ImmutableArray<ClaimResult> Run(
        IReadOnlyList<Claim> claims,
        Effort effort,
        int threads = 0,
        bool allowCommands = false,
        IProgress<ClaimProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var stages = new Stages(claims, progress);
        var run = new ClaimRun(effort, threads, stages, cancellation) { AllowCommands = allowCommands };
        var results = ImmutableArray.CreateBuilder<ClaimResult>(claims.Count);
        for (int index = 0; index < claims.Count; index++)
        {
            Claim claim = claims[index];
            Finding finding = Check(claim.Check, index);
            Finding? correction = claim.Correction is null ? null : Check(claim.Correction.Check, index);
            results.Add(new ClaimResult(claim, finding, correction));
        }

        return results.MoveToImmutable();

        Finding Check(Func<ClaimRun, Finding> check, int index)
        {
            cancellation.ThrowIfCancellationRequested();
            stages.Begin(index);
            Finding finding = check(run);
            stages.End();
            return finding;
        }
    }

    /// <summary>Adds the claim and the fraction done to the reports of a check.</summary>
    private sealed class Stages(IReadOnlyList<Claim> claims, IProgress<ClaimProgress>? progress) : IProgress<string>
    {
        private readonly int checks = claims.Sum(claim => claim.Correction is null ? 1 : 2);
        private int current;
        private int done;

        public void Begin(int index)
        {
            current = index;
            Report("");
        }

        public void End() => done++;

        public void Report(string value) =>
            progress?.Report(new ClaimProgress(claims[current].Id, current + 1, claims.Count, value, (double)done / checks));
    }
}
