using FiniteNCheck.Numerics;

namespace FiniteNCheck.Verification.Collapse;

/// <summary>An exponent read off a ladder of sizes.</summary>
/// <param name="Value">The limit of the local exponents; NaN where they do not settle or there are too few.</param>
/// <param name="Uncertainty">The half width of its interval; NaN likewise.</param>
/// <param name="Local">The exponents between neighbouring sizes, each at the larger of the two.</param>
public sealed record CollapseExponent(double Value, double Uncertainty, IReadOnlyList<(int Spins, double Exponent)> Local)
{
    /// <summary>Reads the exponent of a law <c>N^p</c>, as claims of <c>scaling</c> are read.</summary>
    /// <param name="spins">The sizes N, increasing.</param>
    /// <param name="values">The values, of one sign.</param>
    /// <param name="errors">Bounds of their errors.</param>
    /// <param name="step">The power of 1/N by which successive corrections differ.</param>
    internal static CollapseExponent Read(int[] spins, double[] values, double[] errors, double step)
    {
        int count = spins.Length - 1;
        double[] sizes = new double[count];
        double[] exponents = new double[count];
        double[] bounds = new double[count];
        for (int i = 0; i < count; i++)
        {
            double stretch = Math.Log((double)spins[i + 1] / spins[i]);
            sizes[i] = step * stretch / (Math.Pow(spins[i], -step) - Math.Pow(spins[i + 1], -step));
            exponents[i] = Math.Log(values[i + 1] / values[i]) / stretch;
            bounds[i] = (Relative(i) + Relative(i + 1)) / stretch;
        }

        (int, double)[] local = [.. exponents.Select((exponent, i) => (spins[i + 1], exponent))];
        if (count < Ladder.MinPoints || !exponents.Concat(bounds).All(double.IsFinite))
        {
            return new CollapseExponent(double.NaN, double.NaN, local);
        }

        Ladder ladder = new(sizes, exponents, bounds);
        LimitEstimate limit = LadderLimit.Read(ladder, LadderOrder.Read(ladder));
        return double.IsFinite(limit.Uncertainty)
            ? new CollapseExponent(limit.Value, limit.Uncertainty, local)
            : new CollapseExponent(double.NaN, double.NaN, local);

        // What is left of the value in the worst case; infinite where its sign is not known.
        double Relative(int i) => errors[i] < Math.Abs(values[i]) ? errors[i] / (Math.Abs(values[i]) - errors[i]) : double.PositiveInfinity;
    }
}
