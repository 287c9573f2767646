namespace FiniteNCheck.Cli.Arguments;

/// <summary>In which basis the symmetric density matrix of an exact run is held.</summary>
internal enum StateSpace
{
    /// <summary>Sectors for two levels, occupation numbers for sites with levels.</summary>
    Auto,

    /// <summary>Sectors of the total spin J of each block: two levels alone.</summary>
    Sectors,

    /// <summary>Occupation numbers of matrix units: any number of levels.</summary>
    Occupation,
}
