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
        PredictedValues predicted = Ask(request, cancellationToken);
        var values = ByQuantity(known, "value", predicted.Values);
        var errors = ByQuantity(known, "error", predicted.Errors);
        if (errors.Keys.FirstOrDefault(name => !values.ContainsKey(name)) is { } alone)
        {
            throw Error($"errors of {alone} without values", "errors of quantities that have values");
        }

        ImmutableArray<PredictedElement> elements =
        [
            .. known.Where(quantity => values.ContainsKey(quantity.Name)).Select(quantity =>
                Element(quantity, values[quantity.Name], errors.GetValueOrDefault(quantity.Name), setting.Times.Length)),
        ];
        return elements.Any(element => element.Limits.Any(limit => limit is not null))
            ? elements
            : throw Error("no values", $"values of at least one quantity, such as {known[0].Name}, at one time or more");
    }

    private PredictedValues Ask(PredictionRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return Program(request, cancellationToken) ?? throw Error("nothing", "a table of values");
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or PredictionException))
        {
            throw new PredictionException(
                $"{exception.GetType().Name} ({exception.Message})", "a program that returns values", "Correct the program.", exception);
        }
    }

    private static ImmutableDictionary<string, IReadOnlyList<double?>> ByQuantity(
        ImmutableArray<Quantity> known, string kind, IReadOnlyDictionary<string, IReadOnlyList<double?>>? numbers)
    {
        var found = ImmutableDictionary.CreateBuilder<string, IReadOnlyList<double?>>(StringComparer.Ordinal);
        foreach ((string name, IReadOnlyList<double?> list) in numbers ?? ImmutableDictionary<string, IReadOnlyList<double?>>.Empty)
        {
            string quantity = known.FirstOrDefault(each => each.HasName(name))?.Name ?? throw Error(
                $"{kind}s of the unknown quantity {Wording.Quote(name)}",
                $"the quantities asked for, such as {known[0].Name}",
                Wording.DidYouMean(name, known.Select(each => each.Name), "Correct the name."));
            if (!found.TryAdd(quantity, list))
            {
                throw Error($"{kind}s of {quantity} twice", "each quantity once");
            }
        }

        return found.ToImmutable();
    }

    private static PredictedElement Element(
        Quantity quantity, IReadOnlyList<double?> values, IReadOnlyList<double?>? errors, int times)
    {
        Check(quantity.Name, "value", values, times);
        Check(quantity.Name, "error", errors ?? values, times);
        return errors?.Any(error => error < 0) == true
            ? throw Error($"a negative error of {quantity.Name}", "bounds of the errors, 0 or larger; null where there is none")
            : new PredictedElement(
                quantity,
                [.. values.Select((value, t) => value is { } number ? new Measured(number, errors?[t] ?? 0) : (Measured?)null)]);
    }

    private static void Check(string quantity, string kind, IReadOnlyList<double?> numbers, int times)
    {
        int count = numbers?.Count ?? 0;
        if (count != times)
        {
            throw Error($"{Wording.Count(count, kind)} of {quantity}", $"{times}, one per time; null where there is none");
        }

        if (numbers!.Any(number => number is { } each && !double.IsFinite(each)))
        {
            throw Error($"{kind}s of {quantity} that are not finite", "finite numbers; null where there is none");
        }
    }

    private static PredictionException Error(string found, string allowed, string remedy = "Correct the program.") =>
        new(found, allowed, remedy);
}
