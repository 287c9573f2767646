namespace FiniteNCheck.Numerics;

/// <summary>What a <see cref="ChebyshevPropagator"/> carries from one step to the next: with it, another propagator goes on with the same bits.</summary>
/// <param name="Reach">The length <c>hd</c> tried first in the next step; positive.</param>
/// <param name="Ceiling">The largest length <c>hd</c> at present; positive.</param>
/// <param name="Steps">Steps so far.</param>
/// <param name="RejectedSteps">Attempts that were done again so far.</param>
/// <param name="Applications">Applications of <c>L</c> in the steps so far, attempts done again included.</param>
public readonly record struct ChebyshevAccount(double Reach, double Ceiling, long Steps, long RejectedSteps, long Applications);
