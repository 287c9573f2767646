using System.Collections.Immutable;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>
/// The stationary overlaps <c>o_z > 0</c> of one pattern: the solutions of (B.4),
/// <c>[1 + 8 Omega^2/cosh^2(beta o_z)] o_z = tanh(beta o_z)</c>.
/// </summary>
internal static class RetrievalSolutions
{
    // Two solutions nearer than this, next to the fold where they are born, count as none.
    private const int Intervals = 2000;
    private const int Bisections = 60;

    /// <summary>All solutions, the largest first; at most one of them is stable.</summary>
    /// <param name="temperature">The temperature.</param>
    /// <param name="field">The transverse field.</param>
    public static ImmutableArray<double> Find(double temperature, double field)
    {
        double beta = 1 / temperature;
        var solutions = ImmutableArray.CreateBuilder<double>();
        for (int i = Intervals; i > 1; i--)
        {
            (double low, double high) = ((i - 1.0) / Intervals, (double)i / Intervals);
            if (Balance(low, beta, field) > 0 != Balance(high, beta, field) > 0)
            {
                solutions.Add(Bisect(low, high, beta, field));
            }
        }

        return solutions.ToImmutable();
    }

    /// <summary>
    /// The largest field at which there is a solution: (B.4) solved for the field,
    /// <c>Omega^2 = (tanh(beta o_z)/o_z - 1) cosh^2(beta o_z)/8</c>, at its largest over <c>o_z</c>;
    /// <c>sqrt((beta - 1)/8)</c> where that is at <c>o_z = 0</c>, and 0 for <c>beta &lt;= 1</c>.
    /// </summary>
    /// <param name="temperature">The temperature.</param>
    public static double MaxField(double temperature)
    {
        double beta = 1 / temperature;
        double largest = Enumerable.Range(1, Intervals - 1).Select(i => (double)i / Intervals)
            .Max(z => ((Math.Tanh(beta * z) / z) - 1) * Math.Pow(Math.Cosh(beta * z), 2));
        return Math.Sqrt(Math.Max(0, Math.Max(largest, beta - 1)) / 8);
    }

    private static double Balance(double z, double beta, double field)
    {
        double scaled = field / Math.Cosh(beta * z);
        return Math.Tanh(beta * z) - ((1 + (8 * scaled * scaled)) * z);
    }

    private static double Bisect(double low, double high, double beta, double field)
    {
        bool sign = Balance(low, beta, field) > 0;
        for (int i = 0; i < Bisections; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Balance(middle, beta, field) > 0 == sign ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
