using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Assertions;

/// <summary>The exact values lie within a bound of the predicted ones, at every size of the ladder.</summary>
/// <param name="Bound">The bound, a formula of N, n, t and parameters.</param>
public sealed record BoundAssertion(TermFormula Bound) : Assertion
{
    /// <inheritdoc/>
    internal override string Description => $"within {Bound.Text} at every size";

    /// <inheritdoc/>
    internal override bool HasDistances => false;

    /// <inheritdoc/>
    internal override string? FindProblem(
        SymmetricModel model, ImmutableArray<double> times, ImmutableArray<(int N, int Spins)> sizes) =>
        times
            .SelectMany(time => sizes.Select(size => (time, size.N, Value: ValueAt(model, time, size))))
            .Where(at => !(at.Value >= 0 && double.IsFinite(at.Value)))
            .Select(at => $"found the bound {Wording.Quote(Bound.Text)} to be {Describe(at.Value)} at t = {Numeral.ExactTime(at.time)}, "
                + $"n = {at.N}; allowed: a number of at least 0 at every time and size. Correct the formula.")
            .FirstOrDefault();

    private static string Describe(double value) => double.IsFinite(value) ? Numeral.Of(value) : "no finite number";

    /// <inheritdoc/>
    internal override IEnumerable<ElementFinding> Judge(Comparison comparison)
    {
        ImmutableArray<LadderPoint> points = comparison.SoundPoints;
        BoundAtSize[] sizes =
        [
            .. points.Where(point => point.DroppedBecause is null).Select(point =>
                new BoundAtSize(
                    comparison.Difference(point), ValueAt(comparison.Model, comparison.Time, (point.N, point.Spins)))),
        ];
        BoundAtSize[] broken = [.. sizes.Where(size => size.IsBroken)];
        BoundAtSize[] open = [.. sizes.Where(size => !size.IsKept)];
        int dropped = points.Length - sizes.Length;
        string bound = $"the bound {Bound.Text}";
        (Verdict verdict, string reason) = (broken, open) switch
        {
            ([], []) when dropped == 0 => (
                Verdict.Confirmed, $"{bound} holds at all {sizes.Length} sizes, most closely at {sizes.MaxBy(size => size.Share)}."),
            ([], []) => (
                Verdict.Inconclusive,
                $"{bound} holds at {sizes.Length} sizes, but {dropped} have no sound value; a smaller tolerance may decide."),
            ([], _) => (
                Verdict.Inconclusive,
                $"{bound} and the distance differ by less than the error {Numeral.Error(open[0].Difference.IntegrationError)} "
                + $"at {open[0]}; a smaller tolerance would decide."),
            _ => (Verdict.Refuted, $"{bound} is exceeded at {broken.Length} of {sizes.Length} sizes, first at {broken[0]}."),
        };
        yield return ElementJudge.Describe(comparison.Name, comparison.Time, comparison.Reading, comparison.Limit) with
        {
            Ladder = points,
            Distance = sizes.Select(size => size.Excess).DefaultIfEmpty(double.NaN).Max(),
            Verdict = verdict,
            Reason = reason,
        };
    }

    private double ValueAt(SymmetricModel model, double time, (int N, int Spins) size) => Bound.Evaluate(
        name => FormulaNames.ValueOf(name, model, time, size),
        _ => throw new InvalidOperationException("A bound has no terms.")).Value;

    /// <summary>The difference of an exact value from the predicted one, and its bound.</summary>
    private sealed record BoundAtSize(LadderPoint Difference, double Bound)
    {
        public bool IsBroken => Distance - Difference.IntegrationError > Bound;

        public bool IsKept => Distance + Difference.IntegrationError <= Bound;

        public double Share => Distance / Bound;

        // In units of the error of the exact value; 0 within the bound.
        public double Excess => Math.Max(0, Distance - Bound) / Math.Max(Difference.IntegrationError, double.Epsilon);

        private double Distance => Math.Abs(Difference.Value);

        public override string ToString() =>
            $"n = {Difference.N}, where the distance is {Numeral.Of(Distance)} and the bound {Numeral.Of(Bound)}";
    }
}
