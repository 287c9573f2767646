using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model.Driving;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Model.Description;

/// <summary>
/// A model as formulas in TeX, for readers: the Hamiltonian, the jumps with their rates, the start. Numbers have six digits.
/// </summary>
public static class ModelFormulas
{
    /// <summary>More lines than that are not read: the rest is left to the model's file.</summary>
    private const int MaxLines = 12;

    // Steps of a function of time that are shown.
    private const int MaxSteps = 4;

    /// <summary>The Hamiltonian (10), (11): one line per kind of term.</summary>
    /// <param name="model">The model.</param>
    public static ImmutableArray<string> Hamiltonian(SymmetricModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        string[] terms = model is LevelModel levels ? [.. LevelFormulas.Hamiltonian(levels)] : [.. Terms((CollectiveModel)model)];
        return terms.Length == 0 ? ["H = 0"] : Short([.. terms.Select((term, i) => i == 0 ? $"H = {term}" : $"\\quad +\\,{term}")]);
    }

    /// <summary>The jump operators (12)-(16), one line for each channel, and the collective ones.</summary>
    /// <param name="model">The model.</param>
    public static ImmutableArray<string> Jumps(SymmetricModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Short(model is LevelModel levels ? [.. LevelFormulas.Jumps(levels)] : [.. Jumps((CollectiveModel)model)]);
    }

    private static IEnumerable<string> Terms(CollectiveModel model) => Fields(model)
        .Concat(DrivenFields(model))
        .Concat(model.Couplings.Where(coupling => coupling.Strength != 0).Select(coupling => Coupling(model, coupling)));

    private static IEnumerable<string> Jumps(CollectiveModel model) =>
        [
            .. model.Jumps.GroupBy(jump => (jump.Operator, jump.Rate, jump.Drive, jump.OwnSite, Argument: Argument(model, jump.Argument)))
                .Select(group =>
                {
                    string rate = DrivenRate(group.Key.Rate, group.Key.Drive, group.Key.Argument, group.Key.OwnSite);
                    return $"J_i = {Operator(group.Key.Operator)}{rate}"
                        + Members(model, [.. group.Select(jump => jump.Block).Distinct()]);
                }),
            .. model.CollectiveJumps.Select(jump =>
                $"L = \\frac{{1}}{{\\sqrt{{n}}}}({Operators(model, jump.Operators)})"
                + DrivenRate(jump.Rate, jump.Drive, Argument(model, jump.Argument))),
        ];

    /// <summary>The start, one line per block of a product state; empty for a fixed point that is not found yet.</summary>
    /// <param name="model">The model.</param>
    public static ImmutableArray<string> Start(SymmetricModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Initial switch
        {
            _ when model is LevelModel levels => Short([.. LevelFormulas.Start(levels)]),
            ProductState product => Short([.. Product(model, product.Bloch)]),
            Mixture mixture => Short(
            [
                .. mixture.Components.SelectMany(each =>
                    Product(model, each.Bloch).Select(line => $"w = {Tex.Number(each.Weight)}:\\quad {line}")),
            ]),
            Superposition superposition => Short(
            [
                .. superposition.Terms.SelectMany(each =>
                    Product(model, each.Bloch).Select(line => $"a = {Number(each.Amplitude)}:\\quad {line}")),
            ]),
            DickeState dicke => Short(
            [
                .. dicke.Up.Zip(model.Blocks).Select(pair =>
                    $"N_{{\\uparrow}}^{{{Tex.Word(pair.Second.Name)}}} = {FormulaTex.Write(pair.First, name => name)}"),
            ]),
            _ => [],
        };
    }

    /// <summary>What kind of state a model starts from, in words.</summary>
    /// <param name="start">The start.</param>
    public static string KindOf(InitialState start) => start switch
    {
        MeanFieldFixedPoint point => $"mean-field fixed point ({point.Description})",
        LevelFixedPoint => "mean-field fixed point (fixed-point)",
        LevelDicke => "symmetric pure state with given numbers of sites in each level",
        LevelMixture => KindOf(new Mixture([])),
        LevelSuperposition => KindOf(new Superposition([])),
        Mixture => "mixture of product states, with weights w",
        Superposition => "superposition of product states, with amplitudes a before it is normalised",
        DickeState => "Dicke state, symmetric with a number of spins up",
        _ => "product state",
    };

    private static IEnumerable<string> Product(SymmetricModel model, ImmutableArray<PauliVector> bloch) => bloch.Zip(model.Blocks)
        .Select(pair => $"(m_x, m_y, m_z)_{{{Tex.Word(pair.Second.Name)}}} = "
            + $"({Tex.Number(pair.First.X)}, {Tex.Number(pair.First.Y)}, {Tex.Number(pair.First.Z)})");

    /// <summary>A complex number.</summary>
    /// <param name="value">The number.</param>
    internal static string Number(Complex value) => Tex.Sum([(value.Real, ""), (value.Imaginary, "i")]);

    private static ImmutableArray<string> Short(string[] lines) =>
        lines.Length <= MaxLines ? [.. lines] : [.. lines[..MaxLines], $"\\cdots\\quad {Tex.Word($"{lines.Length - MaxLines} more")}"];

    /// <summary>The one-site terms: blocks with the same field are one sum.</summary>
    private static IEnumerable<string> Fields(CollectiveModel model) => model.Fields
        .Select((field, h) => (field, h))
        .Where(each => each.field.Norm != 0)
        .GroupBy(each => each.field, each => each.h)
        .Select(group =>
        {
            PauliVector field = group.Key;
            (double, string)[] parts = [(field.X, "\\sigma_x^{(i)}"), (field.Y, "\\sigma_y^{(i)}"), (field.Z, "\\sigma_z^{(i)}")];
            (double, string)[] present = [.. parts.Where(part => part.Item1 != 0)];
            string over = Index("i", model, [.. group]);
            return present is [var (factor, axis)]
                ? Tex.Sum([(factor, $"\\sum_{{{over}}} {axis}")])
                : $"\\sum_{{{over}}} ({Tex.Sum(present)})";
        });

    private static IEnumerable<string> DrivenFields(CollectiveModel model) => model.DrivenFields
        .GroupBy(field => (field.Axis, field.Strength), field => field.Block)
        .Select(group => $"[{OfTime(group.Key.Strength)}]\\,\\sum_{{{Index("i", model, [.. group])}}} "
            + $"\\sigma_{Axis(group.Key.Axis)}^{{(i)}}");

    /// <summary>A function of time: a formula, or values with the times from which they hold.</summary>
    internal static string OfTime(TimeFunction function) => function switch
    {
        FormulaOfTime formula => FormulaTex.Write(formula.Formula, name => name),
        Steps steps => string.Join(
            ",\\;",
            steps.From.Zip(steps.Values).Take(MaxSteps).Select(step =>
                $"{Tex.Number(step.Second)}\\;{Tex.Word("from")}\\;{Tex.Number(step.First)}"))
            + (steps.From.Length > MaxSteps ? ",\\;\\cdots" : ""),
        _ => "f(t)",
    };

    private static string Coupling(CollectiveModel model, PairCoupling coupling)
    {
        string first = $"S_{Axis(coupling.FirstAxis)}^{{({Tex.Word(model.Blocks[coupling.FirstBlock].Name)})}}";
        string second = $"S_{Axis(coupling.SecondAxis)}^{{({Tex.Word(model.Blocks[coupling.SecondBlock].Name)})}}";
        bool commutes = coupling.FirstBlock != coupling.SecondBlock || coupling.FirstAxis == coupling.SecondAxis;
        string product = commutes ? $"{first}{second}" : $"\\frac{{1}}{{2}}({first}{second}+{second}{first})";
        return $"{Strength(coupling.Strength, coupling.Drive, coupling.Scale)}{product}";
    }

    /// <summary>The strength of a coupling over its power of n.</summary>
    /// <param name="strength">The strength.</param>
    /// <param name="drive">A factor that depends on time, or <see langword="null"/>.</param>
    /// <param name="scale">The power of n.</param>
    internal static string Strength(double strength, TimeFunction? drive, double scale)
    {
        string factor = drive is null ? Tex.Number(strength)
            : strength == 1 ? OfTime(drive)
            : $"{Tex.Number(strength)}\\,[{OfTime(drive)}]";
        string power = scale == 1 ? "n" : $"n^{{{Tex.Number(scale)}}}";
        return $"\\frac{{{factor}}}{{{power}}}";
    }

    /// <summary>The rate of a jump, with all that follows its operator but the blocks.</summary>
    /// <param name="rate">The rate.</param>
    /// <param name="drive">A factor that depends on time, or <see langword="null"/>.</param>
    /// <param name="argument">The argument in TeX.</param>
    /// <param name="ownSite">Whether the argument contains the jumping site; so it does for whole blocks.</param>
    internal static string DrivenRate(CollectiveRate rate, TimeFunction? drive, string argument, bool ownSite = true)
    {
        string own = ownSite ? "" : $",\\quad {Tex.Word("own site left out")}";
        string factor = drive is null ? "" : $"\\,[{OfTime(drive)}]";
        return $"{factor}\\,{Rate(rate)}{Delta(rate, argument)}{own}";
    }

    // The sum over blocks of what a collective jump does to each spin; blocks with the same operator are one sum.
    private static string Operators(CollectiveModel model, ImmutableArray<SpinOperator> operators) => string.Join(
        "+",
        operators.Select((j, h) => (j, h)).Where(each => each.j != SpinOperator.Zero)
            .GroupBy(each => each.j, each => each.h)
            .Select(group => $"\\sum_{{{Index("i", model, [.. group])}}} {Operator(group.Key)}"));

    /// <summary>The definition of the argument, where the rate depends on it.</summary>
    /// <param name="rate">The rate.</param>
    /// <param name="argument">The argument in TeX.</param>
    internal static string Delta(CollectiveRate rate, string argument) => IsConstant(rate) ? "" : $",\\quad \\Delta = {argument}";

    private static string Argument(CollectiveModel model, ImmutableArray<PauliVector> argument) => Tex.Sum(
        argument.Zip(model.Blocks, (r, block) => (r, Name: Tex.Word(block.Name))).SelectMany(each => new[]
        {
            (each.r.X, $"m_x^{{{each.Name}}}"),
            (each.r.Y, $"m_y^{{{each.Name}}}"),
            (each.r.Z, $"m_z^{{{each.Name}}}"),
        }));

    private static bool IsConstant(CollectiveRate rate) => rate switch
    {
        ExponentialRate each => each.Exponent == 0,
        PolynomialRate each => each.Coefficients.Skip(1).All(coefficient => coefficient == 0),
        ExpressionRate each => each.Formula.IsConstant,
        _ => false,
    };

    /// <summary>A rate function of Delta.</summary>
    /// <param name="rate">The rate.</param>
    internal static string Rate(CollectiveRate rate) => rate switch
    {
        ExponentialRate { Exponent: 0 } each => Tex.Number(each.Amplitude),
        ExponentialRate each => Tex.Sum([(each.Amplitude, $"e^{{{Tex.Sum([(each.Exponent, "\\Delta")])}}}")]),
        NormalisedRate each => $"\\frac{{1}}{{\\sqrt{{1+e^{{{Tex.Sum([(-4 * each.Exponent, "\\Delta")])}}}}}}}",
        PolynomialRate each => Polynomial(each.Coefficients),
        ExpressionRate each => each.IsSquared
            ? $"\\sqrt{{{FormulaTex.Write(each.Formula, _ => "\\Delta")}}}"
            : FormulaTex.Write(each.Formula, _ => "\\Delta") is var text && each.Formula.IsConstant ? text : $"[{text}]",
        _ => "\\Gamma(\\Delta)",
    };

    private static string Polynomial(ImmutableArray<double> coefficients)
    {
        string sum = Tex.Sum(coefficients.Select((each, k) => (each, k == 0 ? "" : k == 1 ? "\\Delta" : $"\\Delta^{{{k}}}")));
        return coefficients.Count(each => each != 0) > 1 ? $"({sum})" : sum;
    }

    /// <summary>An operator of a two-level site.</summary>
    /// <param name="j">The operator.</param>
    internal static string Operator(SpinOperator j)
    {
        (SpinOperator, string)[] named =
        [
            (SpinOperator.Raise, "\\sigma_+^{(i)}"),
            (SpinOperator.Lower, "\\sigma_-^{(i)}"),
            (SpinOperator.Pauli(PauliAxis.X), "\\sigma_x^{(i)}"),
            (SpinOperator.Pauli(PauliAxis.Y), "\\sigma_y^{(i)}"),
            (SpinOperator.Pauli(PauliAxis.Z), "\\sigma_z^{(i)}"),
            (SpinOperator.Identity, "1"),
        ];
        return Array.Find(named, each => each.Item1 == j).Item2 ?? General(j);
    }

    /// <summary>Any other operator, by its matrix units: up-down raises.</summary>
    private static string General(SpinOperator j)
    {
        (Complex Element, string Unit)[] units =
        [
            (j.UpUp, "P_{\\uparrow}^{(i)}"),
            (j.UpDown, "\\sigma_+^{(i)}"),
            (j.DownUp, "\\sigma_-^{(i)}"),
            (j.DownDown, "P_{\\downarrow}^{(i)}"),
        ];
        IEnumerable<(double, string)> terms = units.SelectMany(each =>
            new[] { (each.Element.Real, each.Unit), (each.Element.Imaginary, $"i\\,{each.Unit}") });
        return $"({Tex.Sum(terms)})";
    }

    private static string Axis(PauliAxis axis) => axis switch
    {
        PauliAxis.X => "x",
        PauliAxis.Y => "y",
        _ => "z",
    };

    /// <summary>The blocks that a jump is about, unless it is about all.</summary>
    /// <param name="model">The model.</param>
    /// <param name="blocks">Their indices.</param>
    internal static string Members(SymmetricModel model, int[] blocks) =>
        blocks.Length == model.Blocks.Length ? "" : $",\\quad {Index("i", model, blocks)}";

    /// <summary>The range of the index of a sum.</summary>
    /// <param name="index">The index.</param>
    /// <param name="model">The model.</param>
    /// <param name="blocks">The blocks of the sites.</param>
    internal static string Index(string index, SymmetricModel model, int[] blocks) => blocks.Length == model.Blocks.Length
        ? index
        : $"{index} \\in {string.Join(",", blocks.Select(h => Tex.Word(model.Blocks[h].Name)))}";
}
