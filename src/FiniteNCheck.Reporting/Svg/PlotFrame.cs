namespace FiniteNCheck.Reporting.Svg;

/// <summary>The rectangle of a picture that a plot fills, with its axes.</summary>
/// <param name="Left">Its left edge.</param>
/// <param name="Top">Its top edge.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
internal sealed record PlotFrame(double Left, double Top, double Width, double Height, PlotAxis X, PlotAxis Y)
{
    /// <summary>The right edge.</summary>
    public double Right => Left + Width;

    /// <summary>The bottom edge.</summary>
    public double Bottom => Top + Height;

    /// <summary>The position of values in the picture.</summary>
    /// <param name="x">The value along the horizontal axis.</param>
    /// <param name="y">The value along the vertical axis.</param>
    public SvgPoint At(double x, double y) => new(Left + (Width * X.Position(x)), Bottom - (Height * Y.Position(y)));
}
