using System.Collections.Immutable;
using FiniteNCheck.Files.Formulas;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Formulas;
using FiniteNCheck.Model.StateFunctions;

namespace FiniteNCheck.Verification.Quantities;

/// <summary>What formulas about one model may name, and the terms that their calls stand for.</summary>
internal sealed class Vocabulary
{
    private static readonly string[] Sizes = [FormulaNames.Spins, FormulaNames.Size];

    private readonly Dictionary<string, QuantityTerm> terms = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> observables;
    private readonly ImmutableArray<string> blocks;
    private readonly ImmutableArray<string> spinBlocks;
    private readonly bool hasLevels;

    private Vocabulary(SymmetricModel model, IEnumerable<string> sizes, Func<Vocabulary, ImmutableArray<FormulaCall>> calls)
    {
        observables = model.ObservableNames;
        blocks = [.. model.Blocks.Select(block => block.Name)];
        spinBlocks = [.. model.Blocks.Where(block => block.Levels.IsEmpty).Select(block => block.Name)];
        hasLevels = model is not CollectiveModel;
        Scope = new FormulaScope([.. sizes, FormulaNames.Time, .. model.Parameters.Keys], calls(this));
    }

    /// <summary>The scope for the parser.</summary>
    public FormulaScope Scope { get; }

    /// <summary>What a formula may consist of, for messages.</summary>
    public string Description => $"a formula of {string.Join(", ", Scope.Calls.Select(call => call.Form).Concat(Scope.Variables))}";

    /// <summary>Formulas of quantities: numbers read off an exact state.</summary>
    /// <param name="model">The model.</param>
    public static Vocabulary OfQuantities(SymmetricModel model) => new(
        model,
        Sizes,
        words =>
        [
            words.Call("mean", "'z.all'", arguments => new MeanTerm(words.Observables(arguments, 1, 1)[0])),
            words.Call("cov", "'z.all','z.all'", words.Covariance),
            words.Call(
                "cumulant", "'z.all','z.all','z.all'", arguments => new Cumulant(words.Observables(arguments, 1, Cumulant.MaxOrder))),
            words.Call("purity", "", arguments => new Purity(), length: 0),
            words.Call("entropy", "", arguments => new Entropy(), length: 0),
            words.Call("squeezing", "'all'", arguments => new SqueezingTerm(words.SpinBlock(arguments[0])), length: 1),
            words.Call("lognegativity", "'plus','minus'", words.LogarithmicNegativity, length: 2),
            words.Call("probability", "'z.all', 0.5", words.Probability, length: 2),
            words.Call("gap", "", arguments => new SlowestMode(IsFrequency: false), length: 0),
            words.Call("gapfrequency", "", arguments => new SlowestMode(IsFrequency: true), length: 0),
            words.Call("twotime", "'z.all','z.all'", arguments => words.TimeCorrelation(arguments, isResponse: false), length: 2),
            words.Call("response", "'z.all','z.all'", arguments => words.TimeCorrelation(arguments, isResponse: true), length: 2),
            words.Call("weyl", "'r1; r; r2'", arguments => words.Weyl(arguments[0], isImaginary: false), length: 1),
            words.Call("weylimaginary", "'r1; r; r2'", arguments => words.Weyl(arguments[0], isImaginary: true), length: 1),
        ]);

    /// <summary>Formulas of predictions: the mean field and the covariance of the limit.</summary>
    /// <param name="model">The model.</param>
    public static Vocabulary OfPredictions(SymmetricModel model) => new(
        model, Sizes, words => [words.MeanField, words.Call("sigma", "'z.all','z.all'", words.Covariance)]);

    /// <summary>Formulas of a flow, a drift and a diffusion: the averages they act on.</summary>
    /// <param name="model">The model.</param>
    public static Vocabulary OfFlows(SymmetricModel model) => new(model, [], words => [words.MeanField]);

    /// <summary>Formulas of sizes, time and parameters alone, such as bounds.</summary>
    /// <param name="model">The model.</param>
    public static Vocabulary OfSizes(SymmetricModel model) => new(model, Sizes, _ => []);

    /// <summary>The formula with its terms.</summary>
    /// <param name="parsed">The formula as parsed in this scope, and its text.</param>
    public TermFormula Resolve((Formula Formula, string Text) parsed) => new(
        parsed.Text,
        parsed.Formula,
        [.. parsed.Formula.Variables.Distinct(StringComparer.Ordinal).Where(terms.ContainsKey).Select(name => terms[name])]);

    private FormulaCall MeanField => Call("mf", "'z.all'", arguments => new MeanTerm(Observables(arguments, 1, 1)[0]));

    private FormulaCall Call(string name, string example, Func<ImmutableArray<object>, StateFunction> function, int length) =>
        Call(name, example, arguments => new StateFunctionTerm(OfTwoLevels(name, function(arguments))), length);

    private FormulaCall Call(string name, string example, Func<ImmutableArray<object>, Cumulant> function) =>
        Call(name, example, arguments => new StateFunctionTerm(OfTwoLevels(name, function(arguments))));

    private StateFunction OfTwoLevels(string name, StateFunction function) => hasLevels
        ? throw new FormulaException(
            $"{name} of sites with levels", "Use mean and cov: functions of the whole state are for blocks without levels.")
        : function;

    private FormulaCall Call(
        string name, string example, Func<ImmutableArray<object>, QuantityTerm> term, int? length = null)
    {
        string form = $"{name}({example})";
        return new FormulaCall(name, form, arguments =>
        {
            if (length is { } fixedLength && arguments.Length != fixedLength)
            {
                throw new FormulaException($"{name} of {Wording.Count(arguments.Length, "argument")}", $"Write {form}.");
            }

            QuantityTerm found = term(arguments);
            terms[$"{found}"] = found;
            return $"{found}";
        });
    }

    private CovarianceTerm Covariance(ImmutableArray<object> arguments) =>
        Observables(arguments, 2, 2) is [var first, var second]
            ? new CovarianceTerm(first, second)
            : throw new InvalidOperationException("Two observables were asked for.");

    private LogarithmicNegativity LogarithmicNegativity(ImmutableArray<object> arguments)
    {
        (string first, string second) = (Block(arguments[0]), Block(arguments[1]));
        return !string.Equals(first, second, StringComparison.Ordinal)
            ? new LogarithmicNegativity(first, second)
            : throw new FormulaException($"the block '{first}' twice", "Name two different blocks.");
    }

    private Probability Probability(ImmutableArray<object> arguments)
    {
        string observable = Observables([arguments[0]], 1, 1)[0];
        return arguments[1] is double and >= -1 and <= 1 and var value
            ? new Probability(observable, value)
            : throw new FormulaException(
                $"the value {(arguments[1] is double number ? Numeral.Exact(number) : $"'{arguments[1]}'")} of {observable}",
                "Give a number from -1 to 1: a block average has no other values.");
    }

    private TimeCorrelation TimeCorrelation(ImmutableArray<object> arguments, bool isResponse) =>
        Observables(arguments, 2, 2) is [var later, var earlier]
            ? new TimeCorrelation(later, earlier, isResponse)
            : throw new InvalidOperationException("Two observables were asked for.");

    private WeylFunction Weyl(object argument, bool isImaginary)
    {
        string text = argument as string ?? throw new FormulaException(
            "a number where the arguments of Weyl operators stand", "Write three lists in quotes, such as '1,0,0; 0,0,1; 0,1,0'.");
        WeylTriple triple = WeylTriple.Parse(text, out string problem)
            ?? throw new FormulaException(
                $"the arguments '{text}' of Weyl operators, of which {problem}",
                "Write three lists r1; r; r2 of finite numbers, separated by commas, such as '1,0,0; 0,0,1; 0,1,0'.");
        int wrong = new[] { triple.Left, triple.Inner, triple.Right }.Select(list => list.Length).FirstOrDefault(
            length => length != observables.Length);
        return wrong == 0
            ? new WeylFunction(triple, isImaginary)
            : throw new FormulaException(
                $"a list of {Wording.Count(wrong, "number")} in '{text}'",
                $"Give one for each of {string.Join(", ", observables)}, {observables.Length} in each list.");
    }

    private ImmutableArray<string> Observables(ImmutableArray<object> arguments, int min, int max)
    {
        if (arguments.Length < min || arguments.Length > max)
        {
            string allowed = min == max ? $"{min}" : $"{min} to {max}";
            throw new FormulaException(Wording.Count(arguments.Length, "observable"), $"Name {allowed}, each in quotes.");
        }

        return [.. arguments.Select(argument => Named(argument, "observable", observables))];
    }

    private string SpinBlock(object argument) => argument is string name && blocks.Contains(name, StringComparer.Ordinal)
        ? Named(argument, "block without levels", spinBlocks)
        : Named(argument, "block", spinBlocks);

    private string Block(object argument) => Named(argument, "block", blocks);

    private static string Named(object argument, string kind, ImmutableArray<string> known) => argument switch
    {
        string name when known.Contains(name, StringComparer.Ordinal) => name,
        string name => throw new FormulaException(
            $"the unknown {kind} '{name}'",
            Wording.DidYouMean(name, known, known.IsEmpty ? "There is none." : $"Known are {string.Join(", ", known)}.")),
        _ => throw new FormulaException($"a number where the name of the {kind} stands", "Write the name in quotes."),
    };
}
