using FiniteNCheck.Verification;

namespace FiniteNCheck.Claims;

/// <summary>A checkable statement of a paper.</summary>
public sealed record Claim
{
    /// <summary>A short name, such as <c>T2</c>; unique.</summary>
    public required string Id { get; init; }

    /// <summary>The place in the paper: section, lemma, theorem, equation numbers.</summary>
    public required string Place { get; init; }

    /// <summary>The statement in our words.</summary>
    public required string Statement { get; init; }

    /// <summary>The verdict that the ledger expects.</summary>
    public required Verdict Expected { get; init; }

    /// <summary>The check that decides it.</summary>
    public required Func<ClaimRun, Finding> Check { get; init; }

    /// <summary>The correction, if the statement does not hold; or <see langword="null"/>.</summary>
    public Correction? Correction { get; init; }
}
