using FsCheck;
using FsCheck.Fluent;

namespace FiniteNCheck.Tests.Hardening;

/// <summary>
/// FsCheck generators of model and study files that nobody wrote: every key of the formats, mostly
/// with values that are allowed, so that a file comes far before it is refused, if it is.
/// </summary>
internal static class DrawnFile
{
    private static readonly Gen<string> Number = Gen.Frequency(
        (12, Gen.Elements("0", "1", "-1", "0.5", "0.2", "-0.3", "1.5", "2", "0.6")),
        (2, Gen.Choose(-3000, 3000).Select(each => $"{each}e-3")),
        (
            1,
            Gen.Elements(
                "1e50", "-1e-50", "1e49", "1e308", "1e-320", "700", "1e5", "1.0000000000000002", "-0", ".nan", "-.inf", "true", "''",
                "[1]")));

    private static readonly Gen<string> Positive = Gen.Frequency((12, Gen.Elements("1", "0.5", "2", "0.75", "3")), (1, Number));

    private static readonly Gen<string> Block = Gen.Frequency(
        (20, Gen.Choose(1, 3).Select(h => $"b{h}")), (1, Gen.Elements("b9", "B1", "1", "''", "b1 b2", "../b1")));

    private static readonly Gen<string> Vector = Gen.Frequency(
        (
            8,
            from axis in Gen.Choose(0, 2)
            from value in Number
            select $"[{string.Join(", ", Enumerable.Range(0, 3).Select(a => a == axis ? value : "0"))}]"),
        (6, from values in Gen.ArrayOf(Number, 3) select $"[{string.Join(", ", values)}]"),
        (1, from values in ListOf(Number, 0, 5) select $"[{string.Join(", ", values)}]"));

    private static readonly Gen<string> ByBlock =
        from entries in ListOf(from block in Block from vector in Vector select (block, vector), 0, 3)
        select $"{{ {string.Join(", ", entries.DistinctBy(entry => entry.block).Select(entry => $"{entry.block}: {entry.vector}"))} }}";

    private static readonly Gen<string> Complex =
        from re in Number
        from im in Gen.Frequency((3, Gen.Constant("0")), (1, Number))
        select $"[{re}, {im}]";

    private static readonly Gen<string> Operator = Gen.Frequency(
        (9, Gen.Elements("raise", "lower", "z")),
        (4, from e in Gen.ArrayOf(Complex, 4) select $"[[{e[0]}, {e[1]}], [{e[2]}, {e[3]}]]"),
        (1, Gen.Elements("x", "Raise", "[]", "[[1]]", "{}")));

    private static readonly Gen<string> Rate = Gen.OneOf(
        from amplitude in Number from exponent in Number select $"{{ exponential: {{ amplitude: {amplitude}, exponent: {exponent} }} }}",
        from coefficients in ListOf(Number, 1, 6) select $"{{ polynomial: [{string.Join(", ", coefficients)}] }}",
        from exponent in Number select $"{{ normalised: {{ exponent: {exponent} }} }}");

    private static readonly Gen<string> Jump =
        from block in Block
        from @operator in Operator
        from rate in Rate
        from argument in Gen.Frequency((9, ByBlock.Select(each => $", argument: {each}")), (1, Gen.Constant("")))
        from site in Gen.Frequency((6, Gen.Constant("")), (1, Gen.Elements(", own-site: false", ", own-site: true", ", own-site: no")))
        select $"  - {{ block: {block}, operator: {@operator}, rate: {rate}{argument}{site} }}\n";

    private static readonly Gen<string> Coupling =
        from first in Block
        from second in Block
        from axes in Gen.ArrayOf(Gen.Elements("x", "y", "z"), 2)
        from strength in Number
        select $"    - {{ between: [{first}, {second}], axes: [{axes[0]}, {axes[1]}], strength: {strength} }}\n";

    private static readonly Gen<string> Start = Gen.Frequency(
        (5, Gen.Constant("{ b1: [0, 0, 1], b2: [0.6, 0, -0.8], b3: [0, 0, 0] }")),
        (4, ByBlock),
        (2, ByBlock.Select(each => $"{{ fixed-point: {each} }}")),
        (1, Gen.Elements("retrieval", "paramagnetic", "{}", "[]", "~")));

    private static readonly Gen<string> Blocks =
        from shares in ListOf(Positive, 0, 3)
        select string.Concat(shares.Select((share, h) => $"  - {{ name: b{h + 1}, share: {share} }}\n"));

    private static readonly Gen<string> General =
        from blocks in Blocks
        from fields in Gen.Frequency((2, ByBlock.Select(each => $"  fields: {each}\n")), (1, Gen.Constant("")))
        from couplings in Gen.Frequency(
            (1, ListOf(Coupling, 1, 3).Select(each => $"  couplings:\n{string.Concat(each)}")), (1, Gen.Constant("")))
        from jumps in ListOf(Jump, 0, 4)
        from start in Start
        select $"name: drawn\nblocks:\n{blocks}hamiltonian:\n{fields}{couplings}jumps:\n{string.Concat(jumps)}initial: {start}\n";

    private static readonly Gen<string> Pattern =
        from signs in ListOf(Gen.Frequency((9, Gen.Elements("1", "-1")), (1, Gen.Elements("0", "2", "0.5"))), 1, 4)
        select $"[{string.Join(", ", signs)}]";

    private static readonly Gen<string> Patterns = Gen.Frequency(
        (3, Gen.Elements("1", "2", "3")),
        (1, Gen.Elements("0", "4", "-1", "1.5", "[]")),
        (2, ListOf(Pattern, 1, 4).Select(rows => $"[{string.Join(", ", rows)}]")));

    private static readonly Gen<string> Hopfield =
        from patterns in Patterns
        from temperature in Positive
        from field in Number
        from coupling in Number
        from rates in Gen.Elements("exponential", "normalised", "exponential", "normalized")
        from energy in Gen.Elements("true", "false", "true", "maybe")
        from start in Gen.Frequency(
            (4, Gen.Elements("retrieval", "paramagnetic")), (2, Vector.Select(each => $"{{ plus: {each}, minus: {each} }}")), (1, Start))
        select $"name: drawn\nhopfield:\n  patterns: {patterns}\n  temperature: {temperature}\n  transverse-field: {field}\n  coupling: "
            + $"{coupling}\n  rates: {rates}\n  self-energy: {energy}\ninitial: {start}\n";

    private static readonly Gen<string> Axis =
        from parameter in Gen.Elements(
            "hopfield.temperature",
            "hopfield.transverse-field",
            "hopfield.coupling",
            "initial.plus[3]",
            "jumps[1].rate.polynomial[1]",
            "name",
            "hopfield",
            "[1]",
            "a..b")
        from values in Gen.OneOf(
            ListOf(Number, 1, 3).Select(each => $"values: [{string.Join(", ", each)}]"),
            from first in Number
            from last in Number
            from count in Gen.Elements("1", "2", "3", "0", "100000", "1e9")
            select $"from: {first}, to: {last}, count: {count}")
        select $"  - {{ parameter: {parameter}, {values} }}\n";

    private static readonly Gen<string> Study =
        from model in Gen.Elements(
            "paramagnetic", "retrieval", "zero-field", "two-patterns", "tilted-channels", "density-dependent", "none")
        from ladder in Gen.Frequency(
            (4, Gen.Elements("[2, 4, 6, 8]", "[2, 3, 4, 5, 6]")),
            (1, ListOf(Positive, 0, 8).Select(each => $"[{string.Join(", ", each)}]")))
        from times in Gen.Frequency((4, Gen.Constant("[0.01]")), (1, ListOf(Positive, 0, 4).Select(each => $"[{string.Join(", ", each)}]")))
        from tolerance in Gen.Frequency((4, Gen.Constant("")), (1, Number.Select(each => $"tolerance: {each}\n")))
        from resolution in Gen.Frequency((4, Gen.Constant("")), (1, Number.Select(each => $"resolution: {each}\n")))
        from prediction in Gen.Elements("mean-field", "covariance-full", "covariance-printed", "everything")
        from expected in Gen.Elements("confirmed", "refuted", "inconclusive", "confirmed", "true")
        from sweep in Gen.Frequency((2, Gen.Constant("")), (1, ListOf(Axis, 1, 7).Select(axes => $"sweep:\n{string.Concat(axes)}")))
        select $"name: drawn\nmodel: models/{model}.yaml\nladder: {ladder}\ntimes: {times}\n{tolerance}{resolution}predictions: "
            + $"[{{ prediction: {prediction}, expect: {expected} }}]\n{sweep}";

    private static readonly Gen<(bool IsStudy, string Text)> Any = Gen.Frequency(
        (3, General.Select(text => (false, text))), (2, Hopfield.Select(text => (false, text))), (2, Study.Select(text => (true, text))));

    /// <summary>One file of a seed.</summary>
    /// <param name="seed">The seed.</param>
    public static (bool IsStudy, string Text) Of(ulong seed) => Any.Sample(1, new Rnd(seed), 50)[0];

    private static Gen<T[]> ListOf<T>(Gen<T> item, int fewest, int most) =>
        Gen.Choose(fewest, most).SelectMany(count => Gen.ArrayOf(item, count));
}
