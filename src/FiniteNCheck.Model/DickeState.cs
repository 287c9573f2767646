using System.Collections.Immutable;
using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Model;

/// <summary>
/// The product over the blocks of their Dicke states: the symmetric pure state of a block in which a given number of spins is up along z.
/// </summary>
/// <param name="Up">For each block the number of spins up, as a formula of <c>n</c>: 3, or n/4.</param>
public sealed record DickeState(ImmutableArray<Formula> Up) : InitialState
{
    /// <inheritdoc/>
    public override bool IsCorrelated => true;

    /// <summary>The name of the size in the formulas.</summary>
    public const string Size = "n";

    /// <summary>The number of spins up in each block.</summary>
    /// <param name="model">The model that starts so.</param>
    /// <param name="n">The ladder value.</param>
    /// <exception cref="InputException">One of them is not a whole number from 0 to the number of spins.</exception>
    public ImmutableArray<int> At(CollectiveModel model, int n)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.SpinsAt(n).Select((spins, h) => At(model.Blocks[h].Name, Up[h], n, spins))];
    }

    private static int At(string block, Formula formula, int n, int spins)
    {
        double up = formula.Evaluate(_ => n);

        // A share such as n/3 may miss a whole number by rounding, but by no more.
        double whole = Math.Round(up);
        return Math.Abs(up - whole) <= 1e-9 * Math.Max(1, Math.Abs(whole)) && whole >= 0 && whole <= spins
            ? (int)whole
            : throw new InputException(
                $"n is {n}: initial.dicke.{block}.up is {Numeral.Exact(up)}; a Dicke state of block '{block}' has a whole number of spins "
                + $"up, from 0 to {spins}. Choose another n, or correct the number.");
    }
}
