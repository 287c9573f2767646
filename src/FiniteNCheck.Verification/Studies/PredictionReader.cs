using System.Collections.Immutable;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Verification.Assertions;
using FiniteNCheck.Verification.Predictions;
using FiniteNCheck.Verification.Quantities;
using FiniteNCheck.Verification.Sweeps;

// In the root namespace, as the other types of studies.
namespace FiniteNCheck.Verification;

/// <summary>Reads the predictions of a study file.</summary>
/// <param name="model">The model.</param>
/// <param name="quantities">The quantities that the study names.</param>
/// <param name="times">The times.</param>
/// <param name="axes">The axes of the sweep, if any.</param>
internal sealed class PredictionReader(
    SymmetricModel model,
    ImmutableArray<Quantity> quantities,
    ImmutableArray<double> times,
    ImmutableArray<SweepAxis> axes)
{
    private const double MaxOrder = 10;
    private const double MaxExponent = 20;
    private const int MaxTimeLimit = 86_400;
    private const int MaxTitle = 120;

    private const string Forms =
        "a prediction { prediction: mean-field, expect: confirmed }, or one with name and one of values, formulas, fluctuations, command, "
        + "scaling, exponential";

    private static readonly string[] Kinds = ["prediction", "values", "formulas", "fluctuations", "command", "scaling", "exponential"];

    /// <summary>Reads one prediction.</summary>
    /// <param name="node">Its entry.</param>
    public ExpectedPrediction Read(YamlNode node)
    {
        YamlMap map = node.Map(Forms).Allow([.. Kinds, "name", "title", "order", "bound", "time-limit", "expect"]);
        string[] kinds = [.. map.Keys.Where(key => Kinds.Contains(key, StringComparer.Ordinal))];
        if (kinds is not [var kind])
        {
            throw kinds.Length == 0
                ? map.Error(Forms, "Say what is predicted.")
                : map.KeyError(kinds[1], $"{kinds[1]} beside {kinds[0]}", $"one of {string.Join(", ", Kinds)}", "Keep one of the two.");
        }

        if (map.Optional("time-limit") is { } limit && kind is not "command")
        {
            throw limit.Error("a time limit for a command only", "Remove it.", $"a time limit beside {kind}");
        }

        Prediction prediction = ReadKind(kind, map);
        Verdict expected = ExpectedVerdict.Read(map);
        Assertion assertion = ReadAssertion(kind, map, prediction) ?? prediction.Assertion;
        string[] statement = [.. new[] { prediction.Statement ?? string.Empty, assertion.Description }.Where(part => part.Length > 0)];
        return new ExpectedPrediction(
            prediction with
            {
                Title = map.Optional("title") is { } title ? TitleOf(title) : prediction.Title,
                Assertion = assertion,
                Statement = statement.Length > 0 ? string.Join(", ", statement) : null,
                Place = kind is not "prediction" || assertion is BoundAssertion ? $"{node.File}:{node.Line}: {node.Key}" : null,
            },
            expected);
    }

    private Prediction ReadKind(string kind, YamlMap map)
    {
        YamlNode value = map.Required(kind);
        if (kind is "prediction")
        {
            return value.Choice([.. Prediction.Known.Select(known => (known.Name, known))]) is var found && map.Optional("name") is { } name
                ? found with { Name = NameOf(name), Title = NameOf(name), Statement = $"as {found.Name}" }
                : found;
        }

        string own = NameOf(map.Required("name", "a name for the prediction"));
        return kind switch
        {
            "values" => TableReader.Read(own, value, FileOf(value), this.Find, times, axes),
            "formulas" => ReadFormulas(own, value.Map("a map of quantities to formulas, such as { chi: \"1/(1 - beta)\" }")),
            "fluctuations" => FluctuationReader.Read(own, FileOf(value), model),
            "command" => ReadCommand(own, value, map.Optional("time-limit")),
            "exponential" => ReadExponential(own, value),
            _ => ReadScaling(own, value),
        };
    }

    private static string TitleOf(YamlNode node) =>
        node.Text() is { Length: > 0 and <= MaxTitle } title && !title.Any(char.IsControl)
            ? title
            : throw node.Error($"a title of one line, of 1 to {MaxTitle} characters", "Correct it.");

    private static string NameOf(YamlNode node)
    {
        string name = node.Text();
        return !QuantityReader.IsName(name)
            ? throw node.Error("a name of letters, digits, '_' and '-' that begins with a letter", "Rename the prediction.")
            : Prediction.Known.Any(known => string.Equals(known.Name, name, StringComparison.Ordinal))
                ? throw node.Error("another name than those of the known predictions", $"Rename it, or write {{ prediction: {name} }}.")
                : name;
    }

    private FormulaPrediction ReadFormulas(string name, YamlMap map)
    {
        if (map.Keys.IsEmpty)
        {
            throw map.Error("at least one quantity with its formula", "Add one, such as { z.all: \"mf('z.all')\" }.");
        }

        Vocabulary words = Vocabulary.OfPredictions(model);
        ImmutableArray<(Quantity Quantity, TermFormula Formula)> formulas =
        [
            .. map.Keys.Select(key => (
                Find(key) ?? throw map.KeyError(
                    key, $"the unknown quantity {Wording.Quote(key)}", Known, Wording.DidYouMean(key, Names, "Add it to 'quantities'.")),
                words.Resolve(map.Required(key).Formula(words.Scope, words.Description)))),
        ];
        string? duplicate = map.Keys.Zip(formulas)
            .GroupBy(pair => pair.Second.Quantity.Name, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1)?.Last().First;
        if (duplicate is not null)
        {
            throw map.KeyError(duplicate, $"{Wording.Quote(duplicate)} twice", "one formula for each quantity", "Remove one of the two.");
        }

        return new FormulaPrediction(name, formulas)
        {
            Statement = string.Join("; ", formulas.Select(pair => $"{pair.Quantity.Name} = {pair.Formula.Text}")),
        };
    }

    private static CommandPrediction ReadCommand(string name, YamlNode node, YamlNode? limit)
    {
        ImmutableArray<string> command = node.List(item => item.Text(), "a program and its arguments, such as [python3, theory.py]");
        return command.IsEmpty
            ? throw node.Error("a program and its arguments, such as [python3, theory.py]", "Name the program.")
            : new CommandPrediction(
                name,
                command,
                node.Folder,
                limit is null ? CommandPrediction.DefaultTimeLimit : TimeSpan.FromSeconds(limit.WholeNumber(1, MaxTimeLimit)))
            {
                Statement = $"computed by {string.Join(' ', command)}",
            };
    }

    private ScalingPrediction ReadScaling(string name, YamlNode node)
    {
        YamlMap map = node.Map("{ quantity: ..., exponent: ..., prefactor: ... }")
            .Allow("quantity", "exponent", "prefactor", "corrections");
        Quantity quantity = Named(map.Required("quantity", Known));
        YamlNode power = map.Required("exponent", "a number such as 0.5");
        double exponent = Bounded(power, "an exponent");
        double? prefactor = PrefactorOf(map);
        double step = ScalingAssertion.StepFor(exponent);
        if (map.Optional("corrections") is { } corrections)
        {
            step = corrections.Number() is > 0 and <= 1 and var given
                ? given
                : throw corrections.Error(
                    "a power of 1/N above 0 and up to 1, by which successive corrections differ", "Correct it, or leave it out.");
        }

        return new ScalingPrediction(name, quantity, exponent)
        {
            Assertion = new ScalingAssertion(exponent, prefactor, step),
            Statement = $"{quantity.Name} = {FactorOf(prefactor)}N^{Numeral.Exact(exponent)}",
        };
    }

    private ScalingPrediction ReadExponential(string name, YamlNode node)
    {
        YamlMap map = node.Map("{ quantity: ..., rate: ..., prefactor: ... }").Allow("quantity", "rate", "prefactor");
        Quantity quantity = Named(map.Required("quantity", Known));
        YamlNode given = map.Required("rate", "a number such as 0.15, positive where the quantity falls");
        double rate = Bounded(given, "a rate per spin");
        double? prefactor = PrefactorOf(map);
        return new ScalingPrediction(name, quantity, rate)
        {
            Assertion = new ExponentialAssertion(rate, prefactor),
            Statement = $"{quantity.Name} = {FactorOf(prefactor)}exp(-{Numeral.Exact(rate)} N)".Replace("--", "", StringComparison.Ordinal),
        };
    }

    private static double Bounded(YamlNode node, string what) => Math.Abs(node.Number()) <= MaxExponent
        ? node.Number()
        : throw node.Error($"{what} from -{MaxExponent} to {MaxExponent}", "Correct it.");

    private static double? PrefactorOf(YamlMap map) => map.Optional("prefactor")?.Number() is 0
        ? throw map.KeyError("prefactor", "'0'", "a prefactor other than 0", "Correct it, or leave it out to claim none.")
        : map.Optional("prefactor")?.Number();

    private static string FactorOf(double? prefactor) => prefactor is { } number ? $"{Numeral.Exact(number)} " : "A ";

    private Assertion? ReadAssertion(string kind, YamlMap map, Prediction prediction)
    {
        (YamlNode? order, YamlNode? bound) = (map.Optional("order"), map.Optional("bound"));
        if (kind is "scaling" or "exponential" && (order ?? bound) is { } beside)
        {
            string found = beside == order ? "an order" : "a bound";
            throw beside.Error($"{kind} by itself", "Make two predictions of it.", $"{found} beside {kind}");
        }

        if (prediction.Assertion is NextOrderAssertion && (order ?? bound) is { } own)
        {
            throw own.Error(
                "no order and no bound: it claims order 2 of the values and order 1 of the slopes", "Remove it.", "a claim beside its own");
        }

        if (order is not null && bound is not null)
        {
            throw bound.Error("either order or bound", "Make two predictions of it.");
        }

        if (order is not null)
        {
            return order.Number() is > 0 and <= MaxOrder and var power
                ? new LimitAssertion(power)
                : throw order.Error($"a power of 1/N above 0 and up to {MaxOrder}", "Correct it, or leave it out for 1.");
        }

        Vocabulary words = Vocabulary.OfSizes(model);
        return bound is null ? null : new BoundAssertion(words.Resolve(bound.Formula(words.Scope, words.Description)));
    }

    private static string FileOf(YamlNode node) => node.NamedFile("the path of a file, relative to this one");

    private IEnumerable<string> Names =>
        model.ObservableNames.Concat(quantities.Select(quantity => quantity.Name));

    private string Known => $"an observable, two of them with a comma, or a quantity: {string.Join(", ", Names)}";

    private Quantity Named(YamlNode node)
    {
        string name = node.Text();
        return Find(name) ?? throw node.Error(
            Known, Wording.DidYouMean(name, Names, "Add it to 'quantities'."), $"the unknown quantity {Wording.Quote(name)}");
    }

    private Quantity? Find(string name)
    {
        string compact = string.Join(',', name.Split(',').Select(part => part.Trim()));
        return Quantity.MeansOf(model)
            .Concat(Quantity.CovariancesOf(model))
            .Concat(quantities)
            .Concat(Quantity.SlowestMode)
            .FirstOrDefault(each => each.HasName(compact));
    }
}
