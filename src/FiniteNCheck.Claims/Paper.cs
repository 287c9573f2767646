using System.Collections.Immutable;

namespace FiniteNCheck.Claims;

/// <summary>A paper under test: who wrote it, which edition is tested, and what it claims and shows.</summary>
public sealed record Paper
{
    /// <summary>Author and year, with initials.</summary>
    public required string Name { get; init; }

    /// <summary>The key of its entry in <c>docs/references.bib</c>; empty if there is none.</summary>
    public string CitationKey { get; init; } = string.Empty;

    /// <summary>Where it was published, as a bibliography says it; empty if that is not said.</summary>
    public string Reference { get; init; } = string.Empty;

    /// <summary>The date of the edition that was tested, in words: later editions may differ; empty if that is not said.</summary>
    public string Printed { get; init; } = string.Empty;

    /// <summary>The ledger: its checkable statements, in the order of the paper.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>The names of the figures that are computed, as the paper numbers them.</summary>
    public ImmutableArray<string> Figures { get; init; } = [];

    /// <summary>The edition in words.</summary>
    public string Edition
    {
        get
        {
            string reference = Reference.Length > 0 ? $", {Reference}" : string.Empty;
            string printed = Printed.Length > 0 ? $", as printed on {Printed}" : string.Empty;
            return $"{Name}{reference}{printed}";
        }
    }
}
