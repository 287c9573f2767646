using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Theory;

/// <summary>
/// A rate function together with its argument, a linear function <c>Delta = r_0 + sum_a r_a m_a</c> of the averages (14).
/// </summary>
/// <param name="rate">The function <c>Gamma</c>.</param>
/// <param name="coefficients">The coefficients <c>r_a</c>, one per average.</param>
/// <param name="offset">The constant <c>r_0</c>.</param>
internal sealed class RateArgument(CollectiveRate rate, double[] coefficients, double offset = 0)
{
    /// <summary>An argument in the Pauli basis.</summary>
    /// <param name="rate">The function <c>Gamma</c>.</param>
    /// <param name="argument">The coefficients, one vector per block.</param>
    public RateArgument(CollectiveRate rate, ImmutableArray<PauliVector> argument)
        : this(rate, [.. argument.SelectMany(r => new[] { r.X, r.Y, r.Z })])
    {
    }

    /// <summary>The coefficients <c>r</c>, one per average.</summary>
    public double[] Coefficients => coefficients;

    /// <summary>The argument <c>Delta</c>.</summary>
    /// <param name="m">The averages.</param>
    public double Delta(ReadOnlySpan<double> m)
    {
        double delta = offset;
        for (int i = 0; i < Coefficients.Length; i++)
        {
            delta += Coefficients[i] * m[i];
        }

        return delta;
    }

    /// <summary>The rate function <c>Gamma</c> at the argument.</summary>
    /// <param name="m">The averages.</param>
    public double Value(ReadOnlySpan<double> m) => rate.Value(Delta(m));

    /// <summary>The rate function and its derivatives at the argument.</summary>
    /// <param name="m">The averages.</param>
    public RateJet Jet(ReadOnlySpan<double> m) => RateJet.At(rate, Delta(m));
}
