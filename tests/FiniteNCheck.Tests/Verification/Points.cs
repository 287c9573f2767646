using System.Collections.Immutable;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Tests.Verification;

/// <summary>Ladders of exact values with known limits.</summary>
internal static class Points
{
    internal static int[] Sizes { get; } = [6, 8, 12, 16, 24, 32, 48];

    internal static ImmutableArray<LadderPoint> Of(Func<double, double> value, double error = 1e-12) => Of(Sizes, value, _ => error);

    internal static ImmutableArray<LadderPoint> Of(int[] sizes, Func<double, double> value, Func<int, double> error) =>
        [.. sizes.Select(n => new LadderPoint(n, 2 * n, value(n), error(n), null))];

    /// <summary><c>0.7 + 0.4/N + 0.3/N^2</c>.</summary>
    internal static double Series(double n) => 0.7 + (0.4 / n) + (0.3 / n / n);
}
