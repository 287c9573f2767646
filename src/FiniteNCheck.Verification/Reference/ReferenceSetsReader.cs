using System.Collections.Immutable;
using FiniteNCheck.Files;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Reference;

/// <summary>Reads the catalogue <c>sets.yaml</c>.</summary>
internal static class ReferenceSetsReader
{
    private const double MaxTolerance = 1e-6;
    private static readonly ImmutableArray<string> Always = ["name", "purpose", "kind", "model", "tolerance", "speed"];

    /// <summary>Reads the sets.</summary>
    /// <param name="path">The catalogue.</param>
    /// <exception cref="InputFileException">It is invalid.</exception>
    public static ImmutableArray<ReferenceSet> Load(string path)
    {
        YamlNode list = YamlFile.Load(path).Allow("sets").Required("sets", "a list of sets");
        ImmutableArray<ReferenceSet> sets = list.List(node => Set(node.Map(), Path.GetDirectoryName(path) ?? ""));
        for (int i = 1; i < sets.Length; i++)
        {
            if (sets.Take(i).Any(earlier => string.Equals(earlier.Name, sets[i].Name, StringComparison.Ordinal)))
            {
                throw list.Items()[i].Error("every name once", "Rename one of the two.", $"'{sets[i].Name}' for the second time");
            }
        }

        return sets;
    }

    private static ReferenceSet Set(YamlMap map, string folder)
    {
        ReferenceKind kind = map.Required("kind", "exact, limit or gibbs").Choice(
            ("exact", ReferenceKind.Exact), ("limit", ReferenceKind.Limit), ("gibbs", ReferenceKind.Gibbs));
        bool hasSizes = kind != ReferenceKind.Limit;
        bool hasTimes = kind != ReferenceKind.Gibbs;
        map.Allow([.. Always, .. Own(kind)]);
        YamlNode model = map.Required("model", "the path of a model file, relative to this file");
        YamlNode? quantities = map.Optional("quantities");
        ReferenceSet set = new()
        {
            Name = Name(map.Required("name", "the set's name")),
            Purpose = map.Required("purpose", "one line").Text(),
            Kind = kind,
            Model = Model(model, folder),
            Quantities = quantities is null
                ? []
                : QuantityReader.Read(quantities, ModelFile.Load(Path.Combine(folder, Model(model, folder)))),
            Sizes = hasSizes ? Increasing(map.Required("n", "a list such as [2, 3, 5]"), node => node.WholeNumber(min: 1)) : [],
            Times = hasTimes ? Increasing(map.Required("times", "a list such as [0.5, 1]"), Time) : [],
            Drift = hasSizes
                ? null
                : map.Required("drift", "full or printed").Choice<Drift?>([.. Drift.Known.Select(drift => (drift.Name, drift))]),
            Tolerance = Tolerance(
                map.Required("tolerance", "{ mean: 1e-11, covariance: 1e-9 }").Map(), hasQuantities: quantities is not null),
            IsQuick = map.Required("speed", "quick or slow").Choice(("quick", true), ("slow", false)),
        };
        return map.Optional("integrator") is { } node ? set with { IntegratorTolerance = node.Number() } : set;
    }

    private static ImmutableArray<string> Own(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Exact => ["n", "times", "quantities", "integrator"],
        ReferenceKind.Limit => ["drift", "times"],
        _ => ["n"],
    };

    private static string Name(YamlNode node) =>
        node.Text() is var name && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? name
            : throw node.Error("lower-case letters, digits and hyphens", "It becomes the name of a file: rename it.");

    private static string Model(YamlNode node, string folder)
    {
        string path = node.Text();
        return !path.Contains(' ', StringComparison.Ordinal) && File.Exists(Path.Combine(folder, path))
            ? path
            : throw node.Error(
                "the path of a model file without blanks, relative to this file",
                $"Check the path: there is no file {Path.Combine(folder, path)}.");
    }

    private static double Time(YamlNode node) => node.Number() is >= 0 and var time
        ? time
        : throw node.Error("a time that is not negative", "Correct it.");

    private static ImmutableArray<T> Increasing<T>(YamlNode node, Func<YamlNode, T> read)
        where T : IComparable<T>
    {
        ImmutableArray<T> values = node.List(read);
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i].CompareTo(values[i - 1]) <= 0)
            {
                throw node.Items()[i]
                    .Error("a strictly increasing list", "Sort the list and remove duplicates.", $"{values[i]} after {values[i - 1]}");
            }
        }

        return values.IsEmpty ? throw node.Error("a list of at least one", "Add one.") : values;
    }

    private static ReferenceTolerance Tolerance(YamlMap map, bool hasQuantities)
    {
        map.Allow(["mean", "covariance", "covariance-relative", .. hasQuantities ? ["quantity"] : Array.Empty<string>()]);
        return new ReferenceTolerance(
            Small(map.Required("mean", "an absolute tolerance")),
            Small(map.Required("covariance", "an absolute tolerance")),
            map.Optional("covariance-relative") is { } node ? Small(node) : 0,
            hasQuantities ? Small(map.Required("quantity", "an absolute tolerance")) : 0);
    }

    private static double Small(YamlNode node) =>
        node.Number() is > 0 and <= MaxTolerance and var value
            ? value
            : throw node.Error(
                $"a number above 0 and at most {Numeral.Exact(MaxTolerance)}", "A reference that allows more is none: compute it better.");
}
