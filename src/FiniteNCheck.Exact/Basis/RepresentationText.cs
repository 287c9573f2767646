namespace FiniteNCheck.Exact.Basis;

/// <summary>How a density matrix is held, in words.</summary>
internal static class RepresentationText
{
    /// <summary>The words.</summary>
    /// <param name="representation">The representation; not <see cref="Representation.Auto"/>.</param>
    public static string Describe(this Representation representation) => representation switch
    {
        Representation.Populations => "populations only",
        Representation.Real => "real symmetric density matrix",
        _ => "complex Hermitian density matrix",
    };
}
