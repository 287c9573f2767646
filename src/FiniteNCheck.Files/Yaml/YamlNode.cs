using System.Collections.Immutable;
using FiniteNCheck.Files.Formulas;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Files.Yaml;

/// <summary>
/// A value in an input file, with its position. Each accessor returns a checked value of one type or throws an
/// <see cref="InputFileException"/> that names the file, line and key, what was found, what is allowed and what to do.
/// </summary>
public abstract class YamlNode
{
    private protected YamlNode(string file, int line, string key)
    {
        File = file;
        Line = line;
        Key = key;
    }

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>The line, counted from 1: of the key for a map or list, of the text for a scalar.</summary>
    public int Line { get; }

    /// <summary>The key path, such as <c>jumps[2].rate</c>, empty for the top level. List items count from 1.</summary>
    public string Key { get; }

    /// <summary>The value described in words, for messages.</summary>
    public abstract string Description { get; }

    /// <summary>The folder of the file that this stands in, to which the files that it names are relative.</summary>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(File)) ?? string.Empty;

    /// <summary>The path of the existing file named here, relative to the file that this stands in.</summary>
    /// <param name="allowed">What is allowed here, for the message.</param>
    /// <exception cref="InputFileException">There is no such file.</exception>
    public string NamedFile(string allowed)
    {
        string path = Path.Combine(Folder, Text());
        return InputBytes.Exists(path) ? path : throw Error(allowed, $"Check the path: there is no file {path}.");
    }

    /// <summary>This node as a map.</summary>
    /// <param name="allowed">What is allowed here, for the message.</param>
    /// <exception cref="InputFileException">The node is not a map.</exception>
    public virtual YamlMap Map(string allowed = "a map of keys to values") =>
        throw Error(allowed, "Write 'key: value' lines below it, or { key: value }.");

    /// <summary>The items of this list.</summary>
    /// <param name="allowed">What is allowed here, for the message.</param>
    /// <exception cref="InputFileException">The node is not a list.</exception>
    public virtual ImmutableArray<YamlNode> Items(string allowed = "a list") =>
        throw Error(allowed, "Write [a, b, ...], or one '- item' per line.");

    /// <summary>The items of this list, each read by <paramref name="read"/>.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="read">Reads one item.</param>
    /// <param name="allowed">What is allowed here, for the message.</param>
    /// <exception cref="InputFileException">The node is not a list, or an item is invalid.</exception>
    public ImmutableArray<T> List<T>(Func<YamlNode, T> read, string allowed = "a list") => [.. Items(allowed).Select(read)];

    /// <summary>The items of this list, which must have a fixed length.</summary>
    /// <param name="length">The number of items.</param>
    /// <param name="meaning">What the items are, for the message: <c>the components x, y, z</c>.</param>
    /// <param name="longer">The remedy for a longer list, a full sentence; <see langword="null"/> for the general one.</param>
    /// <exception cref="InputFileException">The node is not a list of that length.</exception>
    public ImmutableArray<YamlNode> Items(int length, string meaning, string? longer = null)
    {
        string allowed = $"a list of {length}: {meaning}";
        if (this is not YamlList list)
        {
            throw Error(allowed, "Write the items between [ and ].");
        }

        return list.Length == length
            ? Items()
            : throw Error(allowed, list.Length > length && longer is not null ? longer : $"Give {length} items.");
    }

    /// <summary>The finite number written here.</summary>
    /// <exception cref="InputFileException">The value is not a finite number in decimal notation.</exception>
    public virtual double Number() => throw Error("a finite number", "Write one number such as 0.5 or 1e-3.");

    /// <summary>The formula written here, with numbers in place of the parameters.</summary>
    /// <param name="variables">The variables that it may have beside the parameters.</param>
    /// <exception cref="InputFileException">It is no formula.</exception>
    public virtual Formula Formula(params IReadOnlyCollection<string> variables) =>
        throw Error("a formula in quotes", "Write it as one text, such as \"0.5*exp(2*x)\".");

    /// <summary>The formula written here, and its text.</summary>
    /// <param name="scope">What it may name.</param>
    /// <param name="meaning">What is allowed here, for the message: <c>a formula of means and covariances</c>.</param>
    /// <exception cref="InputFileException">It is no formula.</exception>
    public virtual (Formula Formula, string Text) Formula(FormulaScope scope, string meaning) =>
        throw Error(meaning, "Write it as one text, such as \"1/(1 - beta)\".");

    /// <summary>This node with parameters that quoted formulas may use wherever a number stands.</summary>
    /// <param name="parameters">Their values, by name.</param>
    public abstract YamlNode WithParameters(ImmutableSortedDictionary<string, double> parameters);

    /// <summary>The whole number written here.</summary>
    /// <param name="min">The smallest allowed value.</param>
    /// <param name="max">The largest allowed value.</param>
    /// <param name="allowed">What is allowed here, for the message; by default the range.</param>
    /// <exception cref="InputFileException">The value is not a whole number in that range.</exception>
    public virtual int WholeNumber(int min = int.MinValue, int max = int.MaxValue, string? allowed = null) =>
        throw Error(allowed ?? WholeNumberRange(min, max), "Write one whole number.");

    /// <summary>The text written here: one line of 1 to 200 characters.</summary>
    /// <exception cref="InputFileException">The value is not such a text.</exception>
    public virtual string Text() => throw Error("a text of one line", "Write one text.");

    /// <summary>The Boolean value written here.</summary>
    /// <exception cref="InputFileException">The value is neither <c>true</c> nor <c>false</c>.</exception>
    public virtual bool TrueOrFalse() => throw Error("true or false", "Write true or false.");

    /// <summary>The value of the option named here.</summary>
    /// <typeparam name="T">The type of the options' values.</typeparam>
    /// <param name="options">The names, case-sensitive, and their values.</param>
    /// <exception cref="InputFileException">The value names none of the options.</exception>
    public virtual T Choice<T>(params ReadOnlySpan<(string Name, T Value)> options) =>
        throw Error(JoinNames(options), "Write one of these words.");

    /// <summary>An exception about this node, for checks that are made elsewhere. The caller throws it.</summary>
    /// <param name="allowed">What is allowed here.</param>
    /// <param name="remedy">What to do, a full sentence.</param>
    /// <param name="found">What was found; by default the node's own description.</param>
    public InputFileException Error(string allowed, string remedy, string? found = null) =>
        new(File, Line, Key, found ?? Description, allowed, remedy);

    /// <summary>The node at a key path below this one, or its nearest ancestor that exists.</summary>
    /// <param name="path">The path, such as <c>jumps[2].rate</c>. List items count from 1.</param>
    public YamlNode Nearest(string path)
    {
        YamlNode node = this;
        foreach (string step in Steps(path))
        {
            if (node.Child(step) is not { } child)
            {
                break;
            }

            node = child;
        }

        return node;
    }

    /// <summary>A copy of this node with one number replaced. All lines and keys stay the same.</summary>
    /// <param name="path">The path of the number, such as <c>jumps[2].rate.exponential.exponent</c> or <c>initial.plus[3]</c>.</param>
    /// <param name="value">The new number.</param>
    /// <exception cref="InputFileException">There is no number at that path.</exception>
    public YamlNode With(string path, double value)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Replace(Steps(path), path, value);
    }

    /// <summary>A copy of this node with the number at the end of the steps replaced.</summary>
    /// <param name="steps">The steps from here.</param>
    /// <param name="path">The whole path, for the message.</param>
    /// <param name="value">The new number.</param>
    internal virtual YamlNode Replace(ReadOnlySpan<string> steps, string path, double value) =>
        throw Error(
            "a map or list that leads on to a number",
            $"Correct the path {Wording.Quote(path)}, or write the number into the file.");

    /// <summary>The child at one step of a path, <c>name</c> or <c>[3]</c>.</summary>
    /// <param name="step">The step.</param>
    private protected virtual YamlNode? Child(string step) => null;

    /// <summary>The child that leads on to the number to be replaced.</summary>
    /// <param name="step">The step.</param>
    /// <param name="path">The whole path, for the message.</param>
    private protected YamlNode ChildOnPath(string step, string path) => Child(step)
        ?? throw Error(
            $"the next step {Wording.Quote(step)} of the path {Wording.Quote(path)}",
            "Correct the path, or write that key with a number into the file.");

    private static string[] Steps(string path) =>
        path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);

    private protected static string WholeNumberRange(int min, int max) => (min, max) switch
    {
        (int.MinValue, int.MaxValue) => "a whole number",
        (_, int.MaxValue) => $"a whole number of at least {min}",
        (int.MinValue, _) => $"a whole number of at most {max}",
        _ => $"a whole number from {min} to {max}",
    };

    private protected static string JoinNames<T>(ReadOnlySpan<(string Name, T Value)> options)
    {
        List<string> names = [];
        foreach ((string name, _) in options)
        {
            names.Add(name);
        }

        return string.Join(" or ", names);
    }
}
