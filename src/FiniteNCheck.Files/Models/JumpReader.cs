using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;

namespace FiniteNCheck.Files.Models;

/// <summary>Reads one entry of <c>jumps</c>.</summary>
internal static class JumpReader
{
    /// <summary>The kinds of rates, for messages.</summary>
    internal const string RateKinds = "exponential, polynomial, normalised, expression or squared";

    /// <summary>An entry of <c>jumps</c> as a map of known keys.</summary>
    internal static YamlMap MapOf(YamlNode item) => item.Map("a jump { block: ..., operator: ..., rate: ..., argument: ... }")
        .Allow("block", "operator", "rate", "argument", "own-site");

    /// <summary>An entry of <c>collective-jumps</c> as a map of known keys.</summary>
    internal static YamlMap CollectiveMapOf(YamlNode item) =>
        item.Map("a collective jump { operator: { block: ... }, rate: ..., argument: ... }").Allow("operator", "rate", "argument");

    internal static JumpChannel Read(YamlNode item, BlockNames names)
    {
        YamlMap map = MapOf(item);
        int block = names.IndexOf(map.Required("block", "the name of a block"));
        SpinOperator j = ReadOperator(map.Required("operator", "raise, lower, z or a complex 2x2 matrix"));
        (CollectiveRate rate, TimeFunction? drive) =
            ReadRate(map.Required("rate", RateKinds));
        ImmutableArray<PauliVector> argument = ReadArgument(map, rate, names);
        bool ownSite = map.Optional("own-site")?.TrueOrFalse() ?? true;
        return new JumpChannel(block, j, rate, argument, ownSite) { Drive = drive };
    }

    /// <summary>Reads one entry of <c>collective-jumps</c>.</summary>
    internal static CollectiveJump ReadCollective(YamlNode item, BlockNames names)
    {
        YamlMap map = CollectiveMapOf(item);
        ImmutableArray<SpinOperator> operators = names.OperatorsOrZero(map.Required("operator", BlockNames.OperatorPerBlock), ReadOperator);
        (CollectiveRate rate, TimeFunction? drive) = ReadCollectiveRate(map);
        return new CollectiveJump(operators, rate, ReadArgument(map, rate, names)) { Drive = drive };
    }

    /// <summary>The rate of a collective jump, 1 if left out.</summary>
    internal static (CollectiveRate Rate, TimeFunction? Drive) ReadCollectiveRate(YamlMap map) =>
        map.Optional("rate") is { } given ? ReadRate(given) : (new PolynomialRate([1]), null);

    private static ImmutableArray<PauliVector> ReadArgument(YamlMap map, CollectiveRate rate, BlockNames names) =>
        names.VectorsOrZero(ArgumentOf(map, rate, "a map of blocks to [x, y, z]"));

    /// <summary>The argument of a rate; <see langword="null"/> where a constant one has none.</summary>
    /// <param name="map">The jump.</param>
    /// <param name="rate">Its rate.</param>
    /// <param name="allowed">What an argument is, for the message.</param>
    internal static YamlNode? ArgumentOf(YamlMap map, CollectiveRate rate, string allowed)
    {
        bool isConstant = rate is PolynomialRate { Coefficients.Length: <= 1 } or ExpressionRate { Formula.IsConstant: true };
        return isConstant
            ? map.Optional("argument")
            : map.Required("argument", $"{allowed}, which only a constant rate (polynomial: [c0]) can do without");
    }

    private static SpinOperator ReadOperator(YamlNode node)
    {
        const string allowed = "raise, lower, z or [[[re, im], [re, im]], [[re, im], [re, im]]]";
        const string remedy = "Write one of the words, or the matrix.";
        switch (node)
        {
            case YamlScalar:
                return node.Text() switch
                {
                    "raise" => SpinOperator.Raise,
                    "lower" => SpinOperator.Lower,
                    "z" => SpinOperator.Pauli(PauliAxis.Z),
                    string word => throw node.Error(
                        allowed, Unsupported.Remedy(word) ?? Wording.DidYouMean(word, ["raise", "lower", "z"], remedy)),
                };
            case YamlMap map:
                bool meansLevels = map.Keys.Any(key => Unsupported.Remedy(key) is not null);
                throw node.Error(allowed, meansLevels ? Unsupported.MoreLevels : remedy);
            default:
                return ReadMatrix(node);
        }
    }

    private static SpinOperator ReadMatrix(YamlNode node)
    {
        ImmutableArray<Complex> elements =
        [
            .. node.Items(2, "the rows up and down", Unsupported.MoreLevels)
                .SelectMany(row => row.Items(2, "the columns up and down, each [re, im]"))
                .Select(ReadComplex),
        ];
        return new SpinOperator(elements[0], elements[1], elements[2], elements[3]);
    }

    private static Complex ReadComplex(YamlNode node)
    {
        ImmutableArray<YamlNode> parts = node.Items(2, "real and imaginary part");
        return new Complex(parts[0].Number(), parts[1].Number());
    }

    /// <summary>A rate, and a factor of it that depends on time.</summary>
    internal static (CollectiveRate Rate, TimeFunction? Drive) ReadRate(YamlNode node)
    {
        (string kind, YamlNode value) = node.Map("a map with one of the keys exponential, polynomial, normalised, expression, squared")
            .OneOf("exponential", "polynomial", "normalised", "expression", "squared");
        return kind switch
        {
            "exponential" => ReadExponential(value.Map("{ amplitude: ..., exponent: ... }").Allow("amplitude", "exponent")),
            "polynomial" => ReadPolynomial(value),
            "expression" => (new ExpressionRate(value.Formula(ExpressionRate.Argument), IsSquared: false), null),
            "squared" => (new ExpressionRate(value.Formula(ExpressionRate.Argument), IsSquared: true), null),
            _ => (new NormalisedRate(value.Map("{ exponent: ... }").Allow("exponent").Required("exponent", "a number").Number()), null),
        };
    }

    private static (CollectiveRate Rate, TimeFunction? Drive) ReadExponential(YamlMap map)
    {
        (double amplitude, TimeFunction? drive) = TimedNumber.Read(map.Required("amplitude", TimedNumber.Allowed));
        return (new ExponentialRate(amplitude, map.Required("exponent", "a number").Number()), drive);
    }

    // A single coefficient is the amplitude of a constant rate and may depend on time.
    private static (CollectiveRate Rate, TimeFunction? Drive) ReadPolynomial(YamlNode node)
    {
        ImmutableArray<YamlNode> items = node.Items("a list of coefficients [c0, c1, ...]");
        if (items.Length != 1)
        {
            return (new PolynomialRate([.. items.Select(item => item.Number())]), null);
        }

        (double amplitude, TimeFunction? drive) = TimedNumber.Read(items[0]);
        return (new PolynomialRate([amplitude]), drive);
    }
}
