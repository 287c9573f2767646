using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CliWrap;
using CliWrap.Exceptions;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Verification.Assertions;

namespace FiniteNCheck.Verification.Predictions;

/// <summary>
/// Quantities predicted by a command, which reads a JSON document with <c>model</c>, <c>parameters</c>, <c>quantities</c> and
/// <c>times</c> from its standard input and writes one with <c>values</c> and, optionally, <c>errors</c> to its standard output. It runs
/// without a shell.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Directory">The working directory: that of the study file.</param>
/// <param name="TimeLimit">How long it may take.</param>
internal sealed record CommandPrediction(string Name, ImmutableArray<string> Command, string Directory, TimeSpan TimeLimit)
    : Prediction(Name)
{
    /// <summary>How long a command may take where a study says nothing.</summary>
    public static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromMinutes(1);

    private const int MaxOutputBytes = 16 << 20;
    private const int MaxErrorLength = 400;

    private string Line => Wording.Quote(string.Join(' ', Command));

    /// <inheritdoc/>
    internal override ImmutableArray<PredictedElement> Predict(PredictionSetting setting, CancellationToken cancellationToken) =>
        new ProgramPrediction(Name, (request, token) => Read(setting, Run(setting, request, token))).Predict(setting, cancellationToken);

    private string Run(PredictionSetting setting, PredictionRequest request, CancellationToken cancellationToken)
    {
        StringBuilder error = new();
        using MemoryStream output = new();
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        Command command = Cli.Wrap(Command[0])
            .WithArguments(Command.Skip(1))
            .WithWorkingDirectory(Directory)
            .WithStandardInputPipe(PipeSource.FromString(Write(request)))
            .WithStandardOutputPipe(PipeTarget.Create((source, token) => CopyAsync(setting, source, output, token)))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(error))
            .WithValidation(CommandResultValidation.None);
        try
        {
            CommandResult result = command.ExecuteAsync(limit.Token).Task.GetAwaiter().GetResult();
            return result.IsSuccess
                ? Encoding.UTF8.GetString(output.ToArray())
                : throw Error(setting, $"exit status {result.ExitCode}{Said(error)}", "exit status 0", "Correct the program.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Error(
                setting,
                $"no end within {Numeral.Of(TimeLimit.TotalSeconds)} s{Said(error)}",
                "a program that ends",
                "Correct it, or give the prediction a longer 'time-limit'.");
        }
        catch (Exception exception) when (exception is CliWrapException or System.ComponentModel.Win32Exception or IOException)
        {
            throw Error(
                setting,
                $"a program that cannot be run ({exception.Message.Split('\n')[0].Trim()})",
                "a program and its arguments",
                "Check its name and its path.");
        }
    }

    private async Task CopyAsync(PredictionSetting setting, Stream source, MemoryStream target, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[1 << 16];
        while (await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and int count)
        {
            target.Write(buffer, 0, count);
            if (target.Length > MaxOutputBytes)
            {
                throw Error(setting, $"more than {MaxOutputBytes >> 20} MiB of output", "one JSON document", "Correct the program.");
            }
        }
    }

    private static string Write(PredictionRequest request) => new JsonObject
    {
        ["model"] = JsonNode.Parse(ModelJson.Serialize(request.Model)),
        ["parameters"] = new JsonObject(request.Parameters.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        ["quantities"] = new JsonArray([.. request.Quantities.Select(name => (JsonNode?)name)]),
        ["times"] = new JsonArray([.. request.Times.Select(time => (JsonNode?)time)]),
    }.ToJsonString();

    private PredictedValues Read(PredictionSetting setting, string json)
    {
        const string allowed = "one JSON document { \"values\": { quantity: [number per time] }, \"errors\": the same, optional }";
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return new PredictedValues(
                Lists(document.RootElement.GetProperty("values")),
                document.RootElement.TryGetProperty("errors", out JsonElement errors) ? Lists(errors) : null);
        }
        catch (Exception exception) when (exception
            is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            string start = Wording.Quote(json.Trim());
            throw Error(setting, json.Trim().Length == 0 ? "no output" : $"the output {start}", allowed, "Correct the program.");
        }
    }

    private static Dictionary<string, IReadOnlyList<double?>> Lists(JsonElement element) => element.EnumerateObject().ToDictionary(
        property => property.Name,
        property => (IReadOnlyList<double?>)
        [
            .. property.Value.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? (double?)null : value.GetDouble()),
        ],
        StringComparer.Ordinal);

    private static string Said(StringBuilder error)
    {
        string text = error.ToString().Trim();
        string end = text.Length > MaxErrorLength ? text[^MaxErrorLength..] : text;
        return text.Length == 0 ? string.Empty : $" (it says: {Wording.OneLine(end)})";
    }

    private InputException Error(PredictionSetting setting, string found, string allowed, string remedy) =>
        new($"study '{setting.Study}', prediction '{Name}', command {Line}: found {found}; allowed: {allowed}. {remedy}");
}
