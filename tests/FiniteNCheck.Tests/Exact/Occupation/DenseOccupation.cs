using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Model.Levels;
using FiniteNCheck.Tests.Support;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Tests.Exact.Occupation;

/// <summary>Matrices of the occupation basis in the d^N space.</summary>
internal static class DenseOccupation
{
    /// <summary>The numbers of a random Hermitian matrix.</summary>
    public static double[] Random(OccupationLayout layout, int seed)
    {
        var random = new Random(seed);
        double[] x = new double[layout.Length];
        for (int cell = 0; cell < layout.Cells; cell++)
        {
            foreach ((_, int place) in ScalarOccupation.Numbers(layout, cell))
            {
                x[place] = random.NextDouble() - 0.5;
                if (layout.IsComplex && !layout.IsOwnMirror[cell])
                {
                    x[place + layout.Plane] = random.NextDouble() - 0.5;
                }
            }
        }

        return x;
    }

    /// <summary>The eigenvalues of a matrix, written out word by word: <c>t(n)/sqrt(D_k D_l)</c>.</summary>
    public static double[] Spectrum(LevelModel model, int n, OccupationLayout layout, double[] x)
    {
        var space = new LevelSpace(model, n);
        OccupationBins bins = layout.Order.Bins;
        var values = new Dictionary<string, Complex>(StringComparer.Ordinal);
        for (int cell = 0; cell < layout.Cells; cell++)
        {
            foreach ((int[] occupations, int place) in ScalarOccupation.Numbers(layout, cell))
            {
                var value = new Complex(x[place], layout.IsComplex ? x[place + layout.Plane] : 0);
                values[string.Join(' ', bins.All.Select(bin => occupations[bin.Mirror]))] = Complex.Conjugate(value);
                values[string.Join(' ', occupations)] = value;
            }
        }

        Matrix<Complex> matrix = Matrix<Complex>.Build.Dense(space.Dimension, space.Dimension, (row, column) =>
        {
            int[] occupations = new int[bins.Count];
            for (int site = 0; site < space.Count; site++)
            {
                occupations[bins.Index(space.BlockOf(site), space.LevelOf(row, site), space.LevelOf(column, site))]++;
            }

            double words = Words(space, row) * Words(space, column);
            return values.GetValueOrDefault(string.Join(' ', occupations)) / Math.Sqrt(words);
        });
        return [.. matrix.Evd(Symmetricity.Hermitian).EigenValues.Select(each => each.Real)];
    }

    private static double Words(LevelSpace space, int word) => Enumerable.Range(0, space.Count)
        .GroupBy(space.BlockOf)
        .Aggregate(1.0, (product, block) => product * block.GroupBy(site => space.LevelOf(word, site))
            .Aggregate(Factorial(block.Count()), (words, level) => words / Factorial(level.Count())));

    private static double Factorial(int k) => k < 2 ? 1 : k * Factorial(k - 1);
}
