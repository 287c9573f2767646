namespace FiniteNCheck.Exact.Basis;

/// <summary>How the density matrix is held. Each representation is exact where it applies.</summary>
public enum Representation
{
    /// <summary>The smallest that is exact for the model and its initial state.</summary>
    Auto,

    /// <summary>Complex Hermitian blocks: always applies.</summary>
    Complex,

    /// <summary>Real symmetric blocks: applies where a local frame makes generator and initial state real.</summary>
    Real,

    /// <summary>Diagonals only: applies where populations evolve among themselves.</summary>
    Populations,
}
