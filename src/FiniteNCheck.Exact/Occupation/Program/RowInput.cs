namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>The row that a kernel computes, and what its terms read.</summary>
internal readonly ref struct RowInput
{
    /// <summary>The state.</summary>
    public required ReadOnlySpan<double> X { get; init; }

    /// <summary>The weights.</summary>
    public required ReadOnlySpan<double> Weights { get; init; }

    /// <summary>The places that rows of sources start from, from this row on.</summary>
    public required ReadOnlySpan<int> Starts { get; init; }

    /// <summary>The factors that are constant in this row.</summary>
    public required ReadOnlySpan<double> Factors { get; init; }

    /// <summary>The terms that do not vanish in the cell.</summary>
    public required ReadOnlySpan<ActiveTerm> Terms { get; init; }

    /// <summary>How many there are of each kind.</summary>
    public required TermClasses Classes { get; init; }

    /// <summary>The length of the row.</summary>
    public required int Length { get; init; }

    /// <summary>The place of the counts of the row at its first number.</summary>
    public required int Row { get; init; }

    /// <summary>The place of the counts of the column there.</summary>
    public required int Column { get; init; }
}
