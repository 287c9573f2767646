using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;

namespace FiniteNCheck.Exact.Readings;

/// <summary>Reads functions of the state of a model; checks first that the model has what they name.</summary>
internal sealed class FunctionReader
{
    private readonly string model;
    private readonly string[] observables;
    private readonly string[] blocks;

    /// <summary>Checks functions.</summary>
    /// <param name="model">The model.</param>
    /// <param name="functions">The functions.</param>
    /// <exception cref="InputException">A function names what the model does not have, or is incomplete.</exception>
    public FunctionReader(CollectiveModel model, ImmutableArray<StateFunction> functions)
    {
        this.model = model.Name;
        observables = [.. model.ObservableNames];
        blocks = [.. model.Blocks.Select(block => block.Name)];
        Functions = functions.IsDefault ? [] : functions;
        foreach (StateFunction function in Functions)
        {
            Check(function);
        }
    }

    /// <summary>The functions.</summary>
    public ImmutableArray<StateFunction> Functions { get; }

    /// <summary>Whether one of them tells blocks apart.</summary>
    public bool DistinguishesBlocks => Functions.Any(function => function.DistinguishesBlocks);

    /// <summary>Reads the functions, in their order.</summary>
    /// <param name="snapshot">The state; one group per block of the model where a function tells blocks apart.</param>
    public Reading[] Read(Snapshot snapshot)
    {
        var cumulants = new Lazy<CumulantReader>(
            () => new CumulantReader(snapshot, Functions.OfType<Cumulant>().Select(IndicesOf)));
        return [.. Functions.Select(function => function switch
        {
            Cumulant cumulant => cumulants.Value.Read(IndicesOf(cumulant)),
            Purity => PurityReader.Read(snapshot),
            Entropy => EntropyReader.Read(snapshot),
            LogarithmicNegativity of => NegativityReader.Read(snapshot, GroupOf(snapshot, of.First), GroupOf(snapshot, of.Second)),
            Probability of when IndexOf(of.Observable) is var a => ProbabilityReader.Read(snapshot, a / 3, (PauliAxis)(a % 3), of.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(snapshot), function, "No reader for this function."),
        })];
    }

    /// <summary>
    /// Errors of the functions from those of moments: of cumulants. Those of other functions cannot be had that way, and are infinite.
    /// </summary>
    /// <param name="snapshot">The state; one group per block of the model where a function tells blocks apart.</param>
    /// <param name="momentError">
    /// Bounds the error of the expectation value of a symmetrised product of centred and scaled spins, which are listed by index.
    /// </param>
    public double[] Errors(Snapshot snapshot, Func<int[], double> momentError)
    {
        var reader = new CumulantReader(snapshot, Functions.OfType<Cumulant>().Select(IndicesOf));
        return
        [
            .. Functions.Select(function =>
                function is Cumulant cumulant ? reader.Read(IndicesOf(cumulant), momentError).Error : double.PositiveInfinity),
        ];
    }

    /// <summary>The indices of the two blocks of a function.</summary>
    /// <param name="function">The function.</param>
    public (int First, int Second) BlocksOf(LogarithmicNegativity function) =>
        (Array.IndexOf(blocks, function.First), Array.IndexOf(blocks, function.Second));

    private int IndexOf(string observable) => Array.IndexOf(observables, observable);

    private int[] IndicesOf(Cumulant cumulant) => [.. cumulant.Observables.Select(IndexOf)];

    private int GroupOf(Snapshot snapshot, string block) => snapshot.System.Members[Array.IndexOf(blocks, block)].Group;

    private void Check(StateFunction function)
    {
        switch (function)
        {
            case Cumulant { Observables: { IsDefault: false, Length: >= 1 and <= Cumulant.MaxOrder } names }:
                Array.ForEach([.. names], name => Require(function, "observable", name, observables));
                break;
            case Cumulant { Observables: var names }:
                throw new InputException(
                    $"a cumulant has {(names.IsDefault ? 0 : names.Length)} observables: 1 to {Cumulant.MaxOrder} are possible. "
                    + $"Give so many, such as {observables[0]},{observables[0]}.");
            case LogarithmicNegativity negativity:
                Require(function, "block", negativity.First, blocks);
                Require(function, "block", negativity.Second, blocks);
                if (string.Equals(negativity.First, negativity.Second, StringComparison.Ordinal))
                {
                    throw new InputException($"{function} names one block twice: two different ones are needed. Name another block.");
                }

                break;
            case Probability probability:
                Require(function, "observable", probability.Observable, observables);
                if (!(probability.Value is >= -1 and <= 1))
                {
                    throw new InputException(
                        $"{function} asks for the value {Numeral.Exact(probability.Value)}: block averages lie between -1 and 1. "
                        + "Give a value in that range.");
                }

                break;
            case SlowestMode or TimeCorrelation or WeylFunction:
                throw new InputException(
                    $"{function} is no function of a state: it needs runs of its own, which this calculation does not make. "
                    + "Leave it out here; exact and studies with finite times have it.");
            default:
                break;
        }
    }

    private void Require(StateFunction function, string kind, string? name, string[] known)
    {
        if (!known.Contains(name, StringComparer.Ordinal))
        {
            string all = string.Join(", ", known.Take(12)) + (known.Length > 12 ? ", .." : "");
            throw new InputException(
                $"{Wording.OneLine(function.ToString())} names the {kind} {Wording.Quote(name ?? string.Empty)}: "
                + $"model {Wording.Quote(model)} has {all}. "
                + Wording.DidYouMean(name ?? string.Empty, known, "Use one of these."));
        }
    }
}
