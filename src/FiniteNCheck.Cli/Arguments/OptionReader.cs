using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FiniteNCheck.Exact;
using FiniteNCheck.Files;
using FiniteNCheck.Files.Models;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using FiniteNCheck.Papers.Fiorelli2024.Figures;

namespace FiniteNCheck.Cli.Arguments;

/// <summary>
/// Reads option values. Every error is an <see cref="InputException"/> that names the option, what was found and what is allowed.
/// </summary>
/// <param name="parsed">The parsed command line.</param>
internal sealed class OptionReader(ParseResult parsed)
{
    /// <summary>Upper limit on threads and jobs.</summary>
    public const int MaxThreads = 1024;

    private const int MaxN = 1_000_000;
    private const int MaxGrid = 1000;
    private const int MaxFigureSpins = 10_000;
    private const int MaxTimes = 100_000;
    private const int MaxSizes = 1000;

    /// <summary>The raw value, or <see langword="null"/> if the option is absent.</summary>
    public string? Raw(Option<string[]> option)
    {
        if (parsed.GetResult(option) is not { } result)
        {
            return null;
        }

        if (result.IdentifierTokenCount > 1)
        {
            throw new InputException($"{option.Name} is given {result.IdentifierTokenCount} times: give it once.");
        }

        return result.Tokens is [{ Value.Length: > 0 } token]
            ? token.Value
            : throw new InputException($"{option.Name} has no value. {option.Description}");
    }

    /// <summary>The raw value, empty if there is none.</summary>
    public string Text(Option<string[]> option) => parsed.GetResult(option)?.Tokens is [var token] ? token.Value : "";

    /// <summary>The value of <c>--method</c> for studies; <see langword="null"/> for what each study says.</summary>
    public SolutionMethod? StudyMethod() =>
        Raw(Options.StudyMethod) is null ? null : Choice(Options.StudyMethod, SolutionMethod.Auto);

    /// <summary>Whether a flag is present.</summary>
    public bool Has(Option<bool> option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>The ladder values <c>n</c>, at least one.</summary>
    public ImmutableArray<int> Sizes() => SizesOf(Options.N, Required(Options.N, "--n 20"));

    /// <summary>The ladder value <c>n</c> where there can be one only.</summary>
    public int OneSize() => Sizes() is [var n]
        ? n
        : throw Bad(Options.N, Text(Options.N), "one size, a whole number from 1 to 1000000", "--n 20");

    /// <summary>The ladder of a study, increasing; empty if it is absent.</summary>
    /// <param name="min">The least number of sizes.</param>
    public ImmutableArray<int> StudySizes(int min)
    {
        if (Raw(Options.StudySizes) is not { } raw)
        {
            return [];
        }

        ImmutableArray<int> sizes = SizesOf(Options.StudySizes, raw);
        return sizes.Length >= min && sizes.SequenceEqual(sizes.Order())
            ? sizes
            : throw Bad(Options.StudySizes, raw, $"at least {min} sizes that increase", "--n 10,20,40,80");
    }

    private static ImmutableArray<int> SizesOf(Option<string[]> option, string raw)
    {
        string[] parts = raw.Split(',');
        List<int> sizes = [];
        foreach (string part in parts)
        {
            if (!IsLadderValue(part, out int n) || sizes.Contains(n))
            {
                string allowed = $"a whole number from 1 to {MaxN}, or several different ones separated by commas without blanks";
                throw Bad(option, raw, allowed, "--n 20", parts.Length > 1 ? $"'{part}' is not one" : null);
            }

            sizes.Add(n);
        }

        return sizes.Count <= MaxSizes ? [.. sizes] : throw Bad(option, Shortened(raw), $"at most {MaxSizes} sizes", "--n 10,20,40");
    }

    /// <summary>The order in 1/n: 0 or 1.</summary>
    public int Order() => Raw(Options.Order) switch
    {
        null or "0" => 0,
        "1" => 1,
        { } raw => throw Bad(Options.Order, raw, "0 (the limit) or 1 (with the coefficients of 1/n)", "--order 1"),
    };

    /// <summary>A finite number that must be given.</summary>
    /// <param name="option">The option.</param>
    /// <param name="example">What it could be.</param>
    public double Real(Option<string[]> option, string example) =>
        TryReal(Required(option, example), out double number) ? number : throw Bad(option, Raw(option)!, "a number", example);

    /// <summary>The ladder value at which an expansion is evaluated, or <see langword="null"/>.</summary>
    public int? EvaluatedAt() => Raw(Options.EvaluatedAt) is { } raw ? LadderValue(raw) : null;

    /// <summary>A model whose start is the component asked for of its mixture; the model itself where none is asked for.</summary>
    /// <param name="model">The model.</param>
    public SymmetricModel ComponentOf(SymmetricModel model)
    {
        if (Raw(Options.Component) is not { } raw)
        {
            return model;
        }

        int count = model.Components.Length;
        return count == 0
            ? throw new InputException(
                $"--component is for models that start from a mixture; model '{model.Name}' does not. Leave it out.")
            : int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= count
                ? model.Components[number - 1].Model
                : throw Bad(Options.Component, raw, $"a whole number from 1 to {count}", "--component 1");
    }

    /// <summary>The component asked for, as a parameter of the run; none where none is asked for.</summary>
    public IEnumerable<(string Name, string Value)> ComponentParameter() =>
        Raw(Options.Component) is { } raw ? [("component", raw)] : [];

    private static int LadderValue(string raw) =>
        IsLadderValue(raw, out int n) ? n : throw Bad(Options.N, raw, $"a whole number from 1 to {MaxN}", "--n 20");

    private static bool IsLadderValue(string text, out int n) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out n) && n is >= 1 and <= MaxN;

    /// <summary>The times of output.</summary>
    public ImmutableArray<double> Times() => TimesOf(Options.Times, Required(Options.Times, "--times 0.5,2"));

    /// <summary>The times of a study, all above 0; empty if they are absent.</summary>
    public ImmutableArray<double> StudyTimes()
    {
        ImmutableArray<double> times = Raw(Options.StudyTimes) is { } raw ? TimesOf(Options.StudyTimes, raw) : [];
        return times is [0, ..]
            ? throw Bad(Options.StudyTimes, Raw(Options.StudyTimes)!, "times above 0: at 0 there is nothing to verify", "--times 0.5,2")
            : times;
    }

    private static ImmutableArray<double> TimesOf(Option<string[]> option, string raw)
    {
        const string Allowed = "numbers that are not negative and increase, separated by commas without blanks, or from:to:step";
        List<double> times = [];
        foreach (string part in raw.Split(','))
        {
            ImmutableArray<double> series = part.Contains(':', StringComparison.Ordinal) ? Series(option, raw, part)
                : TryReal(part, out double time) && time >= 0 ? [time]
                : throw Bad(option, Shortened(raw), Allowed, "--times 0.5,2", $"'{part}' is not such a number");
            if (times.Count > 0 && series[0] <= times[^1])
            {
                throw Bad(option, Shortened(raw), Allowed, "--times 0.5,2", $"{part} does not exceed the time before it");
            }

            times.AddRange(series);
        }

        return times.Count <= MaxTimes ? [.. times] : throw Bad(option, Shortened(raw), $"at most {MaxTimes} times", "--times 0:10:0.1");
    }

    /// <summary>The frequencies of a spectrum; empty if the option is absent.</summary>
    public ImmutableArray<double> Frequencies() => Raw(Options.Frequencies) is not { } raw ? [] :
    [
        .. raw.Split(',').Select(part => TryReal(part, out double frequency) ? frequency : throw Bad(
            Options.Frequencies, raw, "finite numbers separated by commas without blanks", "--frequencies -1,0,1",
            $"'{part}' is not such a number")),
    ];

    /// <summary>The end of the integral over time, or <see langword="null"/> if the option is absent.</summary>
    public double? Until() => Raw(Options.Until) is not { } raw ? null
        : TryReal(raw, out double end) && end > 0 ? end
        : throw Bad(Options.Until, raw, "a positive number", "--until 20");

    /// <summary>The times <c>from, from + step, ..</c> up to <c>to</c>.</summary>
    private static ImmutableArray<double> Series(Option<string[]> option, string raw, string part)
    {
        const string Allowed = "from:to:step with 0 <= from < to and a step above 0";
        double[] numbers = [.. part.Split(':').Select(text => TryReal(text, out double number) ? number : double.NaN)];
        if (numbers is not [>= 0 and var from, var to, > 0 and var step] || !(to > from))
        {
            throw Bad(option, Shortened(raw), Allowed, "--times 0:10:0.1", $"'{part}' is no series");
        }

        // A last step that only rounding makes too long still counts.
        double steps = Math.Floor(((to - from) / step) + 1e-9);
        if (steps >= MaxTimes)
        {
            throw Bad(option, Shortened(raw), $"at most {MaxTimes} times", "--times 0:10:0.1", $"'{part}' is more");
        }

        // Rounded to 12 digits of the largest: 0:1:0.1 passes through 0.3, not 0.30000000000000004.
        int digits = 12 - (int)Math.Ceiling(Math.Log10(to));
        ImmutableArray<double> times =
        [
            .. Enumerable
                .Range(0, (int)steps + 1)
                .Select(i => from + (i * step))
                .Select(time => digits is >= 0 and <= 15 ? Math.Round(time, digits) : time),
        ];
        return times.Zip(times.Skip(1)).All(pair => pair.Second > pair.First)
            ? times
            : throw Bad(option, Shortened(raw), Allowed, "--times 0:10:0.1", $"the step of '{part}' is lost in rounding");
    }

    /// <summary>The numbers that replace those of the model file, in the order given; none if the option is absent.</summary>
    public ImmutableArray<ModelSetting> Settings()
    {
        if (parsed.GetResult(Options.Set) is not { } result)
        {
            return [];
        }

        List<ModelSetting> settings = [];
        foreach (string part in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !TryReal(part[(equals + 1)..], out double value))
            {
                const string Allowed = "NAME=X with a finite number X, several separated by commas without blanks";
                throw Bad(Options.Set, part, Allowed, "--set omega=0.3");
            }

            string name = part[..equals];
            if (settings.Exists(setting => string.Equals(setting.Path, name, StringComparison.Ordinal)))
            {
                throw new InputException($"{Options.Set.Name} gives '{name}' twice: give it once.");
            }

            settings.Add(new ModelSetting(name, value));
        }

        return settings.Count > 0 ? [.. settings] : throw new InputException($"{Options.Set.Name} has no value. {Options.Set.Description}");
    }

    /// <summary>The names of observables, each once, in the order given; empty if the option is absent.</summary>
    public ImmutableArray<string> ObservableNames()
    {
        if (Raw(Options.Observables) is not { } raw)
        {
            return [];
        }

        // Most shells remove the quotes round a pair; its covariance is shown either way.
        string[] names =
        [
            .. raw.Replace("\"", "", StringComparison.Ordinal)
                .Split(',', StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.Ordinal),
        ];
        return Array.TrueForAll(names, name => name.Length > 0)
            ? [.. names]
            : throw Bad(Options.Observables, raw, "names of observables separated by commas", "--observables z.all,\"z.all,z.all\"");
    }

    /// <summary>Whether existing files may be replaced.</summary>
    /// <param name="target">The option that names the directory.</param>
    public bool Force(Option<string[]> target) => Has(Options.Force) && (Raw(target) is not null
        ? true
        : throw new InputException("--force is about the files of --out, which is missing: give --out DIR too."));

    private static string Shortened(string text) => text.Length <= 200 ? text : $"{text[..200]}...";

    /// <summary>The arguments of Weyl operators, or <see langword="null"/> if the option is absent.</summary>
    public WeylTriple? Weyl() => Raw(Options.Weyl) is not { } raw
        ? null
        : WeylTriple.Parse(raw, out string problem) ?? throw Bad(
            Options.Weyl,
            raw,
            "three lists r1; r; r2 of finite numbers, one number per observable, separated by commas",
            "--weyl \"0.4,-0.3,0.5; 0.5,0.6,-0.4; 0,0,0\"",
            problem);

    /// <summary>The tolerance.</summary>
    public double Tolerance(double byDefault) => Tolerance(Options.Tolerance, byDefault);

    /// <summary>The residual that a search aims at.</summary>
    public double ResidualTolerance(double byDefault) => Tolerance(Options.ResidualTolerance, byDefault);

    private double Tolerance(Option<string[]> option, double byDefault) => Raw(option) is not { } raw ? byDefault
        : TryReal(raw, out double tolerance) && tolerance is >= 1e-14 and <= 1e-3 ? tolerance
        : throw Bad(option, raw, "a number from 1e-14 to 1e-3", "--tolerance 1e-10");

    /// <summary>The number of threads, 0 for all cores.</summary>
    public int Threads() => Raw(Options.Threads) is not { } raw ? 0
        : int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads <= MaxThreads ? threads
        : throw Bad(Options.Threads, raw, $"a whole number from 0 (all cores) to {MaxThreads}", "--threads 2");

    /// <summary>Uses the library for dense matrices that was chosen, or the best one here.</summary>
    public void UseLinearAlgebra()
    {
        LinearAlgebraLibrary library = Choice(Options.LinearAlgebra, LinearAlgebraLibrary.Auto);
        if (LinearAlgebra.TryUse(library))
        {
            return;
        }

        string remedy = library == LinearAlgebraLibrary.Mkl
            ? "build the program with -p:WithMkl=true, which adds the packages of MKL where your registry has them"
            : "build the program with -p:WithOpenBlas=true and put MathNet's libMathNetNumericsOpenBLAS where libraries are found";
        throw new InputException(
            $"{Options.LinearAlgebra.Name} is '{Raw(Options.LinearAlgebra)}', which is not here: {remedy}, or use auto or managed.");
    }

    /// <summary>A whole number, or <see langword="null"/> if the option is absent.</summary>
    public int? Whole(Option<string[]> option, int min, int max) => Raw(option) is not { } raw ? null
        : int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max ? number
        : throw Bad(option, raw, $"a whole number from {min} to {max}", $"{option.Name} {Math.Clamp(2, min, max)}");

    /// <summary>The memory limit in bytes, or <see langword="null"/> if the option is absent.</summary>
    public long? MemoryLimit() => Raw(Options.MemoryLimit) is not { } raw ? null
        : ByteSize.TryParse(raw, out long bytes) ? bytes
        : throw Bad(Options.MemoryLimit, raw, "a positive number with B, KB, MB, GB, TB, KiB, MiB, GiB or TiB", "--memory-limit 8GB");

    /// <summary>The size of a grid, or <see langword="null"/> if the option is absent.</summary>
    public GridSize? Grid(Option<string[]> option)
    {
        if (Raw(option) is not { } raw)
        {
            return null;
        }

        string[] parts = raw.Split('x');
        int[] counts =
        [
            .. parts.Select(part =>
                int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is >= 2 and <= MaxGrid
                    ? count
                    : 0),
        ];
        return parts.Length <= 2 && Array.TrueForAll(counts, count => count > 0)
            ? new GridSize(counts[0], counts[^1])
            : throw Bad(option, raw, $"a whole number from 2 to {MaxGrid}, or two of them as in 12x8", $"{option.Name} 12x8");
    }

    /// <summary>The numbers of spins of <c>--finite-n</c>; none if it is absent.</summary>
    public ImmutableArray<int> FiniteSizes()
    {
        if (Raw(Options.FiniteN) is not { } raw)
        {
            return [];
        }

        List<int> sizes = [];
        foreach (string part in raw.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int spins)
                || spins is < 2 or > MaxFigureSpins
                || spins % 2 != 0
                || sizes.Contains(spins))
            {
                throw Bad(
                    Options.FiniteN,
                    raw,
                    $"different even numbers from 2 to {MaxFigureSpins}, separated by commas without blanks",
                    "--finite-n 100,400",
                    $"'{part}' is not one");
            }

            sizes.Add(spins);
        }

        return [.. sizes];
    }

    /// <summary>The value of an enumeration, written in lower case.</summary>
    public T Choice<T>(Option<string[]> option, T byDefault)
        where T : struct, Enum =>
        Choice(option, Enum.GetValues<T>(), value => value.ToString().ToLowerInvariant(), byDefault);

    /// <summary>One of several values, by its name.</summary>
    public T Choice<T>(Option<string[]> option, IReadOnlyList<T> values, Func<T, string> name, T byDefault)
    {
        if (Raw(option) is not { } raw)
        {
            return byDefault;
        }

        string[] names = [.. values.Select(name)];
        int index = Array.IndexOf(names, raw);
        return index >= 0
            ? values[index]
            : throw new InputException($"{option.Name} is '{raw}': allowed are {string.Join(", ", names)}.{Suggestion.For(raw, names)}");
    }

    /// <summary>The members of an enumeration as written on the command line.</summary>
    public static string[] NamesOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    private static bool TryReal(string text, out double value) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out value) && double.IsFinite(value);

    private static InputException Bad(Option<string[]> option, string raw, string allowed, string example, string? detail = null) =>
        new($"{option.Name} is '{raw}'{(detail is null ? "" : $", where {detail}")}: allowed is {allowed}. Example: {example}.");

    /// <summary>What an option that must be given says.</summary>
    /// <param name="option">The option.</param>
    /// <param name="example">What it could be.</param>
    public string Required(Option<string[]> option, string example) =>
        Raw(option) ?? throw new InputException($"{option.Name} is missing. {option.Description} Example: {example}.");
}
