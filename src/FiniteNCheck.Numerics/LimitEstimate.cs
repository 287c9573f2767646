namespace FiniteNCheck.Numerics;

/// <summary>The limit of a ladder <c>q(N) = q_inf + a/N + b/N^2 + ...</c>.</summary>
/// <param name="Value">The limit <c>q_inf</c>.</param>
/// <param name="Uncertainty">The half width of its interval, positive; infinite if the values do not converge.</param>
/// <param name="Degree">The degree in <c>1/N</c> of the polynomial used; 0 if the ladder is constant.</param>
/// <param name="FirstOrder">The limit with only <c>a/N</c> eliminated, from the two largest sizes.</param>
/// <param name="SecondOrder">The limit with <c>a/N</c> and <c>b/N^2</c> eliminated, from the three largest sizes.</param>
public sealed record LimitEstimate(double Value, double Uncertainty, int Degree, double FirstOrder, double SecondOrder);
