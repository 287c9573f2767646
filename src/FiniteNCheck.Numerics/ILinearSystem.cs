namespace FiniteNCheck.Numerics;

/// <summary>A linear problem <c>dy/dt = L y</c> with a constant, matrix-free <c>L</c>, together with the norm in which its error is measured.</summary>
public interface ILinearSystem
{
    /// <summary>The number of components of <c>y</c>.</summary>
    int Length { get; }

    /// <summary>A number <c>r</c> such that the real parts of the spectrum lie between <c>-r</c> and 0; positive unless <c>L = 0</c>.</summary>
    double DecayBound { get; }

    /// <summary>A number <c>w</c> such that the imaginary parts of the spectrum lie between <c>-w</c> and <c>w</c>; roughly is enough.</summary>
    double OscillationBound { get; }

    /// <summary>Writes <c>y = ofImage L x + ofX x + ofY y</c> and adds <c>weight y</c> to <paramref name="sum"/>.</summary>
    /// <param name="x">The vector that <c>L</c> acts on; not changed.</param>
    /// <param name="y">Receives the combination; another array than <paramref name="x"/>, read only where <paramref name="ofY"/> is not 0.</param>
    /// <param name="ofImage">The factor of <c>L x</c>.</param>
    /// <param name="ofX">The factor of <c>x</c>.</param>
    /// <param name="ofY">The factor of what <paramref name="y"/> held.</param>
    /// <param name="sum">A third array that is added to, or <see langword="null"/>.</param>
    /// <param name="weight">The factor with which the new <c>y</c> is added.</param>
    void Apply(double[] x, double[] y, double ofImage = 1, double ofX = 0, double ofY = 0, double[]? sum = null, double weight = 0);

    /// <summary>The norm of a vector of the state space, in which tolerances are stated.</summary>
    /// <param name="v">The vector.</param>
    double Norm(double[] v);
}
