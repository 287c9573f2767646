using System.Collections.Immutable;

namespace FiniteNCheck.Model;

/// <summary>
/// The arguments of <c>G(r1, r, r2; t) = omega(W(r1) e^(tL)[W_t(r)] W(r2))</c> (36): Weyl operators <c>W(q) = exp(i q.F)</c> at time 0 on
/// both sides of one at time t. The outer F subtract the averages at time 0, the inner one those at time t (27).
/// </summary>
/// <param name="Left"><c>r1</c>: one number per observable, in the order of <see cref="SymmetricModel.ObservableNames"/>.</param>
/// <param name="Inner"><c>r</c>, likewise.</param>
/// <param name="Right"><c>r2</c>, likewise.</param>
public sealed record WeylTriple(ImmutableArray<double> Left, ImmutableArray<double> Inner, ImmutableArray<double> Right)
{
    /// <summary>The largest modulus of a component. Every G has vanished long before.</summary>
    public const double MaxComponent = 1e6;

    /// <summary>The triple with both outer arguments exchanged: <c>G(-r1, -r, -r2) = conj G(r2, r, r1)</c>.</summary>
    public WeylTriple Exchanged => new(Right, Inner, Left);

    /// <summary>Checks that the triple fits a model.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">
    /// A list has another length than the observables, or a component is too large or no number.
    /// </exception>
    public void Check(CollectiveModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        ImmutableArray<string> names = model.ObservableNames;
        foreach ((string name, ImmutableArray<double> list) in new[] { ("r1", Left), ("r", Inner), ("r2", Right) })
        {
            if (list.Length != names.Length)
            {
                throw new InputException(
                    $"{name} of the Weyl triple has {list.Length} components: model {Wording.Quote(model.Name)} has {names.Length} "
                    + $"observables, {string.Join(", ", names.Take(12))}{(names.Length > 12 ? ", .." : "")}. Give one number for each.");
            }

            int bad = list.ToList().FindIndex(component => !(Math.Abs(component) <= MaxComponent));
            if (bad >= 0)
            {
                throw new InputException(
                    $"{name} of the Weyl triple is {Numeral.Exact(list[bad])} for {names[bad]}: expected a number from "
                    + $"{Numeral.Exact(-MaxComponent)} to {Numeral.Exact(MaxComponent)}. Give one in that range.");
            }
        }
    }
}
