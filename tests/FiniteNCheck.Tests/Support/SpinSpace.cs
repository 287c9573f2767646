using System.Numerics;
using FiniteNCheck.Model;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Tests.Support;

/// <summary>
/// The 2^N space of the spins of a model, site by site: site <c>i</c> is bit <c>i</c> of the basis index, 0 for up and 1 for down.
/// Sites are numbered block after block.
/// </summary>
internal sealed class SpinSpace
{
    private readonly int[] blockOfSite;

    public SpinSpace(CollectiveModel model, int n)
    {
        Spins = [.. model.SpinsAt(n)];
        blockOfSite = [.. Spins.SelectMany((size, block) => Enumerable.Repeat(block, size))];
        Dimension = 1 << blockOfSite.Length;
    }

    public int[] Spins { get; }

    public int Sites => blockOfSite.Length;

    public int Dimension { get; }

    public int BlockOf(int site) => blockOfSite[site];

    /// <summary>Adds <c>factor j^(site)</c> to a matrix.</summary>
    public void AddOneSite(DenseMatrix target, SpinOperator j, int site, Complex factor)
    {
        int bit = 1 << site;
        for (int column = 0; column < Dimension; column++)
        {
            bool down = (column & bit) != 0;
            target[column & ~bit, column] += factor * (down ? j.UpDown : j.UpUp);
            target[column | bit, column] += factor * (down ? j.DownDown : j.DownUp);
        }
    }

    /// <summary>The sum over the sites of a block of <c>v . sigma^(i)</c>.</summary>
    public void AddCollective(DenseMatrix target, int block, PauliVector v, double factor)
    {
        for (int site = 0; site < Sites; site++)
        {
            if (blockOfSite[site] == block)
            {
                AddVector(target, site, v, factor);
            }
        }
    }

    /// <summary>Adds <c>factor v . sigma^(site)</c>.</summary>
    public void AddVector(DenseMatrix target, int site, PauliVector v, double factor)
    {
        foreach (PauliAxis axis in Enum.GetValues<PauliAxis>())
        {
            if (v[axis] != 0)
            {
                AddOneSite(target, SpinOperator.Pauli(axis), site, factor * v[axis]);
            }
        }
    }

    /// <summary><c>S_a^(h) = sum_i sigma_a^(i)</c>.</summary>
    public DenseMatrix Total(int block, PauliAxis axis)
    {
        var result = new DenseMatrix(Dimension);
        AddCollective(result, block, PauliVector.Along(axis), 1);
        return result;
    }

    /// <summary>The product state with the same one-spin state <c>(1 + b.sigma)/2</c> on every site of a block.</summary>
    public DenseMatrix Product(IReadOnlyList<PauliVector> bloch)
    {
        var result = new DenseMatrix(Dimension);
        for (int row = 0; row < Dimension; row++)
        {
            for (int column = 0; column < Dimension; column++)
            {
                Complex element = 1;
                for (int site = 0; site < Sites; site++)
                {
                    element *= OneSpinElement(bloch[blockOfSite[site]], (row >> site) & 1, (column >> site) & 1);
                }

                result[row, column] = element;
            }
        }

        return result;
    }

    /// <summary><c>f(A)</c> of a Hermitian matrix, by its eigenvectors; element by element where it is diagonal.</summary>
    public static DenseMatrix Function(DenseMatrix a, Func<double, double> f)
    {
        int n = a.Dimension;
        var result = new DenseMatrix(n);
        if (IsDiagonal(a))
        {
            for (int i = 0; i < n; i++)
            {
                result[i, i] = f(a[i, i].Real);
            }

            return result;
        }

        var evd = Matrix<Complex>.Build.Dense(n, n, (i, j) => a[i, j]).Evd(Symmetricity.Hermitian);
        Matrix<Complex> vectors = evd.EigenVectors;
        Matrix<Complex> Rebuild(Func<double, double> g) =>
            vectors
            * Matrix<Complex>.Build.DenseOfDiagonalVector(evd.EigenValues.Map(e => new Complex(g(e.Real), 0)))
            * vectors.ConjugateTranspose();

        // The decomposition must reproduce A itself, or nothing computed with it is meaningful.
        double residual = (Rebuild(e => e) - Matrix<Complex>.Build.Dense(n, n, (i, j) => a[i, j])).FrobeniusNorm();
        if (residual > 1e-12 * (1 + a.FrobeniusNorm()))
        {
            throw new InvalidOperationException($"The eigenvectors miss the matrix by {residual:E1}.");
        }

        Matrix<Complex> value = Rebuild(f);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                result[i, j] = value[i, j];
            }
        }

        return result;
    }

    private static Complex OneSpinElement(PauliVector b, int row, int column) => (row, column) switch
    {
        (0, 0) => (1 + b.Z) / 2,
        (1, 1) => (1 - b.Z) / 2,
        (0, 1) => new Complex(b.X, -b.Y) / 2,
        _ => new Complex(b.X, b.Y) / 2,
    };

    private static bool IsDiagonal(DenseMatrix a)
    {
        for (int i = 0; i < a.Dimension; i++)
        {
            for (int j = 0; j < a.Dimension; j++)
            {
                if (i != j && a[i, j] != Complex.Zero)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
