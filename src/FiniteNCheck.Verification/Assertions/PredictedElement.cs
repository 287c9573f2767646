using System.Collections.Immutable;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Assertions;

/// <summary>The numbers predicted for one quantity.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Limits">The predicted limit at each time; <see langword="null"/> where nothing is predicted.</param>
internal sealed record PredictedElement(Quantity Quantity, ImmutableArray<Measured?> Limits)
{
    /// <summary>
    /// The numbers at each time and size of the ladder, for a prediction that depends on N; empty for a limit. The <see cref="Limits"/> of
    /// such a prediction are those of the difference from the exact values: zero.
    /// </summary>
    public ImmutableArray<ImmutableArray<Measured>> AtSizes { get; init; } = [];

    /// <summary>
    /// The limits at each time from which slopes are measured; empty otherwise. The <see cref="Limits"/> of such a prediction are those of
    /// <c>n (q_n - q_inf)</c>.
    /// </summary>
    public ImmutableArray<Measured> SlopeFrom { get; init; } = [];

    /// <summary>
    /// What findings call it: the quantity, its slope or, for a prediction that depends on N, its difference from the exact values.
    /// </summary>
    public string Name => DependsOnSize ? ElementName.OfDifference(Quantity.Name)
        : IsSlope ? ElementName.OfSlope(Quantity.Name)
        : Quantity.Name;

    /// <summary>Whether it is about the slope <c>n (q_n - q_inf)</c> of a quantity.</summary>
    public bool IsSlope => !SlopeFrom.IsEmpty;

    /// <summary>Whether the prediction depends on N.</summary>
    public bool DependsOnSize => !AtSizes.IsEmpty;
}
