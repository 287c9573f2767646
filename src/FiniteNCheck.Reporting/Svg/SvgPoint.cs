namespace FiniteNCheck.Reporting.Svg;

/// <summary>A point of a picture, in its user units.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
internal readonly record struct SvgPoint(double X, double Y);
