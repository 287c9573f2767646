namespace FiniteNCheck.Cli.Arguments;

/// <summary>The models that <c>init</c> can write.</summary>
internal enum ModelTemplate
{
    /// <summary>A Hopfield network in shorthand.</summary>
    Hopfield,

    /// <summary>Blocks, Hamiltonian and jumps written out in full.</summary>
    Blocks,
}
