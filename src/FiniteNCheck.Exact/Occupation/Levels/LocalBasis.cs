using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact.Occupation.Levels;

/// <summary>An orthonormal basis of a site in which all arguments of rates are diagonal.</summary>
/// <param name="Vectors">The unitary U whose columns are the basis vectors.</param>
internal sealed record LocalBasis(LocalOperator Vectors)
{
    // How far a diagonal argument may be from it, and what counts as zero after a rotation, relative to the largest element.
    private const double Diagonal = 1e-8;
    private const double Vanishing = 4e-16;

    // A sum with these weights has equal eigenvalues only where every argument has, but for special arguments.
    private static readonly double[] Weights = [0.7310585786, -0.4621171573, 0.8807970779, 0.3799489623, -0.6351489523, 0.2244928323];

    private readonly LocalOperator adjoint = Vectors.Adjoint();
    private readonly bool isTrivial = Vectors.IsDiagonal;

    /// <summary>Finds the basis of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="arguments">The Hermitian arguments.</param>
    /// <exception cref="InputException">The arguments do not commute.</exception>
    public static LocalBasis Of(Block block, IReadOnlyList<LocalOperator> arguments)
    {
        int d = block.Dimension;
        LocalOperator sum = arguments.Index().Aggregate(
            LocalOperator.Zero(d), (total, each) => total + ((Complex)(Weights[each.Index % Weights.Length] + each.Index) * each.Item));
        LocalBasis basis = arguments.All(argument => argument.IsDiagonal) ? new(LocalOperator.Identity(d)) : new(Diagonalise(sum));
        foreach (LocalOperator argument in arguments)
        {
            LocalOperator rotated = basis.Rotate(argument);
            if (OffDiagonal(rotated) > Diagonal * Largest(rotated))
            {
                throw new InputException(
                    $"block '{block.Name}': the arguments of rates do not commute. With three levels and more, and in the occupation space, "
                    + "those of one block have to be diagonal in one basis. Choose commuting operators.");
            }
        }

        return basis;
    }

    /// <summary>An operator in the basis, <c>U+ A U</c>.</summary>
    /// <param name="a">The operator in the basis of the levels.</param>
    public LocalOperator Rotate(LocalOperator a) => isTrivial ? a : Clean(adjoint * a * Vectors);

    /// <summary>A vector in the basis, <c>U+ v</c>.</summary>
    /// <param name="vector">The vector in the basis of the levels.</param>
    public ImmutableArray<Complex> Rotate(ImmutableArray<Complex> vector)
    {
        Complex Element(int row) => vector.Select((v, column) => adjoint[row, column] * v).Aggregate(Complex.Zero, (sum, v) => sum + v);
        return isTrivial ? vector : [.. Enumerable.Range(0, vector.Length).Select(row => Clean(Element(row), 1))];
    }

    /// <summary>The elements on the diagonal of an argument.</summary>
    /// <param name="argument">The argument in the basis of the levels.</param>
    public ImmutableArray<double> DiagonalOf(LocalOperator argument)
    {
        LocalOperator rotated = Rotate(argument);
        return [.. Enumerable.Range(0, argument.Dimension).Select(level => rotated[level, level].Real)];
    }

    private static LocalOperator Clean(LocalOperator a)
    {
        double largest = Largest(a);
        return LocalOperator.Of(a.Dimension, (row, column) => Clean(a[row, column], largest));
    }

    private static Complex Clean(Complex value, double scale) => new(
        Math.Abs(value.Real) <= Vanishing * scale ? 0 : value.Real, Math.Abs(value.Imaginary) <= Vanishing * scale ? 0 : value.Imaginary);

    private static double Largest(LocalOperator a) =>
        (from row in Enumerable.Range(0, a.Dimension) from column in Enumerable.Range(0, a.Dimension) select a[row, column].Magnitude).Max();

    private static double OffDiagonal(LocalOperator a) =>
        (from row in Enumerable.Range(0, a.Dimension)
         from column in Enumerable.Range(0, a.Dimension)
         where row != column
         select a[row, column].Magnitude).Max();

    // Jacobi rotations, each of which makes one pair of elements vanish. Eigenvectors have a real positive largest component.
    private static LocalOperator Diagonalise(LocalOperator a)
    {
        int d = a.Dimension;
        LocalOperator vectors = LocalOperator.Identity(d);
        for (int sweep = 0; sweep < 60 && OffDiagonal(a) > 1e-17 * Largest(a); sweep++)
        {
            for (int p = 0; p < d; p++)
            {
                for (int q = p + 1; q < d; q++)
                {
                    if (a[p, q] != 0)
                    {
                        LocalOperator turn = Turn(a, p, q);
                        a = turn.Adjoint() * a * turn;
                        vectors *= turn;
                    }
                }
            }
        }

        return LocalOperator.Of(d, (row, column) => vectors[row, column] / PhaseOf(vectors, column));
    }

    private static LocalOperator Turn(LocalOperator a, int p, int q)
    {
        Complex phase = a[p, q] / a[p, q].Magnitude;
        double ratio = (a[q, q].Real - a[p, p].Real) / (2 * a[p, q].Magnitude);
        double tangent = (ratio < 0 ? -1 : 1) / (Math.Abs(ratio) + Math.Sqrt(1 + (ratio * ratio)));
        double cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        double sine = tangent * cosine;
        return LocalOperator.Of(a.Dimension, (row, column) =>
            row == p && column == p ? cosine
            : row == q && column == q ? cosine
            : row == p && column == q ? sine * phase
            : row == q && column == p ? -sine * Complex.Conjugate(phase)
            : row == column ? 1
            : 0);
    }

    private static Complex PhaseOf(LocalOperator vectors, int column)
    {
        Complex largest = Enumerable.Range(0, vectors.Dimension).Select(row => vectors[row, column]).MaxBy(each => Math.Round(each.Magnitude, 9));
        return largest / largest.Magnitude;
    }
}
