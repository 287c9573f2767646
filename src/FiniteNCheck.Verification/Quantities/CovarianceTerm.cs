using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Verification.Quantities;

/// <summary>An element of the covariance <c>Sigma = 1/2 &lt;{F_a, F_b}&gt;</c> of the fluctuations.</summary>
/// <param name="First">The first observable, such as <c>z.all</c>.</param>
/// <param name="Second">The second observable.</param>
public sealed record CovarianceTerm(string First, string Second) : QuantityTerm
{
    /// <inheritdoc/>
    public override string ToString() => $"cov('{First}','{Second}')";

    /// <inheritdoc/>
    internal override Measured Read(SymmetricModel model, ExactResult result, int time) => new(
        result.Moments.Covariance[time][model.ObservableNames.IndexOf(First), model.ObservableNames.IndexOf(Second)],
        result.CovarianceError(time) + (Rounding * result.Spins.Max()));

    /// <inheritdoc/>
    internal override Measured? ReadLimit(SymmetricModel model, TheoryResult theory, int time) => new Measured(
        theory.Moments.Covariance[time][model.ObservableNames.IndexOf(First), model.ObservableNames.IndexOf(Second)],
        theory.CovarianceError);
}
