using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Papers.Fiorelli2024.Lemmas;

/// <summary>A rate, its argument, an operator and a jump at which the bounds of Lemmas 1 and 2 are computed.</summary>
/// <param name="Name">The name of the point in evidence.</param>
/// <param name="Rate">The function <c>Gamma</c>.</param>
/// <param name="Argument">
/// The coefficients <c>r</c> of <c>Delta_N = r . m</c> in the Pauli basis. The lemmas ask of the basis that
/// <c>||v_a|| &lt;= 1</c>, which the Pauli matrices reach; in the orthonormal basis delta is larger by <c>sqrt(2)</c>
/// and every bound weaker.
/// </param>
/// <param name="Operator">The one-spin operator <c>x</c>.</param>
/// <param name="Jump">The one-spin operator <c>j</c>.</param>
internal sealed record RatePoint(string Name, CollectiveRate Rate, PauliVector Argument, SpinOperator Operator, SpinOperator Jump)
{
    private static readonly SpinOperator pauliX = SpinOperator.Pauli(PauliAxis.X);
    private static readonly SpinOperator pauliY = SpinOperator.Pauli(PauliAxis.Y);

    /// <summary>Exponential and polynomial rates of several slopes, along one axis and along none.</summary>
    public static ImmutableArray<RatePoint> All { get; } =
    [
        new(
            "Gamma = exp(x/4)/sqrt 2 at x = m_z; x-operator, lowering jump",
            new ExponentialRate(Math.Sqrt(0.5), 0.25),
            new(0, 0, 1),
            pauliX,
            SpinOperator.Lower),
        new(
            "Gamma = exp(x)/sqrt 2 at x = m_z; x-operator, raising jump",
            new ExponentialRate(Math.Sqrt(0.5), 1),
            new(0, 0, 1),
            pauliX,
            SpinOperator.Raise),
        new(
            "Gamma = exp(-3 x) at x = 0.6 m_x + 0.8 m_z; y-operator, lowering jump",
            new ExponentialRate(1, -3),
            new(0.6, 0, 0.8),
            pauliY,
            SpinOperator.Lower),
        new(
            "Gamma = exp(x) at x = (m_x + m_y + m_z)/2; raising operator, x-jump",
            new ExponentialRate(1, 1),
            new(0.5, 0.5, 0.5),
            SpinOperator.Raise,
            pauliX),
        new(
            "Gamma = (1 + x)/2 at x = m_z (section 3.1); x-operator, raising jump",
            new PolynomialRate([0.5, 0.5]),
            new(0, 0, 1),
            pauliX,
            SpinOperator.Raise),
        new(
            "Gamma = 0.8 + 0.5 x - 0.3 x^2 at x = 0.4 m_x - 0.3 m_y + 0.6 m_z; general operators",
            new PolynomialRate([0.8, 0.5, -0.3]),
            new(0.4, -0.3, 0.6),
            new(new(0.2, 0), new(0.6, 0.2), new(0, -0.3), new(-0.2, 0.1)),
            new(new(0.1, 0), new(0.6, 0.2), new(0, -0.3), new(-0.2, 0))),
        new(
            "Gamma = 1 + x^8 at x = m_z; x-operator, jump (1 + sigma_y)/2",
            new PolynomialRate([1, 0, 0, 0, 0, 0, 0, 0, 1]),
            new(0, 0, 1),
            pauliX,
            new(0.5, new(0, -0.5), new(0, 0.5), 0.5)),
    ];

    /// <summary>The constants of the rate.</summary>
    public RateConstants Constants => RateConstants.Compute(Rate, Math.Abs(Argument.X) + Math.Abs(Argument.Y) + Math.Abs(Argument.Z));
}
