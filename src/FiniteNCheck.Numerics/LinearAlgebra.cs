using MathNet.Numerics.Providers.LinearAlgebra;

namespace FiniteNCheck.Numerics;

/// <summary>The library behind eigenvalues and factorisations of dense matrices.</summary>
public static class LinearAlgebra
{
    /// <summary>Its name in words.</summary>
    public static string Provider => $"{LinearAlgebraControl.Provider}";
}
