using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>A (possibly approximate) Jacobian <c>J</c> of a right-hand side, as far as an implicit method needs it.</summary>
public interface ILinearisation
{
    /// <summary>
    /// Prepares the solution of <c>(shift - J) x = b</c>. The result overwrites <c>b</c> by <c>x</c>; it may be approximate, since it only
    /// drives an iteration whose residual is computed from the right-hand side itself.
    /// </summary>
    /// <param name="shift">The shift, an inverse time.</param>
    Action<Complex[]> Factorise(Complex shift);
}
