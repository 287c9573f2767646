namespace FiniteNCheck.Numerics;

/// <summary>A library for eigenvalues and factorisations of dense matrices.</summary>
public enum LinearAlgebraLibrary
{
    /// <summary>MKL where it is there, else OpenBLAS, else managed code.</summary>
    Auto,

    /// <summary>Managed code, the same on every machine.</summary>
    Managed,

    /// <summary>OpenBLAS.</summary>
    OpenBlas,

    /// <summary>Intel's Math Kernel Library.</summary>
    Mkl,
}
