namespace FiniteNCheck.Exact;

/// <summary>How the density matrix is held. Each is exact where it applies.</summary>
public enum Representation
{
    /// <summary>The smallest that is exact for the model and its initial state.</summary>
    Auto,

    /// <summary>Complex Hermitian blocks: always applies.</summary>
    Complex,

    /// <summary>Real symmetric blocks, where a local frame makes generator and initial state real.</summary>
    Real,

    /// <summary>Diagonals only, where populations evolve among themselves.</summary>
    Populations,
}
