namespace FiniteNCheck.Claims.Figures;

/// <summary>The kinds of division into classes.</summary>
public enum MapScaleKind
{
    /// <summary>Classes of equal width from zero.</summary>
    Linear,

    /// <summary>Classes from zero with limits 1, 2, 5, 10, ... times a power of ten.</summary>
    Geometric,

    /// <summary>Classes with given limits.</summary>
    Given,
}
