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
        new ProgramPrediction(Name, (request, token) => Read(Run(request, token))).Predict(setting, cancellationToken);

    private string Run(PredictionRequest request, CancellationToken cancellationToken)
    {
        StringBuilder error = new();
        using MemoryStream output = new();
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        Command command = Cli.Wrap(Command[0])
            .WithArguments(Command.Skip(1))
            .WithWorkingDirectory(Directory)
            .WithStandardInputPipe(PipeSource.FromString(Write(request)))
            .WithStandardOutputPipe(PipeTarget.Create((source, token) => CopyAsync(source, output, token)))
            .WithStandardErrorPipe(PipeTarget.Create((source, token) => KeepEndAsync(source, error, token)))
            .WithValidation(CommandResultValidation.None);
        try
        {
            CommandResult result = command.ExecuteAsync(limit.Token).Task.GetAwaiter().GetResult();
            return result.IsSuccess
                ? Encoding.UTF8.GetString(output.ToArray())
                : throw Error($"ending with exit status {result.ExitCode}{Said(error)}", "exit status 0", "Correct the program.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Error(
                $"still running after {Numeral.Of(TimeLimit.TotalSeconds)} s{Said(error)}",
                "a program that ends",
                "Correct it, or give the prediction a longer 'time-limit'.");
        }
        catch (Exception exception) when (exception is CliWrapException or System.ComponentModel.Win32Exception or IOException)
        {
            throw Error(
                $"that cannot be run ({(exception.InnerException ?? exception).Message.Split('\n')[0].Trim()})",
                "a program and its arguments",
                "Check its name, its path and whether it may be executed.");
        }
    }

    private async Task CopyAsync(Stream source, MemoryStream target, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[1 << 16];
        while (await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and int count)
        {
            target.Write(buffer, 0, count);
            if (target.Length > MaxOutputBytes)
            {
                throw Error($"writing more than {MaxOutputBytes >> 20} MiB of output", "one JSON document", "Correct the program.");
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

    private PredictedValues Read(string json)
    {
        const string allowed = "one JSON document { \"values\": { quantity: [number or null per time] }, \"errors\": the same, optional }";
        try
        {
            using JsonDocument document = JsonDocument.Parse(json.TrimStart('\uFEFF'));
            return new PredictedValues(
                Lists(document.RootElement.GetProperty("values")),
                document.RootElement.TryGetProperty("errors", out JsonElement errors) && errors.ValueKind is not JsonValueKind.Null
                    ? Lists(errors)
                    : null);
        }
        catch (Exception exception) when (exception
            is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            string text = json.Trim();
            throw Error(text.Length == 0 ? "writing nothing" : $"writing {Wording.Quote(text)}", allowed, "Correct the program.");
        }
    }

    private static Dictionary<string, IReadOnlyList<double?>> Lists(JsonElement element) => element.EnumerateObject().ToDictionary(
        property => property.Name,
        property => (IReadOnlyList<double?>)
        [
            .. property.Value.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? (double?)null : value.GetDouble()),
        ],
        StringComparer.Ordinal);

    // Programs say last what went wrong.
    private static async Task KeepEndAsync(Stream source, StringBuilder target, CancellationToken cancellationToken)
    {
        using StreamReader reader = new(source, leaveOpen: true);
        char[] buffer = new char[1 << 12];
        while (await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and int count)
        {
            target.Append(buffer, 0, count);
            target.Remove(0, Math.Max(0, target.Length - MaxErrorLength));
        }
    }

    private static string Said(StringBuilder error)
    {
        string text = error.ToString().Trim();
        return text.Length == 0 ? string.Empty : $" (it says: {Wording.OneLine(text)})";
    }

    private PredictionException Error(string found, string allowed, string remedy) =>
        new($"the command {Line} {found}", allowed, remedy);
}
