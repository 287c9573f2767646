using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Theory;

/// <summary>A rate function together with its argument <c>Delta = sum_k r_k . m_k</c> (14).</summary>
/// <param name="rate">The function <c>Gamma</c>.</param>
/// <param name="argument">The coefficients <c>r_k</c>, one vector per block.</param>
internal sealed class RateArgument(CollectiveRate rate, ImmutableArray<PauliVector> argument)
{
    /// <summary>The coefficients <c>r</c>, one per observable.</summary>
    public double[] Coefficients { get; } = [.. argument.SelectMany(r => new[] { r.X, r.Y, r.Z })];

    /// <summary>The argument <c>Delta</c>.</summary>
    /// <param name="m">The averages.</param>
    public double Delta(ReadOnlySpan<double> m)
    {
        double delta = 0;
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
