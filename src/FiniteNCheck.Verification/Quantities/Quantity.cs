using System.Collections.Immutable;
using FiniteNCheck.Exact;
using FiniteNCheck.Model;
using FiniteNCheck.Model.StateFunctions;
using FiniteNCheck.Theory;

namespace FiniteNCheck.Verification.Quantities;

/// <summary>
/// A number that claims are about: a name, a way to read it off an exact state, and where there is one, off the Gaussian limit. Means and
/// elements of the covariance are the first two kinds.
/// </summary>
/// <param name="Name">Its name: <c>z.all</c> for a mean, <c>z.all,z.all</c> for a covariance, otherwise one of the user's.</param>
/// <param name="Formula">What it is.</param>
public sealed record Quantity(string Name, TermFormula Formula)
{
    /// <summary>The functions of the state that an exact run must record for it.</summary>
    public IEnumerable<StateFunction> Functions => Formula.Terms.Select(term => term.Function).OfType<StateFunction>();

    /// <summary>Whether a name is that of this quantity; the two observables of a covariance may stand in either order.</summary>
    /// <param name="name">The name.</param>
    internal bool HasName(string name) =>
        string.Equals(name, Name, StringComparison.Ordinal)
        || (name.Split(',') is [var first, var second] && string.Equals($"{second.Trim()},{first.Trim()}", Name, StringComparison.Ordinal));

    /// <summary>An average.</summary>
    /// <param name="observable">The observable, such as <c>z.all</c>.</param>
    public static Quantity Mean(string observable) => new(observable, TermFormula.Of(new MeanTerm(observable)));

    /// <summary>The decay rate of the slowest mode, <c>gap</c>, and its frequency, <c>gap.imaginary</c>.</summary>
    public static ImmutableArray<Quantity> SlowestMode { get; } =
    [
        new("gap", TermFormula.Of(new StateFunctionTerm(new SlowestMode(IsFrequency: false)))),
        new("gap.imaginary", TermFormula.Of(new StateFunctionTerm(new SlowestMode(IsFrequency: true)))),
    ];

    /// <summary>An element of the covariance.</summary>
    /// <param name="first">The first observable.</param>
    /// <param name="second">The second observable.</param>
    public static Quantity Covariance(string first, string second) =>
        new($"{first},{second}", TermFormula.Of(new CovarianceTerm(first, second)));

    /// <summary>The averages of a model.</summary>
    /// <param name="model">The model.</param>
    public static ImmutableArray<Quantity> MeansOf(SymmetricModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.ObservableNames.Select(Mean)];
    }

    /// <summary>The different elements of the covariance of a model: its upper triangle, row by row.</summary>
    /// <param name="model">The model.</param>
    public static ImmutableArray<Quantity> CovariancesOf(SymmetricModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        ImmutableArray<string> names = model.ObservableNames;
        return [.. names.SelectMany((first, a) => names.Skip(a).Select(second => Covariance(first, second)))];
    }

    /// <summary>Reads it off an exact state.</summary>
    /// <param name="model">The model.</param>
    /// <param name="result">The states of one size.</param>
    /// <param name="time">Index of the time.</param>
    public Measured Read(SymmetricModel model, ExactResult result, int time)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(result);
        return Formula.Evaluate(
            name => FormulaNames.ValueOf(name, model, result.Moments.Times[time], (result.N, result.Spins.Sum())),
            term => term.Read(model, result, time));
    }

    /// <summary>Reads it off the Gaussian limit; <see langword="null"/> if it has no value there.</summary>
    /// <param name="model">The model.</param>
    /// <param name="theory">The limit.</param>
    /// <param name="time">Index of the time.</param>
    public Measured? ReadLimit(SymmetricModel model, TheoryResult theory, int time)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(theory);
        return Formula.DependsOnSize || Formula.Terms.Any(term => term.ReadLimit(model, theory, time) is null)
            ? null
            : Formula.Evaluate(
                name => FormulaNames.ValueOf(name, model, theory.Moments.Times[time], size: null),
                term => term.ReadLimit(model, theory, time)!.Value);
    }
}
