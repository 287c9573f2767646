using FiniteNCheck.Numerics;
using FiniteNCheck.Verification.Ladders;

namespace FiniteNCheck.Verification.Assertions;

/// <summary>
/// A quantity grows or falls like <c>A N^p</c>. The exponent is the limit of the local exponents <c>ln(q_2/q_1)/ln(N_2/N_1)</c> between
/// neighbouring sizes, the prefactor that of <c>q/N^p</c>. Both approach their limits in powers of <c>N^-step</c>.
/// </summary>
/// <param name="Exponent">The exponent p.</param>
/// <param name="Prefactor">The prefactor A; <see langword="null"/> if none is claimed.</param>
/// <param name="Step">The power of 1/N by which successive corrections differ, positive and at most 1.</param>
public sealed record ScalingAssertion(double Exponent, double? Prefactor, double Step) : Assertion
{
    private static readonly int[] Denominators = [1, 2, 3, 4];

    /// <summary>
    /// The step that goes with an exponent: the smallest fraction 1/2, 1/3 or 1/4 of which it is a multiple, and 1 for whole exponents and
    /// all others.
    /// </summary>
    /// <param name="exponent">The exponent.</param>
    public static double StepFor(double exponent) =>
        1.0 / Denominators.FirstOrDefault(d => Math.Abs((exponent * d) - Math.Round(exponent * d)) < 1e-6, 1);

    /// <inheritdoc/>
    internal override string Description => string.Empty;

    /// <inheritdoc/>
    internal override bool HasDistances => false;

    /// <inheritdoc/>
    internal override IEnumerable<ElementFinding> Judge(Comparison comparison)
    {
        LadderPoint[] points = [.. comparison.SoundPoints.Where(point => point.DroppedBecause is null)];
        bool hasSign = points.Length > 0 && Array.TrueForAll(points, point => Math.Abs(point.Value) > point.IntegrationError)
            && Array.TrueForAll(points, point => Math.Sign(point.Value) == Math.Sign(points[0].Value));
        LadderPoint[] exponents = hasSign ? [.. points.Zip(points.Skip(1), LocalExponent)] : [];
        double[] between = [.. points.Zip(points.Skip(1), Between)];
        yield return Judge(
            ElementName.OfExponent(comparison.Name), comparison, Read(comparison, exponents, between, hasSign), Exponent);
        if (Prefactor is { } prefactor)
        {
            LadderPoint[] scaled = hasSign ? [.. points.Select(point => point.Times(Math.Pow(point.Spins, -Exponent)))] : [];
            yield return Judge(
                ElementName.OfPrefactor(comparison.Name),
                comparison,
                Read(comparison, scaled, [.. points.Select(point => Math.Pow(point.Spins, Step))], hasSign),
                prefactor);
        }
    }

    private static ElementFinding Judge(string name, Comparison comparison, LadderReading reading, double claimed) => ElementJudge.Judge(
        name,
        comparison.Time,
        reading,
        claimed,
        predictionError: 0,
        comparison.Resolution,
        ElementJudge.ClaimedOrder);

    // The size to which an exponent between two sizes belongs, to the power of the step s. A correction c N^-s to the quantity changes the
    // exponent by c times the difference of N^-s over that of ln N, which is -s c N^-s at this size, however far apart the two are.
    private double Between(LadderPoint one, LadderPoint next) =>
        Step * Math.Log((double)next.Spins / one.Spins) / (Math.Pow(one.Spins, -Step) - Math.Pow(next.Spins, -Step));

    private static LadderPoint LocalExponent(LadderPoint one, LadderPoint next)
    {
        double stretch = Math.Log((double)next.Spins / one.Spins);
        return next with
        {
            Value = Math.Log(next.Value / one.Value) / stretch,
            IntegrationError =
                (RelativeError(one) + RelativeError(next)) / stretch,
        };
    }

    // ln(1 + x) for the error x relative to what is left of the value in the worst case.
    private static double RelativeError(LadderPoint point) => point.IntegrationError / (Math.Abs(point.Value) - point.IntegrationError);

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
                    : "the quantity vanishes or changes its sign at a size, so that it has no power there; other sizes would decide",
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
