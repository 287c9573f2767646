namespace FiniteNCheck.Numerics;

/// <summary>
/// A linear problem <c>dy/dt = L y</c> with a constant, matrix-free <c>L</c>, together with the norm in which errors are measured.
/// </summary>
public interface ILinearSystem
{
    /// <summary>
    /// A rate <c>r</c> such that the real parts of the spectrum lie in <c>[-r, 0]</c>; an inverse time, positive unless <c>L = 0</c>.
    /// </summary>
    double DecayBound { get; }

    /// <summary>
    /// A frequency <c>w</c> such that the imaginary parts of the spectrum lie in <c>[-w, w]</c>; an inverse time. A rough bound suffices.
    /// </summary>
    double OscillationBound { get; }

    /// <summary>Writes <c>y = ofImage L x + ofX x + ofY y</c> and adds <c>weight y</c> to <paramref name="sum"/>.</summary>
    /// <param name="x">The vector on which <c>L</c> acts; not changed.</param>
    /// <param name="y">
    /// Receives the combination. Must not be the array <paramref name="x"/>. Its old content is read only if
    /// <paramref name="ofY"/> is nonzero.
    /// </param>
    /// <param name="ofImage">The factor of <c>L x</c>.</param>
    /// <param name="ofX">The factor of <c>x</c>.</param>
    /// <param name="ofY">The factor of the old content of <paramref name="y"/>.</param>
    /// <param name="sum">A third array that accumulates, or <see langword="null"/>.</param>
    /// <param name="weight">The factor with which the new <c>y</c> is added to the sum.</param>
    void Apply(
        double[] x, double[] y, double ofImage = 1, double ofX = 0, double ofY = 0, double[]? sum = null, double weight = 0);

    /// <summary>The norm in which errors and tolerances are stated.</summary>
    /// <param name="v">The vector.</param>
    double Norm(double[] v);
}
