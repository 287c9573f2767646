namespace FiniteNCheck.Numerics;

/// <summary>The limit of a ladder <c>q(N) = q_inf + a/N + b/N^2 + ...</c>.</summary>
/// <param name="Value">The limit <c>q_inf</c>.</param>
/// <param name="Uncertainty">Its half width, positive; infinite where the values do not approach anything.</param>
/// <param name="Degree">The degree in <c>1/N</c> of the polynomial that gave it; 0 where the ladder is constant.</param>
/// <param name="FirstOrder">The limit with <c>a/N</c> alone eliminated, from the two largest sizes.</param>
/// <param name="SecondOrder">The limit with <c>a/N</c> and <c>b/N^2</c> eliminated, from the three largest sizes.</param>
public sealed record LimitEstimate(double Value, double Uncertainty, int Degree, double FirstOrder, double SecondOrder);
