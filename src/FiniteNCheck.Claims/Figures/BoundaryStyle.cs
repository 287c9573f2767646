namespace FiniteNCheck.Claims.Figures;

/// <summary>Styles that tell lines apart without colour.</summary>
public enum BoundaryStyle
{
    /// <summary>Dashes.</summary>
    Dashed,

    /// <summary>Dots.</summary>
    Dotted,

    /// <summary>Dashes and dots in turn.</summary>
    DashDotted,
}
