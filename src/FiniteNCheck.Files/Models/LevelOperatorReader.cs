using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Files.Yaml;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Driving;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Files.Models;

/// <summary>Reads the one-site operators, states and vectors of a block of a model with levels.</summary>
/// <param name="block">The block.</param>
internal sealed class LevelOperatorReader(Block block)
{
    private const string Pair = "real and imaginary part";
    private const string Arrow = "<-";

    private static readonly ImmutableArray<string> PauliWords = ["x", "y", "z"];
    private static readonly ImmutableArray<string> SpinWords = ["raise", "lower", .. PauliWords];

    private int Dimension => block.Dimension;

    private bool HasLevels => !block.Levels.IsEmpty;

    private string Levels => string.Join(", ", block.Levels);

    private string Matrix => $"a matrix of {Dimension} rows of {Dimension} elements [re, im]";

    /// <summary>What an operator of this block may be, for messages.</summary>
    public string Allowed => HasLevels
        ? $"a level of {Levels}, an element such as \"{block.Levels[1]}<-{block.Levels[0]}\", a map of these to numbers, or {Matrix}"
        : $"{string.Join(", ", SpinWords)}, or {Matrix}";

    /// <summary>What a Hermitian operator of this block may be, for messages.</summary>
    public string AllowedHermitian => HasLevels ? Allowed : $"x, y, z, a vector [x, y, z], or {Matrix}";

    private string AllowedState => HasLevels
        ? $"populations of the levels {Levels}, a density matrix of elements [re, im], or a vector of {Dimension} components"
        : "a Bloch vector [x, y, z], or a density matrix of elements [re, im]";

    /// <summary>An operator, taken as it is written.</summary>
    /// <param name="node">The node.</param>
    public LocalOperator Operator(YamlNode node) => node switch
    {
        YamlScalar => Word(node, SpinWords, Allowed),
        YamlMap map when HasLevels => Elements(map).Aggregate(
            LocalOperator.Zero(Dimension), (sum, each) => sum + (Number(each.Node) * Unit(each.Row, each.Column))),
        YamlList => Full(node),
        _ => throw node.Error(Allowed, "Write one of these."),
    };

    /// <summary>
    /// A Hermitian operator: elements off the diagonal bring their conjugates with them, a full matrix is Hermitian itself.
    /// </summary>
    /// <param name="node">The node.</param>
    public LocalOperator Hermitian(YamlNode node)
    {
        (LocalOperator constant, ImmutableArray<(LocalOperator, TimeFunction)> driven) = Terms(node);
        return driven.IsEmpty
            ? constant
            : throw node.Error("numbers that do not depend on time", "Write numbers: only fields, strengths and rates depend on time.");
    }

    /// <summary>A Hermitian operator, and those parts of it that depend on time.</summary>
    /// <param name="node">The node.</param>
    public (LocalOperator Constant, ImmutableArray<(LocalOperator Operator, TimeFunction Strength)> Driven) Terms(YamlNode node)
    {
        LocalOperator constant = LocalOperator.Zero(Dimension);
        var driven = ImmutableArray.CreateBuilder<(LocalOperator, TimeFunction)>();
        switch (node)
        {
            case YamlScalar:
                LocalOperator word = Word(node, PauliWords, AllowedHermitian);
                constant = word.IsDiagonal || !HasLevels ? word : word + word.Adjoint();
                break;
            case YamlMap map when HasLevels:
                AddElements(map);
                break;
            case YamlList list when !HasLevels && list.Length == 3:
                ImmutableArray<YamlNode> components = list.Items();
                foreach (PauliAxis axis in Enum.GetValues<PauliAxis>())
                {
                    Add(components[(int)axis], LocalOperator.Of(SpinOperator.Pauli(axis)));
                }

                break;
            case YamlList:
                constant = Full(node);
                break;
            default:
                throw node.Error(AllowedHermitian, "Write one of these.");
        }

        return (constant, driven.ToImmutable());

        void AddElements(YamlMap map)
        {
            (int Row, int Column, YamlNode Value)[] elements = [.. Elements(map)];
            foreach ((int row, int column, YamlNode value) in elements)
            {
                if (row < column && elements.Any(each => each.Row == column && each.Column == row))
                {
                    throw value.Error(
                        "one of two elements across the diagonal",
                        "Leave one out: the operator is completed to a Hermitian one.",
                        "the conjugate element as well");
                }

                LocalOperator unit = Unit(row, column);
                if (value is YamlList)
                {
                    ImmutableArray<YamlNode> parts = value.Items(2, Pair);
                    Add(parts[0], row == column ? unit : unit + unit.Adjoint());
                    Add(parts[1], row == column ? Complex.ImaginaryOne * unit : Complex.ImaginaryOne * (unit - unit.Adjoint()));
                }
                else
                {
                    Add(value, row == column ? unit : unit + unit.Adjoint());
                }
            }
        }

        void Add(YamlNode number, LocalOperator unit)
        {
            (double factor, TimeFunction? drive) = TimedNumber.Read(number);
            if (drive is null)
            {
                constant += (Complex)factor * unit;
            }
            else
            {
                driven.Add((unit, drive));
            }
        }
    }

    /// <summary>The state of a site: populations, a density matrix or a vector; of two levels a Bloch vector.</summary>
    /// <param name="node">The node.</param>
    public LocalOperator State(YamlNode node)
    {
        if (IsMatrix(node))
        {
            return Full(node);
        }

        if (!HasLevels)
        {
            ImmutableArray<YamlNode> bloch = node.Items(3, "the components x, y, z");
            PauliVector vector = new(bloch[0].Number(), bloch[1].Number(), bloch[2].Number());
            return LevelStart.State(vector);
        }

        return node switch
        {
            YamlList => Projector(Components(node)),
            YamlMap or YamlScalar => Hermitian(node),
            _ => throw node.Error(AllowedState, "Write one of these."),
        };
    }

    /// <summary>The vector of a site: a list of components, or one level; of two levels a Bloch vector of length 1.</summary>
    /// <param name="node">The node.</param>
    public ImmutableArray<Complex> Vector(YamlNode node)
    {
        if (!HasLevels)
        {
            ImmutableArray<YamlNode> bloch = node.Items(3, "the components x, y, z");
            PauliVector vector = new(bloch[0].Number(), bloch[1].Number(), bloch[2].Number());
            return Math.Abs(vector.Norm - 1) <= 1e-9 ? LevelStart.Vector(vector) : throw node.Error(
                "a pure state: a Bloch vector of length 1",
                "Scale the vector to length 1; a mixed state cannot be superposed, but it can be part of a mixture.",
                $"a Bloch vector of length {Numeral.Exact(vector.Norm)}");
        }

        if (node is YamlList && !IsMatrix(node))
        {
            return Components(node);
        }

        LocalOperator state = State(node);
        int level = Enumerable.Range(0, Dimension).FirstOrDefault(a => state.Equals(Unit(a, a)), -1);
        return level >= 0 ? [.. Enumerable.Range(0, Dimension).Select(a => a == level ? Complex.One : Complex.Zero)] : throw node.Error(
            $"a pure state: one level of {Levels}, or a vector of {Dimension} components",
            "Write the vector; a mixed state cannot be superposed, but it can be part of a mixture.");
    }

    private static bool IsMatrix(YamlNode node) =>
        node is YamlList list && list.Items() is [YamlList row, ..] && row.Items() is [YamlList, ..];

    private static Complex Number(YamlNode node) => node is YamlList ? ReadPair(node) : node.Number();

    private static Complex ReadPair(YamlNode node)
    {
        ImmutableArray<YamlNode> parts = node.Items(2, Pair);
        return new Complex(parts[0].Number(), parts[1].Number());
    }

    private static LocalOperator Projector(ImmutableArray<Complex> vector) => LocalOperator.Of(
        vector.Length, (row, column) => vector[row] * Complex.Conjugate(vector[column]));

    private LocalOperator Unit(int row, int column) => LocalOperator.Unit(Dimension, row, column);

    private ImmutableArray<Complex> Components(YamlNode node)
    {
        ImmutableArray<Complex> vector = [.. node.Items(Dimension, $"a component of each of the levels {Levels}").Select(Number)];
        double norm = Math.Sqrt(vector.Sum(each => (each * Complex.Conjugate(each)).Real));
        return Math.Abs(norm - 1) <= 1e-9 ? [.. vector.Select(each => each / norm)] : throw node.Error(
            "a vector of length 1", "Scale its components.", $"a vector of length {Numeral.Exact(norm)}");
    }

    private LocalOperator Full(YamlNode node)
    {
        ImmutableArray<Complex> elements =
        [
            .. node.Items(Dimension, $"the {Dimension} rows of a matrix")
                .SelectMany(row => row.Items(Dimension, $"the {Dimension} columns, each [re, im]"))
                .Select(ReadPair),
        ];
        return LocalOperator.Of(Dimension, (row, column) => elements[(row * Dimension) + column]);
    }

    private LocalOperator Word(YamlNode node, ImmutableArray<string> spinWords, string allowed)
    {
        string word = node.Text();
        if (HasLevels)
        {
            (int row, int column) = Element(word)
                ?? throw node.Error(allowed, Wording.DidYouMean(word, block.Levels, "Write a level, or an element \"to<-from\"."));
            return Unit(row, column);
        }

        return !spinWords.Contains(word, StringComparer.Ordinal)
            ? throw node.Error(allowed, Wording.DidYouMean(word, spinWords, "Write one of the words, or the matrix."))
            : LocalOperator.Of(word switch
            {
                "raise" => SpinOperator.Raise,
                "lower" => SpinOperator.Lower,
                "x" => SpinOperator.Pauli(PauliAxis.X),
                "y" => SpinOperator.Pauli(PauliAxis.Y),
                _ => SpinOperator.Pauli(PauliAxis.Z),
            });
    }

    private IEnumerable<(int Row, int Column, YamlNode Node)> Elements(YamlMap map) => map.Keys.Length == 0
        ? throw map.Error($"levels of {Levels}, or elements such as \"{block.Levels[1]}<-{block.Levels[0]}\"", "Name one.")
        : map.Keys.Select(key => Element(key) is (int row, int column)
            ? (row, column, map.Required(key))
            : throw map.KeyError(
                key,
                $"the key {Wording.Quote(key)}",
                $"a level of {Levels}, or an element such as \"{block.Levels[1]}<-{block.Levels[0]}\"",
                Wording.DidYouMean(key, block.Levels, "Name levels of this block.")));

    // A level's name is a diagonal element, "a<-b" the element that takes b to a.
    private (int Row, int Column)? Element(string text)
    {
        string[] names = [.. text.Split(Arrow).Select(name => name.Trim())];
        int[] levels = [.. names.Select(name => block.Levels.IndexOf(name, 0, StringComparer.Ordinal))];
        return levels.Length > 2 || levels.Contains(-1) ? null : (levels[0], levels[^1]);
    }
}
