using FiniteNCheck.Numerics;
using FiniteNCheck.Verification.Ladders;

namespace FiniteNCheck.Verification.Assertions;

/// <summary>What claims of a law in N share: the numbers of the law as ladders of their own.</summary>
internal static class LawLadder
{
    /// <summary>The values that count, and whether they have one sign and lie above their errors.</summary>
    /// <param name="comparison">The quantity at the sizes of the study.</param>
    public static (LadderPoint[] Points, bool HasSign) PointsOf(Comparison comparison)
    {
        LadderPoint[] points = [.. comparison.SoundPoints.Where(point => point.DroppedBecause is null)];
        bool hasSign = points.Length > 0 && Array.TrueForAll(points, point => Math.Abs(point.Value) > point.IntegrationError)
            && Array.TrueForAll(points, point => Math.Sign(point.Value) == Math.Sign(points[0].Value));
        return (points, hasSign);
    }

    /// <summary>Judges a number of a law against the one claimed.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="comparison">The quantity at the sizes of the study.</param>
    /// <param name="reading">The number as read off the sizes.</param>
    /// <param name="claimed">The number claimed.</param>
    public static ElementFinding Judge(string name, Comparison comparison, LadderReading reading, double claimed) => ElementJudge.Judge(
        name,
        comparison.Time,
        reading,
        claimed,
        predictionError: 0,
        comparison.Resolution,
        ElementJudge.ClaimedOrder);

    /// <summary><c>ln(1 + x)</c> for the error x relative to what is left of the value in the worst case.</summary>
    /// <param name="point">The value with its error.</param>
    public static double RelativeError(LadderPoint point) => point.IntegrationError / (Math.Abs(point.Value) - point.IntegrationError);

    /// <summary>Reads the limit of the numbers of a law: exponents or rates between neighbouring sizes, or prefactors at each.</summary>
    /// <param name="comparison">The quantity at the sizes of the study.</param>
    /// <param name="points">The numbers, each at the larger of its two sizes.</param>
    /// <param name="sizes">The sizes in whose inverse powers the numbers approach their limit.</param>
    /// <param name="hasSign">Whether the quantity has one sign at all sizes.</param>
    public static LadderReading Read(Comparison comparison, LadderPoint[] points, double[] sizes, bool hasSign)
    {
        Ladder ladder = new(
            sizes.Take(points.Length),
            points.Select(point => point.Value),
            points.Select(point => point.IntegrationError));
        int beyond = ladder.Count >= Ladder.MinPoints && !ladder.IsConstant ? LadderReach.CountOutOfReach(ladder) : 0;
        Ladder fitted = ladder.WithoutSmallest(beyond);
        LadderPoint[] shown = [.. comparison.SoundPoints.Select(point => Shown(point, points, beyond))];
        if (fitted.Count < Ladder.MinPoints)
        {
            return new LadderReading
            {
                Points = [.. shown],
                Limit = null,
                Order = null,
                IsConstant = false,
                Reason = hasSign
                    ? $"{fitted.Count} values are left, and {Ladder.MinPoints} are needed; more sizes would decide"
                    : "the quantity vanishes or changes its sign at a size, so that it follows no law there; other sizes would decide",
            };
        }

        OrderEstimate? order = LadderOrder.Read(fitted);
        LimitEstimate limit = LadderLimit.Read(fitted, order);
        bool isFinite = double.IsFinite(limit.Uncertainty);
        return new LadderReading
        {
            Points = [.. shown],
            Limit = isFinite ? limit : null,
            Order = order,
            IsConstant = fitted.IsConstant,
            Reason = isFinite ? null : "the values do not settle on a limit; larger n would decide",
        };
    }

    // Every ladder of a study has all its sizes; the smallest has no exponent.
    private static LadderPoint Shown(LadderPoint point, LadderPoint[] points, int beyond)
    {
        int at = Array.FindIndex(points, each => each.N == point.N);
        return at < 0
            ? point with { Value = double.NaN, DroppedBecause = point.DroppedBecause ?? $"there is no value at n = {point.N}" }
            : at < beyond
                ? points[at] with { DroppedBecause = $"n = {point.N} lies off the series through the larger sizes" }
                : points[at];
    }
}
