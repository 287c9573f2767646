using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Verification.Quantities;

/// <summary>
/// One number that formulas read off a state, written as <c>mean('z.all')</c>. Equal terms have the same text.
/// </summary>
public abstract record QuantityTerm
{
    private protected QuantityTerm()
    {
    }

    /// <summary>
    /// Rounding error of an average, added to the integrator's bound: about a hundred additions of numbers of order one, each accurate to
    /// 2^-52. A covariance is N times a difference of averages, so its rounding error is N times this.
    /// </summary>
    private protected const double Rounding = 100 * 2.220446049250313e-16;

    /// <summary>What an exact run must read off its states; <see langword="null"/> if means and covariances are enough.</summary>
    internal virtual StateFunction? Function => null;

    /// <summary>Reads the number off an exact state.</summary>
    /// <param name="model">The model.</param>
    /// <param name="result">The states of one size.</param>
    /// <param name="time">Index of the time.</param>
    internal abstract Measured Read(SymmetricModel model, ExactResult result, int time);

    /// <summary>The number in the Gaussian limit; <see langword="null"/> if there is none.</summary>
    /// <param name="model">The model.</param>
    /// <param name="theory">The limit.</param>
    /// <param name="time">Index of the time.</param>
    internal virtual Measured? ReadLimit(SymmetricModel model, TheoryResult theory, int time) => null;
}
