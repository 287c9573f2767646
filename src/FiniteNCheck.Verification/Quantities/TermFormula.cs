using System.Collections.Immutable;
using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Verification.Quantities;

/// <summary>A formula of terms, sizes, time and the parameters of the model.</summary>
/// <param name="Text">The formula as it was written.</param>
/// <param name="Formula">The formula; its variables are the texts of the terms, and names of numbers.</param>
/// <param name="Terms">The terms, without duplicates.</param>
public sealed record TermFormula(string Text, Formula Formula, ImmutableArray<QuantityTerm> Terms)
{
    // What rounding does to a number that goes into a formula: the operations after it are as many.
    private const double Rounding = 4 * 2.220446049250313e-16;

    /// <summary>The formula of one term.</summary>
    /// <param name="term">The term.</param>
    public static TermFormula Of(QuantityTerm term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return new TermFormula($"{term}", Formula.Variable($"{term}"), [term]);
    }

    /// <summary>The term that it is by itself; <see langword="null"/> for any other formula.</summary>
    internal QuantityTerm? Term => Terms is [var term] && Formula == Formula.Variable($"{term}") ? term : null;

    /// <summary>The names of numbers that it uses: N, n, t, parameters.</summary>
    internal IEnumerable<string> Numbers => Formula.Variables.Except(Terms.Select(term => $"{term}"), StringComparer.Ordinal);

    /// <summary>Whether it depends on the size of the system by itself, not only through its terms.</summary>
    internal bool DependsOnSize => Numbers.Any(FormulaNames.IsSize);

    /// <summary>
    /// The value, with the bounds of the terms' errors carried to it: each term is moved by its bound, and the changes add up.
    /// </summary>
    /// <param name="number">The value of N, n, t or a parameter.</param>
    /// <param name="read">Reads a term.</param>
    internal Measured Evaluate(Func<string, double> number, Func<QuantityTerm, Measured> read)
    {
        if (Term is { } term)
        {
            return read(term);
        }

        Dictionary<string, Measured> terms = new(StringComparer.Ordinal);
        foreach (QuantityTerm each in Terms)
        {
            terms[$"{each}"] = read(each);
        }

        double value = Shifted(null, 0);
        double error = Rounding * Math.Abs(value);
        foreach ((string name, Measured measured) in terms)
        {
            double shift = measured.Error + (Rounding * Math.Abs(measured.Value));
            error += Math.Max(Math.Abs(Shifted(name, shift) - value), Math.Abs(Shifted(name, -shift) - value));
        }

        return new Measured(value, error);

        double Shifted(string? moved, double shift) => Formula.Evaluate(name => terms.TryGetValue(name, out Measured measured)
            ? measured.Value + (string.Equals(name, moved, StringComparison.Ordinal) ? shift : 0)
            : number(name));
    }
}
