using System.Numerics;

namespace FiniteNCheck.Numerics;

/// <summary>
/// A system <c>dy/dt = f(y, t)</c> as an autonomous one of <c>(y, t)</c>: time is the last unknown, and grows at rate 1.
/// </summary>
/// <param name="dimension">The number of unknowns, time not counted.</param>
/// <param name="at">The autonomous system <c>f(., t)</c> with the time held fixed.</param>
public sealed class TimedSystem(int dimension, Func<double, IImplicitSystem> at) : IImplicitSystem
{
    /// <inheritdoc/>
    public int Dimension => dimension + 1;

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<double> y, Span<double> derivative)
    {
        at(y[dimension]).Evaluate(y[..dimension], derivative[..dimension]);
        derivative[dimension] = 1;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The dependence of f on t is left out: it is strictly lower triangular, so that the iteration converges first in t, then in y.
    /// </remarks>
    public ILinearisation Linearise(ReadOnlySpan<double> y) => new Linearisation(at(y[dimension]).Linearise(y[..dimension]), dimension);

    private sealed class Linearisation(ILinearisation inner, int dimension) : ILinearisation
    {
        public Action<Complex[]> Factorise(Complex shift)
        {
            Action<Complex[]> solve = inner.Factorise(shift);
            return right =>
            {
                Complex[] part = right[..dimension];
                solve(part);
                part.CopyTo(right, 0);
                right[dimension] /= shift;
            };
        }
    }
}
