using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Predictions;
using FiniteNCheck.Verification.Quantities;

// In the root namespace, as the other types of studies.
namespace FiniteNCheck.Verification;

/// <summary>
/// Quantities predicted by a program: a function of C# or, in study files, a command. It is asked once per study, and once per cell of a
/// sweep.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="Program">The program.</param>
public sealed record ProgramPrediction(string Name, Func<PredictionRequest, CancellationToken, PredictedValues> Program) : Prediction(Name)
{
    /// <inheritdoc/>
    internal override ImmutableArray<PredictedElement> Predict(PredictionSetting setting, CancellationToken cancellationToken)
    {
        ImmutableArray<Quantity> known = setting.KnownQuantities;
        PredictionRequest request = new(
            setting.Model,
            setting.Model.Parameters.SetItems(
                setting.Cell?.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)) ?? []),
            [.. known.Select(quantity => quantity.Name)],
            setting.Times);
        PredictedValues predicted = Program(request, cancellationToken) ?? throw Error(setting, "nothing", "a table of values");
        foreach (string name in (predicted.Values?.Keys ?? []).Concat(predicted.Errors?.Keys ?? []))
        {
            if (!known.Any(quantity => string.Equals(quantity.Name, name, StringComparison.Ordinal)))
            {
                throw Error(
                    setting,
                    $"a value of {Wording.Quote(name)}",
                    $"the quantities asked for, such as {known[0].Name}",
                    Wording.DidYouMean(name, known.Select(quantity => quantity.Name), "Correct the name."));
            }
        }

        return predicted.Values is { Count: > 0 } values
            ? [.. known.Where(quantity => values.ContainsKey(quantity.Name)).Select(quantity => Element(setting, quantity, predicted))]
            : throw Error(setting, "no values", $"values of at least one quantity, such as {known[0].Name}");
    }

    private PredictedElement Element(PredictionSetting setting, Quantity quantity, PredictedValues predicted)
    {
        IReadOnlyList<double?> values = predicted.Values[quantity.Name];
        IReadOnlyList<double?>? errors = null;
        predicted.Errors?.TryGetValue(quantity.Name, out errors);
        Check(setting, quantity.Name, "values", values);
        Check(setting, quantity.Name, "errors", errors ?? values);
        return new PredictedElement(
            quantity,
            [.. values.Select((value, t) => value is { } number ? new Measured(number, Math.Abs(errors?[t] ?? 0)) : (Measured?)null)]);
    }

    private void Check(PredictionSetting setting, string quantity, string kind, IReadOnlyList<double?> numbers)
    {
        if (numbers?.Count != setting.Times.Length)
        {
            throw Error(
                setting, $"{numbers?.Count ?? 0} {kind} of {quantity}", $"{setting.Times.Length}, one per time; null where there is none");
        }

        if (numbers.Any(number => number is { } each && !double.IsFinite(each)))
        {
            throw Error(setting, $"{kind} of {quantity} that are not finite", "finite numbers; null where there is none");
        }
    }

    private InputException Error(PredictionSetting setting, string found, string allowed, string remedy = "Correct the program.") =>
        new($"study '{setting.Study}', prediction '{Name}': the program gives {found}; allowed: {allowed}. {remedy}");
}
