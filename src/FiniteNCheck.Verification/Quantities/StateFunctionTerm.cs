using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Verification.Quantities;

/// <summary>A function of the whole state, such as a cumulant or the purity.</summary>
/// <param name="Of">The function.</param>
public sealed record StateFunctionTerm(StateFunction Of) : QuantityTerm
{
    /// <inheritdoc/>
    public override string ToString() => $"{Of}";

    /// <inheritdoc/>
    internal override StateFunction Function => Of;

    /// <inheritdoc/>
    internal override Measured Read(SymmetricModel model, ExactResult result, int time) =>
        result.Functions.FirstOrDefault(series => series.Function == Of) is { } recorded
            ? new Measured(recorded.Values[time], recorded.Errors[time])
            : new Measured(double.NaN, double.PositiveInfinity);

    /// <inheritdoc/>
    internal override Measured? ReadLimit(SymmetricModel model, TheoryResult theory, int time) => Of switch
    {
        Cumulant { Observables: [var first, var second] } => new CovarianceTerm(first, second).ReadLimit(model, theory, time),
        Cumulant { Observables.Length: > 2 } => new Measured(0, 0),
        _ => null,
    };
}
