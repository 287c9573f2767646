using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Reduction;

/// <summary>One-spin operators that are real up to a phase; the phase of a jump operator does not enter the master equation.</summary>
internal static class RealOperator
{
    private const double Rounding = 1e-15;

    /// <summary>Whether a phase makes the operator real.</summary>
    /// <param name="j">The operator.</param>
    public static bool IsRealUpToPhase(SpinOperator j)
    {
        SpinOperator turned = WithoutPhase(j);
        double size = turned.UpUp.Magnitude + turned.UpDown.Magnitude + turned.DownUp.Magnitude + turned.DownDown.Magnitude;
        return new[] { turned.UpUp, turned.UpDown, turned.DownUp, turned.DownDown }
            .All(element => Math.Abs(element.Imaginary) <= Rounding * size);
    }

    /// <summary>The operator times the phase that makes its largest element real and positive.</summary>
    /// <param name="j">The operator.</param>
    public static SpinOperator WithoutPhase(SpinOperator j)
    {
        Complex largest = new[] { j.UpUp, j.UpDown, j.DownUp, j.DownDown }.MaxBy(element => element.Magnitude);
        if (largest == Complex.Zero || (largest.Imaginary == 0 && largest.Real > 0))
        {
            return j;
        }

        Complex phase = Complex.Conjugate(largest) / largest.Magnitude;
        return new SpinOperator(phase * j.UpUp, phase * j.UpDown, phase * j.DownUp, phase * j.DownDown);
    }
}
