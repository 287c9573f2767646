namespace FiniteNCheck.Verification.Reference;

/// <summary>Fresh numbers disagree with a reference file, or there is none yet. The message is the comparison's table.</summary>
public sealed class ReferenceMismatchException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="comparison">What was found.</param>
    public ReferenceMismatchException(ReferenceComparison comparison)
        : base((comparison ?? throw new ArgumentNullException(nameof(comparison))).ToString()) => Comparison = comparison;

    /// <summary>What was found.</summary>
    public ReferenceComparison Comparison { get; }
}
