using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Theory;
using Complex = System.Numerics.Complex;

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
        TimeCorrelation or WeylFunction when !HasLimit(model) || !double.IsFinite(theory.Moments.Times[time]) => null,
        TimeCorrelation of => CorrelationOf(of, (CollectiveModel)model, theory, time),
        WeylFunction of => WeylOf(of, (CollectiveModel)model, theory, time),
        _ => null,
    };

    // Theorem 2 is about blocks that grow, from a state that clusters.
    private static bool HasLimit(SymmetricModel model) =>
        model is CollectiveModel { Initial: ProductState, IsDriven: false } && model.Blocks.All(block => block.Size is null);

    private static Measured CorrelationOf(TimeCorrelation of, CollectiveModel model, TheoryResult theory, int time)
    {
        TwoTimeSeries limit = LimitCorrelations.TwoTime(model, theory);
        Complex value = limit.Values[time][model.ObservableNames.IndexOf(of.Later), model.ObservableNames.IndexOf(of.Earlier)];
        return of.IsResponse
            ? new Measured(-2 * value.Imaginary, 2 * limit.Errors[time])
            : new Measured(value.Real, limit.Errors[time]);
    }

    private static Measured WeylOf(WeylFunction of, CollectiveModel model, TheoryResult theory, int time)
    {
        WeylSeries limit = LimitCorrelations.Weyl(model, theory, of.Triple);
        return new Measured(of.IsImaginary ? limit.Even[time].Imaginary : limit.Even[time].Real, limit.Errors[time]);
    }
}
