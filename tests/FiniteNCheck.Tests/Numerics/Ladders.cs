using FiniteNCheck.Numerics;

namespace FiniteNCheck.Tests.Numerics;

/// <summary>Ladders with known limits and orders.</summary>
internal static class Ladders
{
    /// <summary>Seven sizes that do not form a geometric progression.</summary>
    internal static double[] Sizes { get; } = [6, 8, 12, 16, 24, 32, 48];

    /// <summary>Ladders of several lengths, geometric and others.</summary>
    internal static double[][] AllSizes { get; } =
        [[5, 10, 20, 40], [6, 8, 12, 16, 24], [4, 8, 16, 32, 64], [8, 10, 12, 16, 24, 32, 48], [3, 4, 5, 6, 7, 8, 9, 10]];

    internal static Ladder Of(double[] sizes, Func<double, double> value, double error = 0) =>
        new(sizes, sizes.Select(value), sizes.Select(_ => error));

    internal static double Law(string law, double n) => law switch
    {
        "N^-1/2" => Math.Pow(n, -0.5),
        "N^-1" => 1 / n,
        "N^-3/2" => Math.Pow(n, -1.5),
        "N^-2" => 1 / n / n,
        "N^-3" => 1 / n / n / n,
        "exp(-N/2)" => Math.Exp(-n / 2),
        "exp(-N/5)" => Math.Exp(-n / 5),
        "ln N/N" => Math.Log(n) / n,
        "N^+1/2" => Math.Sqrt(n),
        _ => throw new ArgumentOutOfRangeException(nameof(law)),
    };

    /// <summary>
    /// <c>limit + leading/N + sum_k c_k (3/N)^k</c>, c_k uniform in (-1/2, 1/2), with uniform noise of the given amplitude.
    /// </summary>
    internal static Ladder Random(Random random, double limit, double leading, double noise, double claimed)
    {
        double[] coefficients = [.. Enumerable.Range(0, 12).Select(_ => random.NextDouble() - 0.5)];
        return new Ladder(Sizes, Sizes.Select(Value), Sizes.Select(_ => claimed));

        double Value(double n) => limit
            + (leading / n)
            + coefficients.Select((c, k) => c * Math.Pow(3 / n, k + 2)).Sum()
            + (noise * ((2 * random.NextDouble()) - 1));
    }
}
