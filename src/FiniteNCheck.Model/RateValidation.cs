namespace FiniteNCheck.Model;

/// <summary>Validates the rate of a jump on the range of arguments that a model reaches.</summary>
internal static class RateValidation
{
    // No rate needs more, and a polynomial of this degree is still cheap to evaluate.
    private const int MaxCoefficients = 1000;

    // Arguments on either side of the middle at which a formula is looked at.
    private const int GridHalf = 1000;

    /// <summary>The problems of a rate.</summary>
    /// <param name="key">The key path of the rate.</param>
    /// <param name="rate">The rate.</param>
    /// <param name="range">The smallest and largest argument; <see langword="null"/> where it is not known.</param>
    internal static IEnumerable<ModelProblem> Problems(string key, CollectiveRate rate, (double Low, double High)? range)
    {
        List<ModelProblem> problems = [.. OfKind(key, rate)];
        if (problems.Count > 0 || range is not { } reached)
        {
            return problems;
        }

        double largest = Math.Max(Math.Abs(reached.Low), Math.Abs(reached.High));
        return rate is ExpressionRate expression && FormulaProblem(key, expression, reached) is { } undefined
            ? [undefined]
            : IsUsable(rate, reached)
            ? []
            : [
                new(
                    key,
                    $"a rate whose square exceeds 1e100 at an argument of magnitude {Numeral.Exact(largest)}",
                    "a rate that stays below 1e50 for every argument the model can reach",
                    "Lower the exponent, the coefficients or the argument."),
            ];
    }

    /// <summary>Whether <c>Gamma(x)</c> is of usable size in the middle and at both ends of the range of arguments.</summary>
    /// <param name="rate">The rate.</param>
    /// <param name="range">The range.</param>
    internal static bool IsUsable(CollectiveRate rate, (double Low, double High) range) =>
        new[] { (range.Low + range.High) / 2, range.High, range.Low }.All(x => Magnitude.IsUsable(rate.Value(x)));

    private static IEnumerable<ModelProblem> OfKind(string key, CollectiveRate rate)
    {
        switch (rate)
        {
            case ExponentialRate { Amplitude: var amplitude, Exponent: var exponent }
                when !(Magnitude.IsUsable(amplitude) && Magnitude.IsUsable(exponent)):
                yield return Magnitude.OutOfRange(
                    $"{key}.exponential", $"amplitude {Numeral.Exact(amplitude)}, exponent {Numeral.Exact(exponent)}");
                break;
            case NormalisedRate normalised when !Magnitude.IsUsable(normalised.Exponent):
                yield return Magnitude.OutOfRange($"{key}.normalised", $"exponent {Numeral.Exact(normalised.Exponent)}");
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
            case PolynomialRate polynomial when !polynomial.Coefficients.All(Magnitude.IsUsable):
                yield return Magnitude.OutOfRange($"{key}.polynomial", $"[{string.Join(", ", polynomial.Coefficients)}]");
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
    private static ModelProblem? FormulaProblem(string key, ExpressionRate rate, (double Low, double High) range)
    {
        string form = rate.IsSquared ? "squared" : "expression";
        string reached = range.Low == -range.High
            ? $"for |x| up to {Numeral.Exact(range.High)}"
            : $"for x from {Numeral.Exact(range.Low)} to {Numeral.Exact(range.High)}";
        (double middle, double half) = ((range.High + range.Low) / 2, (range.High - range.Low) / 2);
        foreach (double x in Enumerable.Range(-GridHalf, (2 * GridHalf) + 1).Select(k => middle + (half * k / GridHalf)))
        {
            double value = rate.Formula.Evaluate(_ => x);
            if (rate.IsSquared && value < -ExpressionRate.Rounding)
            {
                return new(
                    $"{key}.{form}",
                    $"{Numeral.Of(value, 3)} at x = {Numeral.Of(x, 3)}",
                    $"a classical rate that is nowhere negative {reached}, which the model reaches",
                    "Correct the formula, or narrow the argument.");
            }

            if (!Magnitude.IsUsable(value))
            {
                return new(
                    $"{key}.{form}",
                    $"{Describe(value)} at x = {Numeral.Of(x, 3)}",
                    $"a number below 1e50 {reached}, which the model reaches",
                    "Correct the formula, or narrow the argument.");
            }
        }

        return null;
    }

    private static string Describe(double value) =>
        double.IsNaN(value) ? "no number" : double.IsInfinity(value) ? "an infinite number" : Numeral.Of(value, 3);
}
