namespace FiniteNCheck.Exact.Generator;

/// <summary>What a kernel computes: <c>y = ofImage L x + ofX x + ofY y</c>, then <c>sum += weight y</c>.</summary>
/// <param name="X">The state that <c>L</c> acts on.</param>
/// <param name="Y">Receives the combination; read only where <paramref name="OfY"/> is not 0.</param>
/// <param name="OfImage">The factor of <c>L x</c>.</param>
/// <param name="OfX">The factor of <c>x</c>; not 0 only where <paramref name="Y"/> has the layout of <paramref name="X"/>.</param>
/// <param name="OfY">The factor of what <paramref name="Y"/> held.</param>
/// <param name="Sum">Added to, or <see langword="null"/>.</param>
/// <param name="Weight">The factor with which the new <c>y</c> is added.</param>
internal readonly record struct StripUpdate(double[] X, double[] Y, double OfImage, double OfX, double OfY, double[]? Sum, double Weight);
