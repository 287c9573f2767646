namespace FiniteNCheck.Verification.Assertions;

/// <summary>
/// The two claims of an expansion <c>q_n = q_inf + q_1/n + O(1/n^2)</c>: what the first two terms leave of every value falls at order 2,
/// and the slope <c>n (q_n - q_inf)</c> approaches <c>q_1</c> at order 1.
/// </summary>
public sealed record NextOrderAssertion : Assertion
{
    private static readonly LimitAssertion Values = new(Order: 2);
    private static readonly LimitAssertion Slopes = new();

    /// <inheritdoc/>
    internal override string Description => string.Empty;

    /// <inheritdoc/>
    internal override IEnumerable<ElementFinding> Judge(Comparison comparison) =>
        (comparison.Element.IsSlope ? Slopes : Values).Judge(comparison);
}
