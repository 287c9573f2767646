using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>One-spin operators that are real up to a phase; the phase of a jump operator does not enter the master equation.</summary>
internal static class RealOperator
{
    private const double Rounding = 4e-15;

    /// <summary>Whether an operator is real, once its phase has been removed.</summary>
    /// <param name="j">The operator, from <see cref="WithoutPhase"/>.</param>
    public static bool IsReal(SpinOperator j) => Elements(j).All(element => element.Imaginary == 0);

    /// <summary>
    /// The operator times the phase that makes its largest element real and positive; imaginary parts below rounding are set to zero.
    /// </summary>
    /// <param name="j">The operator.</param>
    public static SpinOperator WithoutPhase(SpinOperator j) => WithoutCommonPhase([j])[0];

    /// <summary>
    /// The operators times the one phase that makes the largest of all their elements real and positive: phases of one relative to another
    /// stay. Imaginary parts below rounding are set to zero.
    /// </summary>
    /// <param name="operators">The operators.</param>
    public static ImmutableArray<SpinOperator> WithoutCommonPhase(ImmutableArray<SpinOperator> operators)
    {
        Complex largest = operators.SelectMany(Elements).MaxBy(element => element.Magnitude);
        if (largest == Complex.Zero)
        {
            return operators;
        }

        Complex phase = Complex.Conjugate(largest) / largest.Magnitude;
        double rounding = Rounding * largest.Magnitude;
        return [.. operators.Select(j => new SpinOperator(Rotate(j.UpUp), Rotate(j.UpDown), Rotate(j.DownUp), Rotate(j.DownDown)))];

        Complex Rotate(Complex element)
        {
            Complex rotated = phase * element;
            return Math.Abs(rotated.Imaginary) <= rounding ? rotated.Real : rotated;
        }
    }

    private static Complex[] Elements(SpinOperator j) => [j.UpUp, j.UpDown, j.DownUp, j.DownDown];
}
