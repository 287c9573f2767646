namespace FiniteNCheck.Numerics;

/// <summary>
/// The step-size control and counters that a <see cref="ChebyshevPropagator"/> carries from step to step. A new propagator that is given
/// this state continues a run bit for bit.
/// </summary>
/// <param name="Reach">The scaled step length <c>hd</c> to try first in the next step, dimensionless and positive.</param>
/// <param name="Ceiling">The current upper limit of <c>hd</c>, positive.</param>
/// <param name="Steps">The number of accepted steps.</param>
/// <param name="RejectedSteps">The number of rejected attempts.</param>
/// <param name="Applications">The number of applications of <c>L</c>, including those of rejected attempts.</param>
public readonly record struct ChebyshevState(double Reach, double Ceiling, long Steps, long RejectedSteps, long Applications);
