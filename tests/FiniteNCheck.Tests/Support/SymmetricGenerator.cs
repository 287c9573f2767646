using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// The generator of a model as a full matrix on the permutation-symmetric operators, from the 2^N code: the sums of all Pauli strings with
/// equal counts of x, y and z in every block are an orthogonal basis of them.
/// </summary>
internal sealed class SymmetricGenerator
{
    private readonly DenseMatrix[] basis;
    private readonly double[] squares;
    private readonly SpinSpace space;

    public SymmetricGenerator(CollectiveModel model, int n)
    {
        var equation = new MasterEquation(model, n);
        space = equation.Space;
        var sums = new SortedDictionary<string, DenseMatrix>(StringComparer.Ordinal);
        for (int code = 0; code < 1 << (2 * space.Sites); code++)
        {
            int[] letters = [.. Enumerable.Range(0, space.Sites).Select(site => (code >> (2 * site)) & 3)];
            string counts = string.Join(' ', Enumerable.Range(0, space.Spins.Length).SelectMany(block =>
                Enumerable.Range(1, 3).Select(letter =>
                    letters.Where((each, site) => each == letter && space.BlockOf(site) == block).Count().ToString("D2"))));
            if (!sums.TryGetValue(counts, out DenseMatrix? sum))
            {
                sums[counts] = sum = new DenseMatrix(space.Dimension);
            }

            AddString(sum, letters);
        }

        Functions = new BruteForceFunctions(model, space);
        basis = [.. sums.Values];
        squares = [.. basis.Select(each => Inner(each, each))];
        DenseMatrix[] images = [.. basis.Select(equation.Apply)];
        Matrix = Matrix<double>.Build.Dense(basis.Length, basis.Length, (row, column) => Inner(basis[row], images[column]) / squares[row]);
    }

    /// <summary>Its elements; real, because the operators are Hermitian.</summary>
    public Matrix<double> Matrix { get; }

    /// <summary>Functions of a state of these spins.</summary>
    public BruteForceFunctions Functions { get; }

    /// <summary>Its eigenvalues, the largest real part first.</summary>
    public Complex[] Eigenvalues() =>
        [.. Matrix.Evd().EigenValues.OrderByDescending(value => value.Real).ThenByDescending(value => value.Imaginary)];

    /// <summary>How many singular values vanish, and the smallest of the others.</summary>
    public (int Nullity, double Next) NullSpace()
    {
        double[] values = [.. Matrix.Svd(false).S];
        int nullity = values.Count(value => value <= 1e-11 * values[0]);
        return (nullity, nullity < values.Length ? values[^(nullity + 1)] : 0);
    }

    /// <summary>
    /// The stationary state that a product state evolves to: <c>V (W' V)^-1 W' x</c> with the right and left null vectors V and W.
    /// </summary>
    public DenseMatrix Limit(IReadOnlyList<PauliVector> bloch)
    {
        DenseMatrix product = space.Product(bloch);
        var start = Vector<double>.Build.Dense(basis.Length, k => Inner(basis[k], product) / squares[k]);
        var svd = Matrix.Svd();
        int nullity = NullSpace().Nullity;
        Matrix<double> right = svd.VT.Transpose().SubMatrix(0, basis.Length, basis.Length - nullity, nullity);
        Matrix<double> left = svd.U.SubMatrix(0, basis.Length, basis.Length - nullity, nullity);
        Vector<double> limit = right * (left.TransposeThisAndMultiply(right)).Solve(left.TransposeThisAndMultiply(start));
        var state = new DenseMatrix(space.Dimension);
        for (int k = 0; k < basis.Length; k++)
        {
            state.Add(limit[k], basis[k]);
        }

        return state;
    }

    /// <summary>The moments of a matrix.</summary>
    public (double[] Mean, double[,] Covariance) Moments(DenseMatrix state) => BruteForce.Moments(space, state);

    // Re tr(a b) of two Hermitian matrices.
    private static double Inner(DenseMatrix a, DenseMatrix b)
    {
        double sum = 0;
        for (int i = 0; i < a.Re.Length; i++)
        {
            sum += (a.Re[i] * b.Re[i]) + (a.Im[i] * b.Im[i]);
        }

        return sum;
    }

    // Each column of a Pauli string has one element: x and y flip the site, y and z bring a phase.
    private void AddString(DenseMatrix sum, int[] letters)
    {
        for (int column = 0; column < space.Dimension; column++)
        {
            int row = column;
            Complex element = 1;
            for (int site = 0; site < letters.Length; site++)
            {
                bool down = ((column >> site) & 1) == 1;
                if (letters[site] is 1 or 2)
                {
                    row ^= 1 << site;
                }

                element *= letters[site] switch
                {
                    2 => down ? -Complex.ImaginaryOne : Complex.ImaginaryOne,
                    3 => down ? -1 : 1,
                    _ => Complex.One,
                };
            }

            sum[row, column] += element;
        }
    }
}
