using FiniteNCheck.Numerics;
using FiniteNCheck.Verification.Ladders;

namespace FiniteNCheck.Verification.Assertions;

/// <summary>What claims of a law in N share: the numbers of the law as ladders of their own.</summary>
internal static class LawLadder
{
    /// <summary>Judges the number of a law, an exponent or a rate, and its prefactor where one is claimed.</summary>
    /// <param name="comparison">The quantity at the sizes of the study.</param>
    /// <param name="name">The name of the number.</param>
    /// <param name="claimed">The number claimed.</param>
    /// <param name="prefactor">The prefactor claimed, or <see langword="null"/>.</param>
    /// <param name="law">The law.</param>
    public static IEnumerable<ElementFinding> Judge(Comparison comparison, string name, double claimed, double? prefactor, Law law)
    {
        (LadderPoint[] points, bool hasSign) = PointsOf(comparison);
        LadderPoint[] local = hasSign ? [.. points.Zip(points.Skip(1), (one, next) => Local(one, next, law.Stretch(one, next)))] : [];
        double[] between = [.. points.Zip(points.Skip(1), law.Between)];
        yield return Judge(name, comparison, Read(comparison, local, between, hasSign), claimed);
        if (prefactor is { } factor)
        {
            LadderPoint[] scaled = hasSign ? [.. points.Select(point => point.Times(law.Inverse(point)))] : [];
            yield return Judge(
                ElementName.OfPrefactor(comparison.Name),
                comparison,
                Read(comparison, scaled, [.. points.Select(law.Size)], hasSign),
                factor);
        }
    }

    // ln(q_2/q_1) over what the law's logarithm changes by for a number of 1.
    private static LadderPoint Local(LadderPoint one, LadderPoint next, double stretch) => next with
    {
        Value = Math.Log(next.Value / one.Value) / stretch,
        IntegrationError = (RelativeError(one) + RelativeError(next)) / Math.Abs(stretch),
    };

    /// <summary>The values that count, and whether they have one sign and lie above their errors.</summary>
    /// <param name="comparison">The quantity at the sizes of the study.</param>
    private static (LadderPoint[] Points, bool HasSign) PointsOf(Comparison comparison)
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
    private static ElementFinding Judge(string name, Comparison comparison, LadderReading reading, double claimed) => ElementJudge.Judge(
        name,
        comparison.Time,
        reading,
        claimed,
        predictionError: 0,
        comparison.Resolution,
        ElementJudge.ClaimedOrder);

    /// <summary><c>ln(1 + x)</c> for the error x relative to what is left of the value in the worst case.</summary>
    /// <param name="point">The value with its error.</param>
    private static double RelativeError(LadderPoint point) => point.IntegrationError / (Math.Abs(point.Value) - point.IntegrationError);

    /// <summary>Reads the limit of the numbers of a law: exponents or rates between neighbouring sizes, or prefactors at each.</summary>
    /// <param name="comparison">The quantity at the sizes of the study.</param>
    /// <param name="points">The numbers, each at the larger of its two sizes.</param>
    /// <param name="sizes">The sizes in whose inverse powers the numbers approach their limit.</param>
    /// <param name="hasSign">Whether the quantity has one sign at all sizes.</param>
    private static LadderReading Read(Comparison comparison, LadderPoint[] points, double[] sizes, bool hasSign)
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

    /// <summary>A law in N, by its local numbers between neighbouring sizes.</summary>
    /// <param name="Stretch">What the logarithm of the law changes by between two sizes where its number is 1.</param>
    /// <param name="Between">The size to which a number between two sizes belongs.</param>
    /// <param name="Inverse">The inverse of the claimed law at a size, without its prefactor.</param>
    /// <param name="Size">The size in whose inverse powers the prefactor approaches its limit.</param>
    internal readonly record struct Law(
        Func<LadderPoint, LadderPoint, double> Stretch,
        Func<LadderPoint, LadderPoint, double> Between,
        Func<LadderPoint, double> Inverse,
        Func<LadderPoint, double> Size);
}
