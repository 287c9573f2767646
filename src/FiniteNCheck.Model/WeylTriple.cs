using System.Collections.Immutable;
using System.Globalization;

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

    /// <summary>The triple as people write it: <c>r1; r; r2</c>, the numbers of each list separated by commas.</summary>
    public string Text => string.Join("; ", new[] { Left, Inner, Right }.Select(list => string.Join(",", list.Select(Numeral.Exact))));

    /// <summary>Reads three lists <c>r1; r; r2</c> of numbers separated by commas.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">What is wrong with it, or an empty text.</param>
    /// <returns>The triple, or <see langword="null"/>.</returns>
    public static WeylTriple? Parse(string text, out string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] lists = text.Split(';');
        if (lists.Length != 3)
        {
            problem = $"there are {lists.Length} lists";
            return null;
        }

        ImmutableArray<double>[] components = new ImmutableArray<double>[lists.Length];
        for (int i = 0; i < lists.Length; i++)
        {
            string[] parts = [.. lists[i].Split(',').Select(part => part.Trim())];
            double[] numbers = [.. parts.Select(ComponentOf)];
            if (Array.FindIndex(numbers, number => !double.IsFinite(number)) is >= 0 and var bad)
            {
                problem = $"'{parts[bad]}' is not a finite number";
                return null;
            }

            components[i] = [.. numbers];
        }

        problem = string.Empty;
        return new WeylTriple(components[0], components[1], components[2]);
    }

    private static double ComponentOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;

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
