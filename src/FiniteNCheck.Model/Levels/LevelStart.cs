using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Model.Levels;

/// <summary>The starts of two-level systems as starts of sites with two levels, up first.</summary>
public static class LevelStart
{
    /// <summary>The same start as a state of sites with levels.</summary>
    /// <param name="start">The start of a two-level model.</param>
    /// <param name="blocks">The blocks of the model.</param>
    /// <exception cref="InputException">It is a fixed point that has not been resolved.</exception>
    public static InitialState From(InitialState start, ImmutableArray<Block> blocks) => start switch
    {
        ProductState product => new LevelProduct(States(product.Bloch)),
        Mixture mixture => new LevelMixture([.. mixture.Components.Select(each => new LevelComponent(each.Weight, States(each.Bloch)))]),
        Superposition superposition => new LevelSuperposition(
            [.. superposition.Terms.Select(term => new LevelSuperpositionTerm(term.Amplitude, [.. term.Bloch.Select(Vector)]))]),
        DickeState dicke => new LevelDicke([.. dicke.Up.Zip(blocks, Counts)]),
        _ => throw new InputException(
            "the initial state is a mean-field fixed point that has not been resolved. Resolve it with LimitTheory.ResolveInitialState."),
    };

    /// <summary>The density matrix <c>(1 + b . sigma)/2</c>.</summary>
    /// <param name="bloch">The Bloch vector.</param>
    public static LocalOperator State(PauliVector bloch) => (Complex)0.5 * (LocalOperator.Identity(2) + LocalOperator.Of(bloch));

    /// <summary>The vector <c>cos(theta/2) |up&gt; + exp(i phi) sin(theta/2) |down&gt;</c>; along -z <c>|down&gt;</c>.</summary>
    /// <param name="bloch">The Bloch vector, of length 1.</param>
    public static ImmutableArray<Complex> Vector(PauliVector bloch)
    {
        double sine = Math.Sqrt((bloch.X * bloch.X) + (bloch.Y * bloch.Y));
        double half = Math.Atan2(sine, bloch.Z) / 2;
        Complex phase = sine == 0 ? Complex.One : new Complex(bloch.X, bloch.Y) / sine;
        return [Math.Cos(half), Math.Sin(half) * phase];
    }

    // The number of sites of a block, as a formula of n.
    private static Formula Size(Block block) => block.Size is { } size
        ? Formula.Constant(size)
        : Formula.Combine(FormulaOperator.Multiply, Formula.Constant(block.Share), Formula.Variable(DickeState.Size));

    /// <summary>The numbers of sites up and down.</summary>
    /// <param name="up">The number up, as a formula of n.</param>
    /// <param name="block">The block.</param>
    public static ImmutableArray<Formula> Counts(Formula up, Block block) =>
        [up, Formula.Combine(FormulaOperator.Subtract, Size(block), up)];

    private static ImmutableArray<LocalOperator> States(ImmutableArray<PauliVector> bloch) => [.. bloch.Select(State)];
}
