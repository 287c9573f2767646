using System.Globalization;
using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Support;

/// <summary>A drawn model with the ladder value it is to be solved at.</summary>
internal sealed record RandomModel(CollectiveModel Model, int N)
{
    public int Spins => Model.SpinsAt(N).Sum();

    /// <summary>Everything needed to write the model down again.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Lines());

    private static string Describe(InitialState initial) => initial switch
    {
        ProductState product => string.Join(", ", product.Bloch),
        Mixture mixture => string.Join("; ", mixture.Components.Select(each => $"{each.Weight} {string.Join(", ", each.Bloch)}")),
        Superposition sum => string.Join("; ", sum.Terms.Select(each => $"{each.Amplitude} {string.Join(", ", each.Bloch)}")),
        DickeState dicke => $"up {string.Join(", ", dicke.Up)}",
        _ => initial.ToString(),
    };

    private IEnumerable<string> Lines()
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"n = {N}, shares {string.Join(", ", Model.Blocks.Select(b => b.Share))}");
        yield return $"fields {string.Join(", ", Model.Fields)}";
        foreach (PairCoupling coupling in Model.Couplings)
        {
            yield return coupling.ToString();
        }

        foreach (JumpChannel jump in Model.Jumps)
        {
            yield return $"jump of block {jump.Block}: {jump.Operator}, {Text(jump.Rate)}, "
                + $"argument {string.Join(", ", jump.Argument)}, own site {jump.OwnSite}";
        }

        foreach (CollectiveJump jump in Model.CollectiveJumps)
        {
            yield return $"collective jump {string.Join(", ", jump.Operators)}, {Text(jump.Rate)}, "
                + $"argument {string.Join(", ", jump.Argument)}";
        }

        yield return $"start {Describe(Model.Initial)}";
    }

    private static string Text(CollectiveRate rate) =>
        rate is PolynomialRate p ? $"Polynomial({string.Join(", ", p.Coefficients)})" : rate.ToString();
}
