using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims.Judges;

/// <summary>Decides equations between closed forms by their residuals at several points.</summary>
public static class IdentityJudge
{
    /// <summary>The minimum number of points for a decision.</summary>
    public const int MinPoints = 3;

    /// <summary>A residual larger than the allowed one by this factor refutes an equation.</summary>
    public const double RefutationFactor = 1e3;

    /// <summary>Judges the residuals of one equation.</summary>
    /// <param name="what">What is compared with what.</param>
    /// <param name="residuals">The point and the residual, relative to the size of the terms.</param>
    /// <param name="allowed">The largest residual that rounding explains.</param>
    public static Finding Judge(string what, IEnumerable<(string Point, double Residual)> residuals, double allowed)
    {
        (string Point, double Residual)[] points = [.. residuals];
        var evidence = new Evidence(what, ["point", "residual", "allowed"], [.. points.Select(Row)]);
        int failed = points.Count(point => !(point.Residual <= allowed * RefutationFactor));
        double worst = points.Length == 0 ? double.NaN : points.Max(point => point.Residual);
        (Verdict verdict, string reason) = Decide();
        return new Finding(verdict, reason, [evidence]);

        ImmutableArray<Cell> Row((string Point, double Residual) point) =>
            [point.Point, point.Residual, allowed];

        (Verdict Verdict, string Reason) Decide()
        {
            if (points.Length < MinPoints)
            {
                return (Verdict.Inconclusive, $"{points.Length} points; at least {MinPoints} would decide.");
            }

            if (failed > 0)
            {
                string size = $"residual up to {Text(worst)} where rounding allows {Text(allowed)}";
                return (Verdict.Refuted, $"{what}: fails at {failed} of {points.Length} points, {size}.");
            }

            double refuting = allowed * RefutationFactor;
            return worst <= allowed
                ? (Verdict.Confirmed, $"{what}: holds at all {points.Length} points, residual at most {Text(worst)}.")
                : (Verdict.Inconclusive, $"{what}: residual {Text(worst)}, between {Text(allowed)} and {Text(refuting)}.");
        }
    }

    private static string Text(double value) => Numeral.Error(value);
}
