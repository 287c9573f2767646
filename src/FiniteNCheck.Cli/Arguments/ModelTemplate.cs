namespace FiniteNCheck.Cli.Arguments;

/// <summary>The model templates of <c>init</c>.</summary>
internal enum ModelTemplate
{
    /// <summary>A Hopfield network in shorthand.</summary>
    Hopfield,

    /// <summary>Blocks, Hamiltonian and jumps written out in full.</summary>
    Blocks,
}
