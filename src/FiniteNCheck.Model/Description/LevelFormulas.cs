using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Model.Description;

/// <summary>
/// A model of sites with levels as formulas in TeX: <c>sigma_(e,g)</c> stands for <c>|e&gt;&lt;g|</c>, <c>p_e</c> for a population,
/// <c>x_(e,g)</c> and <c>y_(e,g)</c> for the coherences.
/// </summary>
internal static class LevelFormulas
{
    /// <summary>The terms of the Hamiltonian.</summary>
    /// <param name="model">The model.</param>
    public static IEnumerable<string> Hamiltonian(LevelModel model) => Fields(model)
        .Concat(model.DrivenFields.Select(field =>
            $"[{ModelFormulas.OfTime(field.Strength)}]\\,{Sum(model, [field.Block], field.Operator)}"))
        .Concat(model.Couplings.Where(pair => pair.Strength != 0).Select(pair => Coupling(model, pair)));

    /// <summary>The jump operators, one line for each channel, and the collective ones.</summary>
    /// <param name="model">The model.</param>
    public static IEnumerable<string> Jumps(LevelModel model) => model.Jumps
        .Select(jump =>
        {
            string rate = ModelFormulas.DrivenRate(jump.Rate, jump.Drive, Argument(model, jump.Argument), jump.OwnSite);
            string operation = Operator(model.Blocks[jump.Block], jump.Operator);
            return $"J_i = {operation}{rate}{ModelFormulas.Members(model, [jump.Block])}";
        })
        .Concat(model.CollectiveJumps.Select(jump =>
        {
            string sum = string.Join(
                "+",
                jump.Operators.Select((j, h) => (j, h)).Where(each => !each.j.IsZero).Select(each => Sum(model, [each.h], each.j)));
            return $"L = \\frac{{1}}{{\\sqrt{{n}}}}({sum})"
                + ModelFormulas.DrivenRate(jump.Rate, jump.Drive, Argument(model, jump.Argument));
        }));

    /// <summary>The start.</summary>
    /// <param name="model">The model.</param>
    public static IEnumerable<string> Start(LevelModel model) => model.Initial switch
    {
        LevelProduct product => Product(model, product.States),
        LevelMixture mixture => mixture.Components.SelectMany(each =>
            Product(model, each.States).Select(line => $"w = {Tex.Number(each.Weight)}:\\quad {line}")),
        LevelSuperposition superposition => superposition.Terms.SelectMany(each => model.Blocks.Select((block, h) =>
            $"a = {ModelFormulas.Number(each.Amplitude)}:\\quad \\psi_{{{Tex.Word(block.Name)}}} = "
            + $"({string.Join(", ", each.Vectors[h].Select(ModelFormulas.Number))})")),
        LevelDicke dicke => model.Blocks.Select((block, h) =>
            $"(N_{{{string.Join("}, N_{", Names(block))}}})_{{{Tex.Word(block.Name)}}} = "
            + $"({string.Join(", ", dicke.Counts[h].Select(count => FormulaTex.Write(count, name => name)))})"),
        _ => [],
    };

    private static IEnumerable<string> Fields(LevelModel model) => model.Fields
        .Select((field, h) => (field, h))
        .Where(each => !each.field.IsZero)
        .GroupBy(each => (each.field, Levels: string.Join(' ', model.Blocks[each.h].Levels)), each => each.h)
        .Select(group => Sum(model, [.. group], group.Key.field));

    private static string Coupling(LevelModel model, LevelCoupling pair)
    {
        string first = Collective(model.Blocks[pair.FirstBlock], pair.FirstOperator);
        string second = Collective(model.Blocks[pair.SecondBlock], pair.SecondOperator);
        bool commutes = pair.FirstBlock != pair.SecondBlock || pair.FirstOperator.Equals(pair.SecondOperator);
        string product = commutes ? $"{first}{second}" : $"\\frac{{1}}{{2}}({first}{second}+{second}{first})";
        return $"{ModelFormulas.Strength(pair.Strength, pair.Drive, pair.Scale)}{product}";
    }

    private static string Collective(Block block, LocalOperator operation) =>
        $"(\\sum_{{i \\in {Tex.Word(block.Name)}}} {Operator(block, operation)})";

    private static string Sum(LevelModel model, int[] blocks, LocalOperator operation) =>
        $"\\sum_{{{ModelFormulas.Index("i", model, blocks)}}} {Operator(model.Blocks[blocks[0]], operation)}";

    // By its matrix units; in brackets where there are several.
    private static string Operator(Block block, LocalOperator operation)
    {
        if (block.Levels.IsEmpty)
        {
            return ModelFormulas.Operator(new SpinOperator(operation[0, 0], operation[0, 1], operation[1, 0], operation[1, 1]));
        }

        (double Factor, string Unit)[] terms =
        [
            .. from row in Enumerable.Range(0, block.Dimension)
               from column in Enumerable.Range(0, block.Dimension)
               let unit = Unit(block, row, column)
               let element = operation[row, column]
               from part in new[] { (element.Real, unit), (element.Imaginary, $"i\\,{unit}") }
               where part.Item1 != 0
               select part,
        ];
        string sum = Tex.Sum(terms);
        return terms.Length == 1 && terms[0].Factor > 0 ? sum : $"({sum})";
    }

    private static string Unit(Block block, int row, int column) => row == column
        ? $"P_{{{Name(block, row)}}}^{{(i)}}"
        : $"\\sigma_{{{Name(block, row)},{Name(block, column)}}}^{{(i)}}";

    private static string Argument(LevelModel model, ImmutableArray<LocalOperator> argument) =>
        Tex.Sum(model.Blocks.SelectMany((block, h) => Average(block, argument[h])));

    // A Hermitian r is sum_a r_aa p_a + sum_(a<b) (Re r_ab x_ab - Im r_ab y_ab); of two levels the constant and x, y, z.
    private static IEnumerable<(double Factor, string Of)> Average(Block block, LocalOperator r)
    {
        string of = Tex.Word(block.Name);
        if (block.Levels.IsEmpty)
        {
            return
            [
                (r.Trace.Real / 2, ""),
                (r[0, 1].Real, $"m_x^{{{of}}}"),
                (-r[0, 1].Imaginary, $"m_y^{{{of}}}"),
                ((r[0, 0] - r[1, 1]).Real / 2, $"m_z^{{{of}}}"),
            ];
        }

        return Enumerable.Range(0, block.Dimension).Select(a => (r[a, a].Real, $"p_{{{Name(block, a)}}}^{{{of}}}"))
            .Concat(block.LevelPairs.SelectMany(pair =>
            {
                string names = $"{{{Name(block, pair.First)},{Name(block, pair.Second)}}}^{{{of}}}";
                Complex element = r[pair.First, pair.Second];
                return new[] { (element.Real, $"x_{names}"), (-element.Imaginary, $"y_{names}") };
            }));
    }

    private static IEnumerable<string> Product(LevelModel model, ImmutableArray<LocalOperator> states) =>
        model.Blocks.SelectMany((block, h) => new[] { Populations(block, states[h]) }.Concat(Coherences(block, states[h])));

    private static string Populations(Block block, LocalOperator rho) =>
        $"(p_{{{string.Join("}, p_{", Names(block))}}})_{{{Tex.Word(block.Name)}}} = "
        + $"({string.Join(", ", Enumerable.Range(0, block.Dimension).Select(a => Tex.Number(rho[a, a].Real)))})";

    private static IEnumerable<string> Coherences(Block block, LocalOperator rho) =>
        from row in Enumerable.Range(0, block.Dimension)
        from column in Enumerable.Range(row + 1, block.Dimension - row - 1)
        where rho[row, column] != 0
        select $"\\rho_{{{Name(block, row)},{Name(block, column)}}}^{{{Tex.Word(block.Name)}}} = {ModelFormulas.Number(rho[row, column])}";

    private static IEnumerable<string> Names(Block block) => Enumerable.Range(0, block.Dimension).Select(level => Name(block, level));

    private static string Name(Block block, int level) =>
        !block.Levels.IsEmpty ? Tex.Word(block.Levels[level]) : level == 0 ? "\\uparrow" : "\\downarrow";
}
