using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Numerics;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Predictions;

/// <summary>
/// The covariance of linear fluctuations with a given drift and diffusion, <c>dSigma/dt = Q Sigma + Sigma Q^T + D</c>, along the mean field
/// of the model or along a flow of its own, whose averages are then predicted too. It starts from the covariance of the product state.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="Flow">The flow <c>dm/dt</c>, by observable; empty for the model's. Observables left out rest.</param>
/// <param name="Drift">The elements of Q that do not vanish, by their two observables.</param>
/// <param name="Diffusion">The elements of D that do not vanish, each pair of observables once.</param>
internal sealed record FluctuationPrediction(
    string Name,
    ImmutableDictionary<string, TermFormula> Flow,
    ImmutableDictionary<(string Row, string Column), TermFormula> Drift,
    ImmutableDictionary<(string Row, string Column), TermFormula> Diffusion) : Prediction(Name)
{
    /// <inheritdoc/>
    internal override object? CurveGroup => this;

    /// <inheritdoc/>
    internal override ModelProblem? FindProblem(string key, SymmetricModel model) => OfTwoLevels(key, model);

    /// <inheritdoc/>
    internal override ImmutableArray<PredictedElement> Predict(PredictionSetting setting, CancellationToken cancellationToken)
    {
        FluctuationFlow flow = new(this, TwoLevels.Require(setting.Model, "predictions by equations of fluctuations"));
        try
        {
            double[][] fine = flow.Integrate(setting.Times, LimitTheory.LocalTolerance, cancellationToken);
            double[][] coarse = flow.Integrate(setting.Times, LimitTheory.CoarseTolerance, cancellationToken);
            double error = RunDifference.Largest(fine.SelectMany(state => state), coarse.SelectMany(state => state));
            return
            [
                .. Flow.IsEmpty ? [] : Quantity.MeansOf(setting.Model).Select((mean, a) => Element(mean, state => state[1 + a])),
                .. Quantity.CovariancesOf(setting.Model)
                    .Zip(flow.UpperTriangle)
                    .Select(pair => Element(pair.First, state => state[pair.Second])),
            ];

            PredictedElement Element(Quantity quantity, Func<double[], double> read) =>
                new(quantity, [.. fine.Select(state => (Measured?)new Measured(read(state), error))]);
        }
        catch (IntegrationException exception)
        {
            throw new PredictionException(
                $"equations that cannot be followed up to t = {Numeral.ExactTime(setting.Times[^1])} ({exception.Message.TrimEnd('.')})",
                "flow, drift and diffusion that are finite up to the last time",
                "Correct them, or choose earlier times.",
                exception);
        }
    }
}
