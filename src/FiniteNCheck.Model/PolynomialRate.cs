using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary><c>Gamma(x) = c_0 + c_1 x + c_2 x^2 + ...</c>; one coefficient is a constant rate.</summary>
/// <param name="Coefficients">The coefficients, constant term first; at least one.</param>
public sealed record PolynomialRate(ImmutableArray<double> Coefficients) : CollectiveRate
{
    /// <inheritdoc/>
    public override bool IsEntire => true;

    /// <inheritdoc/>
    public override double Value(double x)
    {
        double value = 0;
        for (int k = Coefficients.Length - 1; k >= 0; k--)
        {
            value = (value * x) + Coefficients[k];
        }

        return value;
    }

    /// <summary>Equality by coefficients.</summary>
    /// <param name="other">The other rate.</param>
    public bool Equals(PolynomialRate? other) =>
        other is not null && Coefficients.AsSpan().SequenceEqual(other.Coefficients.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Coefficients.Aggregate(Coefficients.Length, HashCode.Combine);
}
