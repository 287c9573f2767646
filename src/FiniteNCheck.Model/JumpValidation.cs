using System.Collections.Immutable;
using System.Numerics;

namespace FiniteNCheck.Model;

/// <summary>Validates the jump channels of a model.</summary>
internal static class JumpValidation
{
    // No rate needs more, and a polynomial of this degree is still cheap to evaluate.
    private const int MaxCoefficients = 1000;

    // Arguments on either side of zero at which a formula is looked at.
    private const int GridHalf = 1000;

    /// <summary>The problems of a model's jump channels.</summary>
    /// <param name="model">The model, its blocks already checked.</param>
    internal static IEnumerable<ModelProblem> Problems(CollectiveModel model) => model.Jumps.IsDefault
        ? [new("jumps", "an uninitialised list", "a list", "Use an empty list where there are no jumps.")]
        : model.Jumps.SelectMany((jump, l) => ChannelProblems($"jumps[{l + 1}]", jump, model.Blocks))
            .Concat(CollectiveProblems(model));

    /// <summary>Whether <c>Gamma(x)</c> is of usable size at zero and at both ends of the range of arguments.</summary>
    /// <param name="rate">The rate.</param>
    /// <param name="largest">The largest <c>|x|</c>.</param>
    internal static bool IsUsable(CollectiveRate rate, double largest) =>
        new[] { 0, largest, -largest }.All(x => ModelValidation.IsUsable(rate.Value(x)));

    private static IEnumerable<ModelProblem> ChannelProblems(string key, JumpChannel jump, ImmutableArray<Block> blocks)
    {
        if (jump.Block < 0 || jump.Block >= blocks.Length)
        {
            yield return ModelValidation.NoSuchBlock($"{key}.block", jump.Block, blocks.Length);
        }

        if (!IsUsable(jump.Operator))
        {
            yield return UnusableOperator($"{key}.operator");
        }

        List<ModelProblem> problems = AmplitudeProblems(key, jump.Rate, jump.Argument, blocks);
        foreach (ModelProblem problem in problems.Count == 0 ? OwnSiteProblems(key, jump) : problems)
        {
            yield return problem;
        }
    }

    private static IEnumerable<ModelProblem> CollectiveProblems(CollectiveModel model)
    {
        if (model.CollectiveJumps.IsDefault)
        {
            yield return new("collective-jumps", "an uninitialised list", "a list", "Use an empty list where there are none.");
            yield break;
        }

        for (int l = 0; l < model.CollectiveJumps.Length; l++)
        {
            string key = $"collective-jumps[{l + 1}]";
            CollectiveJump jump = model.CollectiveJumps[l];
            if (jump.Operators.IsDefault || jump.Operators.Length != model.Blocks.Length)
            {
                yield return new(
                    $"{key}.operator",
                    $"a list of {(jump.Operators.IsDefault ? 0 : jump.Operators.Length)}",
                    $"one operator per block, {model.Blocks.Length} in all",
                    "Give one for each block, in the order of the blocks; the zero matrix for a block that takes no part.");
                yield break;
            }

            for (int h = 0; h < model.Blocks.Length; h++)
            {
                if (!IsUsable(jump.Operators[h]))
                {
                    yield return UnusableOperator($"{key}.operator.{model.Blocks[h].Name}");
                }
            }

            foreach (ModelProblem problem in AmplitudeProblems(key, jump.Rate, jump.Argument, model.Blocks))
            {
                yield return problem;
            }
        }
    }

    // What can be wrong about Gamma(Delta), of jumps of either kind.
    private static List<ModelProblem> AmplitudeProblems(
        string key, CollectiveRate rate, ImmutableArray<PauliVector> argument, ImmutableArray<Block> blocks)
    {
        List<ModelProblem> problems =
        [
            .. ModelValidation.VectorProblems($"{key}.argument", blocks, argument, "argument vector"),
            .. RateProblems($"{key}.rate", rate),
        ];
        if (problems.Count > 0)
        {
            return problems;
        }

        // |Delta| <= sum_k |r_k|, since the spectrum of u . m_k lies in [-1, 1] for every unit vector u.
        double largest = argument.Sum(r => r.Norm);
        if (rate is ExpressionRate expression && FormulaProblem($"{key}.rate", expression, largest) is { } undefined)
        {
            return [undefined];
        }

        return IsUsable(rate, largest)
            ? []
            : [
                new(
                    $"{key}.rate",
                    $"a rate whose square exceeds 1e100 at an argument of magnitude {Numeral.Exact(largest)}",
                    "a rate that stays below 1e50 for every argument the model can reach",
                    "Lower the exponent, the coefficients or the argument."),
            ];
    }

    private static ModelProblem UnusableOperator(string key) =>
        ModelValidation.OutOfRange(key, "a matrix with an element that is too large, infinite or undefined");

    private static bool IsUsable(SpinOperator j) =>
        IsUsable(j.UpUp) && IsUsable(j.UpDown) && IsUsable(j.DownUp) && IsUsable(j.DownDown);

    private static IEnumerable<ModelProblem> RateProblems(string key, CollectiveRate rate)
    {
        switch (rate)
        {
            case ExponentialRate { Amplitude: var amplitude, Exponent: var exponent }
                when !(ModelValidation.IsUsable(amplitude) && ModelValidation.IsUsable(exponent)):
                yield return ModelValidation.OutOfRange(
                    $"{key}.exponential", $"amplitude {Numeral.Exact(amplitude)}, exponent {Numeral.Exact(exponent)}");
                break;
            case NormalisedRate normalised when !ModelValidation.IsUsable(normalised.Exponent):
                yield return ModelValidation.OutOfRange($"{key}.normalised", $"exponent {Numeral.Exact(normalised.Exponent)}");
                break;
            case PolynomialRate { Coefficients.IsDefaultOrEmpty: true }:
                yield return new(
                    $"{key}.polynomial",
                    "no coefficient",
                    "at least one coefficient [c0, c1, ...]",
                    "Give [c0] for a constant rate.");
                break;
            case PolynomialRate { Coefficients.Length: > MaxCoefficients and var length }:
                yield return new(
                    $"{key}.polynomial",
                    $"{length} coefficients",
                    $"at most {MaxCoefficients} coefficients",
                    "Give a polynomial of lower degree.");
                break;
            case PolynomialRate polynomial when !polynomial.Coefficients.All(ModelValidation.IsUsable):
                yield return ModelValidation.OutOfRange($"{key}.polynomial", $"[{string.Join(", ", polynomial.Coefficients)}]");
                break;
            case ExpressionRate expression when UnknownVariable(expression) is { } name:
                yield return new(
                    key,
                    $"the variable {name} in a formula",
                    $"the variable {ExpressionRate.Argument} alone",
                    "Put a number in its place.");
                break;
            case null:
                yield return new(key, "none", "a rate", "Give a rate.");
                break;
            default:
                break;
        }
    }

    private static string? UnknownVariable(ExpressionRate rate) =>
        rate.Formula.Variables.FirstOrDefault(name => !string.Equals(name, ExpressionRate.Argument, StringComparison.Ordinal));

    /// <summary>
    /// Checks on a fine grid, ends and middle included, that a formula is a rate at every argument that the model reaches.
    /// </summary>
    private static ModelProblem? FormulaProblem(string key, ExpressionRate rate, double largest)
    {
        string form = rate.IsSquared ? "squared" : "expression";
        foreach (double x in Enumerable.Range(-GridHalf, (2 * GridHalf) + 1).Select(k => largest * k / GridHalf))
        {
            double value = rate.Formula.Evaluate(_ => x);
            if (rate.IsSquared && value < -ExpressionRate.Rounding)
            {
                return new(
                    $"{key}.{form}",
                    $"{Numeral.Of(value, 3)} at x = {Numeral.Of(x, 3)}",
                    $"a classical rate that is nowhere negative for |x| up to {Numeral.Exact(largest)}, which the model reaches",
                    "Correct the formula, or narrow the argument.");
            }

            if (!ModelValidation.IsUsable(value))
            {
                return new(
                    $"{key}.{form}",
                    $"{Describe(value)} at x = {Numeral.Of(x, 3)}",
                    $"a number below 1e50 for |x| up to {Numeral.Exact(largest)}, which the model reaches",
                    "Correct the formula, or narrow the argument.");
            }
        }

        return null;
    }

    private static string Describe(double value) =>
        double.IsNaN(value) ? "no number" : double.IsInfinity(value) ? "an infinite number" : Numeral.Of(value, 3);

    private static bool IsUsable(Complex element) => ModelValidation.IsUsable(element.Real) && ModelValidation.IsUsable(element.Imaginary);

    private static IEnumerable<ModelProblem> OwnSiteProblems(string key, JumpChannel jump)
    {
        if (jump.OwnSite)
        {
            yield break;
        }

        if (jump.Argument.Any(r => r.X != 0 || r.Y != 0))
        {
            yield return new(
                $"{key}.own-site",
                "the own-site term left out of an argument with an x or y component",
                "own-site: false for arguments along z only",
                "Set own-site to true, or keep the z components alone.");
        }

        if (jump.Operator != SpinOperator.Raise
            && jump.Operator != SpinOperator.Lower
            && jump.Operator != SpinOperator.Pauli(PauliAxis.Z))
        {
            yield return new(
                $"{key}.own-site",
                "the own-site term left out for a general operator",
                "own-site: false for the operators raise, lower and z only",
                "Set own-site to true, or use raise, lower or z.");
        }
    }
}
