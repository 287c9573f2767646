using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace FiniteNCheck.Model.Levels;

/// <summary>A complex d x d matrix acting on one site, in the basis of the levels: element <c>[a, b]</c> is <c>&lt;a|A|b&gt;</c>.</summary>
public sealed class LocalOperator : IEquatable<LocalOperator>
{
    private readonly ImmutableArray<Complex> elements;

    private LocalOperator(int dimension, ImmutableArray<Complex> elements)
    {
        Dimension = dimension;
        this.elements = elements;
    }

    /// <summary>The number of levels d.</summary>
    public int Dimension { get; }

    /// <summary>The element in a row and a column.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="column">The column, from 0.</param>
    public Complex this[int row, int column] => elements[(row * Dimension) + column];

    /// <summary>Whether every element is 0.</summary>
    public bool IsZero => elements.All(element => element == 0);

    /// <summary>Whether every element is finite.</summary>
    public bool IsFinite => elements.All(Complex.IsFinite);

    /// <summary>The largest modulus of an element.</summary>
    public double LargestElement => elements.Max(Complex.Abs);

    /// <summary>Whether every element off the diagonal is 0.</summary>
    public bool IsDiagonal
    {
        get
        {
            for (int i = 0; i < elements.Length; i++)
            {
                if (i % (Dimension + 1) != 0 && elements[i] != 0)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The trace.</summary>
    public Complex Trace => Enumerable.Range(0, Dimension).Aggregate(Complex.Zero, (sum, a) => sum + this[a, a]);

    /// <summary>The zero matrix.</summary>
    /// <param name="dimension">The number of levels.</param>
    public static LocalOperator Zero(int dimension) => Of(dimension, (_, _) => 0);

    /// <summary>The identity.</summary>
    /// <param name="dimension">The number of levels.</param>
    public static LocalOperator Identity(int dimension) => Of(dimension, (row, column) => row == column ? 1 : 0);

    /// <summary>The matrix unit <c>|to&gt;&lt;from|</c>.</summary>
    /// <param name="dimension">The number of levels.</param>
    /// <param name="to">The level reached.</param>
    /// <param name="from">The level left.</param>
    public static LocalOperator Unit(int dimension, int to, int from) =>
        Of(dimension, (row, column) => row == to && column == from ? 1 : 0);

    /// <summary>The diagonal matrix of given numbers.</summary>
    /// <param name="diagonal">One number per level.</param>
    public static LocalOperator Diagonal(IReadOnlyList<double> diagonal) =>
        Of(diagonal.Count, (row, column) => row == column ? diagonal[row] : 0);

    /// <summary>The matrix with given elements.</summary>
    /// <param name="dimension">The number of levels.</param>
    /// <param name="element">The element in a row and a column.</param>
    public static LocalOperator Of(int dimension, Func<int, int, Complex> element)
    {
        ArgumentNullException.ThrowIfNull(element);
        var values = new Complex[dimension * dimension];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = element(i / dimension, i % dimension);
        }

        return new(dimension, ImmutableCollectionsMarshal.AsImmutableArray(values));
    }

    /// <summary>The operator of a two-level system, up first.</summary>
    /// <param name="spin">The operator.</param>
    public static LocalOperator Of(SpinOperator spin) => new(2, [spin.UpUp, spin.UpDown, spin.DownUp, spin.DownDown]);

    /// <summary>The operator <c>v . sigma</c> of a two-level system.</summary>
    /// <param name="vector">The vector <c>v</c>.</param>
    public static LocalOperator Of(PauliVector vector) =>
        new(2, [vector.Z, new Complex(vector.X, -vector.Y), new Complex(vector.X, vector.Y), -vector.Z]);

    /// <summary>The Hermitian conjugate.</summary>
    public LocalOperator Adjoint() => Of(Dimension, (row, column) => Complex.Conjugate(this[column, row]));

    /// <summary>The largest modulus of an element of <c>A - A^+</c>.</summary>
    public double HermitianDefect()
    {
        double largest = 0;
        for (int row = 0; row < Dimension; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                largest = Math.Max(largest, Complex.Abs(this[row, column] - Complex.Conjugate(this[column, row])));
            }
        }

        return largest;
    }

    /// <summary>The matrix product <c>a b</c>.</summary>
    /// <param name="a">Left factor.</param>
    /// <param name="b">Right factor, of the same dimension.</param>
    public static LocalOperator operator *(LocalOperator a, LocalOperator b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        int d = a.Dimension;
        var product = new Complex[d * d];
        for (int i = 0; i < product.Length; i++)
        {
            for (int k = 0; k < d; k++)
            {
                product[i] += a.elements[i - (i % d) + k] * b.elements[(k * d) + (i % d)];
            }
        }

        return new(d, ImmutableCollectionsMarshal.AsImmutableArray(product));
    }

    /// <summary>The operator times a number.</summary>
    /// <param name="factor">The number.</param>
    /// <param name="a">The operator.</param>
    public static LocalOperator operator *(Complex factor, LocalOperator a)
    {
        ArgumentNullException.ThrowIfNull(a);
        return Combine(a, a, (element, _) => factor * element);
    }

    /// <summary>The sum.</summary>
    /// <param name="a">First term.</param>
    /// <param name="b">Second term, of the same dimension.</param>
    public static LocalOperator operator +(LocalOperator a, LocalOperator b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return Combine(a, b, (first, second) => first + second);
    }

    /// <summary>The difference.</summary>
    /// <param name="a">First term.</param>
    /// <param name="b">What is taken off, of the same dimension.</param>
    public static LocalOperator operator -(LocalOperator a, LocalOperator b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return Combine(a, b, (first, second) => first - second);
    }

    private static LocalOperator Combine(LocalOperator a, LocalOperator b, Func<Complex, Complex, Complex> element)
    {
        var values = new Complex[a.elements.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = element(a.elements[i], b.elements[i]);
        }

        return new(a.Dimension, ImmutableCollectionsMarshal.AsImmutableArray(values));
    }

    /// <inheritdoc/>
    public bool Equals(LocalOperator? other) => other is not null && elements.SequenceEqual(other.elements);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalOperator);

    /// <inheritdoc/>
    public override int GetHashCode() => elements.Aggregate(Dimension, HashCode.Combine);
}
