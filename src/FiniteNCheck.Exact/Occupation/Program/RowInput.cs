using System.Runtime.CompilerServices;

namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>What the terms of one row read.</summary>
internal readonly ref struct RowInput
{
    /// <summary>The state.</summary>
    public required Span<double> X { get; init; }

    /// <summary>The weights.</summary>
    public required Span<double> Weights { get; init; }

    /// <summary>The places that rows start from.</summary>
    public required ReadOnlySpan<int> Starts { get; init; }

    /// <summary>The factors that are constant in this row.</summary>
    public required ReadOnlySpan<double> Factors { get; init; }

    /// <summary>The index of the row in its shape.</summary>
    public required int Index { get; init; }

    /// <summary>The length of the row.</summary>
    public required int Length { get; init; }

    /// <summary>The place of the counts of the row at its first number.</summary>
    public required int Row { get; init; }

    /// <summary>The place of the counts of the column there.</summary>
    public required int Column { get; init; }

    /// <summary>The number of terms without a second ramp, which come first.</summary>
    public required int SingleRamps { get; init; }

    /// <summary>The scale of a term in this row.</summary>
    /// <param name="term">The term.</param>
    /// <param name="scale">Its scale in the cell.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ScaleOf(in ActiveTerm term, double scale) => scale * Factors[term.OfRow] * Factors[term.OfRowToo];

    /// <summary>The place in the source's cell that the row starts from.</summary>
    /// <param name="term">The term.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Start(in ActiveTerm term) => Starts[term.Starts + Index];
}
