using System.Collections.Immutable;
using FiniteNCheck.Cli.Arguments;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Cli.Verbs.Models;

/// <summary>What is asked for beyond means and covariances.</summary>
/// <param name="TwoTime">Whether two-time functions are.</param>
/// <param name="Weyl">The Weyl operators, or <see langword="null"/>.</param>
internal readonly record struct CorrelationRequest(bool TwoTime, WeylTriple? Weyl)
{
    /// <summary>Reads <c>--two-time</c> and <c>--weyl</c>.</summary>
    /// <param name="options">The options.</param>
    public static CorrelationRequest Read(OptionReader options) => new(options.Has(Options.TwoTime), options.Weyl());

    /// <summary>Checks that what is asked for exists for a model, and fits it.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">It does not.</exception>
    public void Check(SymmetricModel model)
    {
        if (TwoTime || Weyl is not null)
        {
            CollectiveModel pauli = TwoLevels.Require(model, TwoTime ? "two-time functions" : "Weyl operators");
            Weyl?.Check(pauli);
        }
    }

    /// <summary>The parameters by which the result says what was asked for; none where nothing was.</summary>
    public IEnumerable<(string Name, string Value)> Parameters
    {
        get
        {
            if (TwoTime)
            {
                yield return ("two-time", "yes");
            }

            if (Weyl is { } triple)
            {
                yield return ("weyl", $"{List(triple.Left)}; {List(triple.Inner)}; {List(triple.Right)}");
            }
        }
    }

    private static string List(ImmutableArray<double> components) => string.Join(',', components.Select(value => Numeral.Exact(value)));
}
