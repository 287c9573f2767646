using System.Collections.Immutable;
using System.Globalization;
using FiniteNCheck.Claims;
using FiniteNCheck.Claims.Judges;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Papers.Fiorelli2024.Models;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Ladders;

namespace FiniteNCheck.Papers.Fiorelli2024.Hopfield;

/// <summary>
/// The covariances between different blocks, (65): limits of the exact ones for one, two and three patterns, in
/// retrieval and above the transition, started in a product state at the fixed point.
/// </summary>
/// <param name="limit">The claimed limits between two blocks: the covariance of the limit theory, axis and block, axis and block.</param>
internal sealed class BlockLadders(BlockLadders.ClaimedLimit limit)
{
    private const int Axes = 3;
    private const int Shown = 4;

    /// <summary>A claimed limit of one element between different blocks.</summary>
    /// <param name="theory">The covariance by the full drift, by axis and block.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    internal delegate double ClaimedLimit(double[,] theory, (PauliAxis Axis, int Block) row, (PauliAxis Axis, int Block) column);

    /// <summary>Runs the ladders and compares.</summary>
    /// <param name="run">The run.</param>
    public Finding Check(ClaimRun run) => Finding.All([.. Networks(run.Effort).Select(point => Judge(run, point))]);

    private static IEnumerable<LadderModel> Networks(Effort effort)
    {
        // Two patterns on four blocks are solved on two gauge-reduced ones of 2n spins; three stand on their four
        // reduced blocks of n spins.
        ImmutableArray<ImmutableArray<int>> reduced = [[1, 1, 1, 1], [1, 1, -1, -1], [1, -1, 1, -1]];
        ImmutableArray<ImmutableArray<int>> one = HopfieldNetwork.AllColumns(1);
        ImmutableArray<ImmutableArray<int>> two = HopfieldNetwork.AllColumns(2);
        int[] sizes = effort.Choose<int[]>(quick: [12, 16, 20, 24, 32, 40], full: [16, 20, 24, 32, 40, 48, 64]);
        int[] small = effort.Choose<int[]>(quick: [3, 4, 5, 6, 7, 8], full: [4, 6, 8, 10, 12]);
        yield return Network(one, 0.5, sizes);
        yield return Network(one, 2, sizes);
        yield return Network(two, 2, small);
        yield return Network(two, 1.4, small);
        if (effort == Effort.Full)
        {
            yield return Network(two, 0.5, [6, 8, 10, 12, 16, 20]);
            yield return Network(reduced, 2, [1, 2, 3, 4, 5, 6]);
        }
    }

    private static LadderModel Network(ImmutableArray<ImmutableArray<int>> patterns, double temperature, int[] sizes)
    {
        const double field = 0.3;
        InitialState? start = temperature < 1 ? null : new ProductState([.. patterns[0].Select(_ => PauliVector.Zero)]);
        CollectiveModel model = ModelPoints.Network(patterns, temperature, field, start);
        return new LadderModel(LimitTheory.ResolveInitialState(model), sizes, [0.5]);
    }

    private Finding Judge(ClaimRun run, LadderModel point)
    {
        ExactResult[] results = [.. point.Sizes.Select(n => run.Exact(point.Model, n, point.Times))];
        double[,] theory = LimitTheory.Solve(point.Model, point.Times, Drift.Full, run.Cancellation).Moments.Covariance[0];
        ElementFinding[] findings =
        [
            .. Elements(point.Model.Blocks.Length)
                .Select(element => Judge(point, results, theory, element.Row, element.Column)),
        ];
        ElementFinding[] refuted = [.. findings.Where(each => each.Verdict == Verdict.Refuted)];
        ElementFinding worst = findings.MaxBy(each =>
            each.Verdict == Verdict.Inconclusive && refuted.Length == 0 ? double.PositiveInfinity : each.Distance
        )!;
        Verdict verdict = findings.Select(each => each.Verdict).Combine();
        string reason = string.Create(
            CultureInfo.InvariantCulture,
            $"{point.Model.Name}: {findings.Length} elements between blocks, {refuted.Length} refuted; "
                + $"{worst.Observable}: claimed {Numeral.Of(worst.Prediction, 4)}, "
                + $"limit {Numeral.WithUncertainty(worst.Limit, worst.LimitUncertainty)}; {worst.Reason}");
        ImmutableArray<ElementFinding> farthest = LadderEvidence.Farthest(findings, Shown);
        return new Finding(
            verdict,
            reason,
            [
                LadderEvidence.Tabulate(
                    $"{point.Model.Name}: the {Shown} of {findings.Length} elements between blocks that lie farthest off",
                    farthest),
            ]);
    }

    private ElementFinding Judge(
        LadderModel point, ExactResult[] results, double[,] theory, (PauliAxis Axis, int Block) row, (PauliAxis Axis, int Block) column)
    {
        LadderReading reading = LadderReader.Read(
        [
            .. results.Select(result => new LadderPoint(
                result.N, result.Spins.Sum(), result.Moments.Covariance[0][Index(row), Index(column)], result.CovarianceError(0), null)),
        ]);
        string name = string.Create(
            CultureInfo.InvariantCulture, $"{row.Axis}, {column.Axis} of blocks {row.Block + 1} and {column.Block + 1}").ToLowerInvariant();
        return ElementJudge.Judge(name, point.Times[0], reading, limit(theory, row, column), predictionError: 1e-12);
    }

    private static IEnumerable<((PauliAxis Axis, int Block) Row, (PauliAxis Axis, int Block) Column)> Elements(int blocks) =>
        from h in Enumerable.Range(0, blocks)
        from k in Enumerable.Range(h + 1, blocks - h - 1)
        from a in Enum.GetValues<PauliAxis>()
        from b in Enum.GetValues<PauliAxis>()
        select ((a, h), (b, k));

    /// <summary>The index of an axis of a block.</summary>
    /// <param name="element">The axis and the block.</param>
    public static int Index((PauliAxis Axis, int Block) element) => (Axes * element.Block) + (int)element.Axis;
}
