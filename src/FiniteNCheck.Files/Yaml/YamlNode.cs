using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Files.Yaml;

/// <summary>
/// A value of an input file that knows where it stands, with typed access: each accessor returns a checked value or throws an
/// <see cref="InputFileException"/> that names file, line, key, what was found, what is allowed and what to do.
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

    /// <summary>The line, from 1: that of the key for a map or list, that of the text for a scalar.</summary>
    public int Line { get; }

    /// <summary>The key path such as <c>jumps[2].rate</c>, list items counted from 1; empty for the top level.</summary>
    public string Key { get; }

    /// <summary>What stands here, in words for a message.</summary>
    public abstract string Description { get; }

    /// <summary>This node as a map.</summary>
    /// <param name="allowed">What may stand here, for the message.</param>
    /// <exception cref="InputFileException">It is none.</exception>
    public virtual YamlMap Map(string allowed = "a map of keys to values") =>
        throw Error(allowed, "Write 'key: value' lines below it, or { key: value }.");

    /// <summary>The items of this list.</summary>
    /// <param name="allowed">What may stand here, for the message.</param>
    /// <exception cref="InputFileException">It is no list.</exception>
    public virtual ImmutableArray<YamlNode> Items(string allowed = "a list") =>
        throw Error(allowed, "Write [a, b, ...], or one '- item' per line.");

    /// <summary>The items of this list, each read by <paramref name="read"/>.</summary>
    /// <typeparam name="T">What an item is read as.</typeparam>
    /// <param name="read">Reads one item.</param>
    /// <param name="allowed">What may stand here, for the message.</param>
    /// <exception cref="InputFileException">It is no list, or an item is refused.</exception>
    public ImmutableArray<T> List<T>(Func<YamlNode, T> read, string allowed = "a list") => [.. Items(allowed).Select(read)];

    /// <summary>The items of this list of a fixed length.</summary>
    /// <param name="length">The number of items.</param>
    /// <param name="meaning">What the items are, for the message: <c>the components x, y, z</c>.</param>
    /// <param name="longer">What a longer list means: one sentence with its full stop; <see langword="null"/> where it is a slip.</param>
    /// <exception cref="InputFileException">It is no list of that length.</exception>
    public ImmutableArray<YamlNode> Items(int length, string meaning, string? longer = null)
    {
        string allowed = $"a list of {length}: {meaning}";
        if (this is not YamlList list)
        {
            throw Error(allowed, "Write the items between [ and ].");
        }

        return list.Length == length ? Items() : throw Error(allowed, list.Length > length && longer is not null ? longer : $"Give {length} items.");
    }

    /// <summary>The finite number written here.</summary>
    /// <exception cref="InputFileException">It is no finite number in decimal notation.</exception>
    public virtual double Number() => throw Error("a finite number", "Write one number such as 0.5 or 1e-3.");

    /// <summary>The formula written here, with numbers in place of the parameters.</summary>
    /// <param name="variables">The variables that it may have beside the parameters.</param>
    /// <exception cref="InputFileException">It is no formula.</exception>
    public virtual Formula Formula(params IReadOnlyCollection<string> variables) =>
        throw Error("a formula in quotes", "Write it as one text, such as \"0.5*exp(2*x)\".");

    /// <summary>This node with parameters that quoted formulas may use wherever a number stands.</summary>
    /// <param name="parameters">Their values, by name.</param>
    internal abstract YamlNode WithParameters(ImmutableSortedDictionary<string, double> parameters);

    /// <summary>The whole number written here.</summary>
    /// <param name="least">The smallest allowed.</param>
    /// <param name="most">The largest allowed.</param>
    /// <param name="allowed">What may stand here, for the message; the range where left out.</param>
    /// <exception cref="InputFileException">It is no whole number of that range.</exception>
    public virtual int WholeNumber(int least = int.MinValue, int most = int.MaxValue, string? allowed = null) =>
        throw Error(allowed ?? Wholes(least, most), "Write one whole number.");

    /// <summary>The text written here: one line of 1 to 200 characters.</summary>
    /// <exception cref="InputFileException">It is no such text.</exception>
    public virtual string Text() => throw Error("a text of one line", "Write one text.");

    /// <summary>The truth value written here.</summary>
    /// <exception cref="InputFileException">It is neither <c>true</c> nor <c>false</c>.</exception>
    public virtual bool TrueOrFalse() => throw Error("true or false", "Write true or false.");

    /// <summary>The value of the option named here.</summary>
    /// <typeparam name="T">The type of the options' values.</typeparam>
    /// <param name="options">The names, case-sensitive, and their values.</param>
    /// <exception cref="InputFileException">It names none of the options.</exception>
    public virtual T Choice<T>(params ReadOnlySpan<(string Name, T Value)> options) =>
        throw Error(Names(options), "Write one of these words.");

    /// <summary>An exception about this node, for a check that is made elsewhere. The caller throws it.</summary>
    /// <param name="allowed">What may stand here.</param>
    /// <param name="remedy">What to do: one sentence with its full stop.</param>
    /// <param name="found">What stands here; the node's own description where left out.</param>
    public InputFileException Error(string allowed, string remedy, string? found = null) =>
        new(File, Line, Key, found ?? Description, allowed, remedy);

    /// <summary>The node at a key path below this one, or its nearest ancestor that the file holds.</summary>
    /// <param name="path">The path, such as <c>jumps[2].rate</c>; list items counted from 1.</param>
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

    /// <summary>This node with one number below it replaced; everything keeps its line and key.</summary>
    /// <param name="path">The path of the number, such as <c>jumps[2].rate.exponential.exponent</c> or <c>initial.plus[3]</c>.</param>
    /// <param name="value">The new number.</param>
    /// <exception cref="InputFileException">There is no number at that path.</exception>
    public YamlNode With(string path, double value)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Replace(Steps(path), path, value);
    }

    /// <summary>This node with a number replaced at the end of some steps.</summary>
    /// <param name="steps">The steps from here.</param>
    /// <param name="path">All steps, for the message.</param>
    /// <param name="value">The new number.</param>
    internal virtual YamlNode Replace(ReadOnlySpan<string> steps, string path, double value) =>
        throw Error("a map or list that leads on to a number", $"Correct the path {Wording.Quote(path)}, or write the number into the file.");

    /// <summary>The child at one step of a path, <c>name</c> or <c>[3]</c>.</summary>
    /// <param name="step">The step.</param>
    private protected virtual YamlNode? Child(string step) => null;

    /// <summary>The child on the way to a number that is replaced.</summary>
    /// <param name="step">The step.</param>
    /// <param name="path">All steps, for the message.</param>
    private protected YamlNode ChildOnPath(string step, string path) => Child(step)
        ?? throw Error($"the next step {Wording.Quote(step)} of the path {Wording.Quote(path)}", "Correct the path, or write that key with a number into the file.");

    private static string[] Steps(string path) =>
        path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);

    private protected static string Wholes(int least, int most) => (least, most) switch
    {
        (int.MinValue, int.MaxValue) => "a whole number",
        (_, int.MaxValue) => $"a whole number of at least {least}",
        (int.MinValue, _) => $"a whole number of at most {most}",
        _ => $"a whole number from {least} to {most}",
    };

    private protected static string Names<T>(ReadOnlySpan<(string Name, T Value)> options)
    {
        List<string> names = [];
        foreach ((string name, _) in options)
        {
            names.Add(name);
        }

        return string.Join(" or ", names);
    }
}
