using FiniteNCheck.Verification.Reference;

namespace FiniteNCheck.Reporting.Reference;

/// <summary>The result of checking one reference set.</summary>
/// <param name="Set">The set.</param>
/// <param name="Comparison">The comparison with the stored numbers; <see langword="null"/> where there were none to compare with.</param>
/// <param name="Note">What else there is to say, such as where a file was written; empty for nothing.</param>
public sealed record ReferenceFinding(ReferenceSet Set, ReferenceComparison? Comparison, string Note = "")
{
    /// <summary>In one word: <c>agrees</c>, <c>differs</c> or <c>new</c>.</summary>
    public string Status => Comparison switch
    {
        null => "new",
        { Agrees: true } => "agrees",
        _ => "differs",
    };
}
