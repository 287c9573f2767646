using FiniteNCheck.Claims.Figures;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>What maps over the (T, Omega) plane share.</summary>
internal static class PlaneMap
{
    /// <summary>
    /// A map without content. Temperatures are in units of the couplings (52), fields in units of the jump rate at zero
    /// overlap.
    /// </summary>
    /// <param name="title">What it shows.</param>
    /// <param name="grid">Its grid.</param>
    public static MapPanel Empty(string title, PlaneGrid grid) => new()
    {
        Title = title,
        XLabel = "temperature T = 1/β (energy of a coupling)",
        YLabel = "transverse field Ω (inverse time)",
        X = grid.Temperatures,
        Y = grid.Fields,
    };
}
