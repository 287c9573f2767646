using MathNet.Numerics.Providers.LinearAlgebra;

namespace FiniteNCheck.Numerics;

/// <summary>
/// The library behind eigenvalues and factorisations of dense matrices, for the whole process. Those that are not managed are looked up by
/// name at run time: the program does not need them.
/// </summary>
public static class LinearAlgebra
{
    /// <summary>The name in words of the library in use.</summary>
    public static string Provider => $"{LinearAlgebraControl.Provider}";

    /// <summary>Uses a library from now on. No environment variable matters.</summary>
    /// <param name="library">The library.</param>
    /// <returns>Whether it is there; if not, nothing changes.</returns>
    public static bool TryUse(LinearAlgebraLibrary library) => library switch
    {
        LinearAlgebraLibrary.Mkl => LinearAlgebraControl.TryUseNativeMKL(),
        LinearAlgebraLibrary.OpenBlas => LinearAlgebraControl.TryUseNativeOpenBLAS(),
        LinearAlgebraLibrary.Managed => UseManaged(),
        _ => TryUse(LinearAlgebraLibrary.Mkl) || TryUse(LinearAlgebraLibrary.OpenBlas) || UseManaged(),
    };

    private static bool UseManaged()
    {
        LinearAlgebraControl.UseManaged();
        return true;
    }
}
