using System.Collections.Immutable;
using FiniteNCheck.Claims;
using FiniteNCheck.Papers.Fiorelli2024;
using FiniteNCheck.Reporting;
using FiniteNCheck.Reporting.Claims;
using FiniteNCheck.Reporting.Exact;
using FiniteNCheck.Reporting.Status;
using FiniteNCheck.Reporting.Theory;
using FiniteNCheck.Reporting.Verify;
using FiniteNCheck.Tests.Cli;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Runs;

namespace FiniteNCheck.Tests.Reporting;

/// <summary>Reports for the tests of formats: made up with awkward numbers, and computed once.</summary>
internal static class SampleReports
{
    private static readonly Lazy<StudyFinding> RealStudy = new(() =>
        StudyRunner.Run(BundledStudies.Load("tilted-channels") with { Ladder = [4, 6, 8, 10, 12] }));

    private static readonly Lazy<ImmutableArray<ClaimResult>> RealClaims = new(() => ClaimRunner.Run(
        [.. Ledger.Paper.Claims.Where(claim => claim.Id is "E59" or "E64" or "B5-stability")], Effort.Quick));

    public static Provenance Provenance { get; } = new()
    {
        Program = "finitencheck",
        Version = "0.0.0",
        Commit = "0123456789abcdef",
        Runtime = ".NET",
        InstructionSet = "none",
        LinearAlgebra = "none",
        Threads = 2,
        Parameters = [("verb", "verify"), ("studies", "a_b, c d.yaml"), ("large", "no")],
    };

    public static ExactReport Exact => new(Samples.Model, Samples.Exact(3, [0.5, 2]), 1e-12, Provenance);

    public static TheoryReport Theory => new(Samples.Model, Samples.Theory([0.5, 2], Drift.Full), Provenance);

    public static TheoryReport TheoryWithoutRest => new(Samples.Model, Samples.Theory([0.5, 2], Drift.Frozen), Provenance);

    /// <summary>
    /// A study that was run on a short ladder, and one that is made up, twice, with a name that every format has to
    /// mask.
    /// </summary>
    public static VerifyReport Verify => new([RealStudy.Value, Awkward, Awkward], Provenance);

    /// <summary>Three claims that were checked, one of them refuted, and three that are made up.</summary>
    public static ClaimsReport Claims => new(
        Samples.Paper, [.. RealClaims.Value, .. ClaimRunner.Run(Samples.Claims, Effort.Quick)], Asked: [], Effort.Quick, Provenance);

    /// <summary>A run directory with one point in each state.</summary>
    public static StatusReport Status =>
        new(
            "run",
            new RunStatus(
                "0.0.0",
                [
                    Point(PointState.Done),
                    Point(PointState.Running) with
                    {
                        Holder = new PointHolder("node", 12, DateTimeOffset.UnixEpoch),
                    },
                    Point(PointState.Failed) with
                    {
                        Error = "It was made up.",
                    },
                    Point(PointState.Missing) with
                    {
                        HasCheckpoint = true,
                    },
                ]),
            Provenance);

    private static PointStatus Point(PointState state) =>
        new(new string((char)('a' + (int)state), 32), $"made-up, n = {(int)state + 1}", 1.5, state);

    private static StudyFinding Awkward =>
        Samples.Study("a_b|c & 50%~[x]") with
        {
            Notes = [@"Masked: {x}^2 \cos #1 $5 <tag> ""quoted"" `code` *bold* Σ ± → −− über."],
        };
}
