namespace FiniteNCheck.Claims.Figures;

/// <summary>The patterns.</summary>
public enum CellPatternKind
{
    /// <summary>Lines rising to the right.</summary>
    Rising,

    /// <summary>Crossed lines.</summary>
    Crossed,

    /// <summary>Dots.</summary>
    Dotted,
}
