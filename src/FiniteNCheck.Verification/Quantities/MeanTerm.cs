using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Verification.Quantities;

/// <summary>An average such as <c>&lt;m_z&gt;</c> of a block.</summary>
/// <param name="Observable">The observable, such as <c>z.all</c>.</param>
public sealed record MeanTerm(string Observable) : QuantityTerm
{
    /// <inheritdoc/>
    public override string ToString() => $"mean('{Observable}')";

    /// <inheritdoc/>
    internal override Measured Read(SymmetricModel model, ExactResult result, int time) =>
        new(result.Moments.Mean[time][model.ObservableNames.IndexOf(Observable)], result.MeanError(time) + Rounding);

    /// <inheritdoc/>
    internal override Measured? ReadLimit(SymmetricModel model, TheoryResult theory, int time) =>
        new Measured(theory.Moments.Mean[time][model.ObservableNames.IndexOf(Observable)], theory.MeanError);
}
