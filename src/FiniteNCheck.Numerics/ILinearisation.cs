using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>A possibly approximate Jacobian <c>J</c> of a right-hand side, for implicit methods.</summary>
public interface ILinearisation
{
    /// <summary>
    /// Prepares the solution of <c>(shift - J) x = b</c>. The returned action overwrites <c>b</c> by <c>x</c>. The solution may
    /// be approximate, since it only drives an iteration whose residual comes from the right-hand side itself.
    /// </summary>
    /// <param name="shift">The shift, an inverse time.</param>
    Action<Complex[]> Factorise(Complex shift);
}
