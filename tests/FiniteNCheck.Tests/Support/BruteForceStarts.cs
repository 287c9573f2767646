using System.Numerics;
using FiniteNCheck.Model;

namespace FiniteNCheck.Tests.Support;

/// <summary>Every kind of start as a matrix of the 2^N space, from its definition: site by site, bit by bit.</summary>
internal static class BruteForceStarts
{
    public static DenseMatrix Density(SpinSpace space, CollectiveModel model, int n) => model.Initial switch
    {
        ProductState product => space.Product(product.Bloch),
        Mixture mixture => mixture.Components.Aggregate(
            new DenseMatrix(space.Dimension), (sum, each) => sum.Add(each.Weight, space.Product(each.Bloch))),
        Superposition superposition => Pure(Sum(space, superposition)),
        DickeState dicke => Pure(Dicke(space, [.. dicke.Up.Select(up => (int)up.Evaluate(_ => n))])),
        _ => throw new NotSupportedException($"{model.Initial.GetType().Name}"),
    };

    private static Complex[] Sum(SpinSpace space, Superposition superposition)
    {
        var vector = new Complex[space.Dimension];
        foreach (SuperpositionTerm term in superposition.Terms)
        {
            for (int state = 0; state < vector.Length; state++)
            {
                Complex product = term.Amplitude;
                for (int site = 0; site < space.Sites; site++)
                {
                    PauliVector b = term.Bloch[space.BlockOf(site)];
                    double theta = Math.Acos(Math.Clamp(b.Z, -1, 1));
                    double phi = Math.Atan2(b.Y, b.X);
                    product *= (state >> site & 1) == 0
                        ? Math.Cos(theta / 2)
                        : Complex.FromPolarCoordinates(Math.Sin(theta / 2), phi);
                }

                vector[state] += product;
            }
        }

        return vector;
    }

    // Equal amplitudes for every way to choose which spins of each block are up.
    private static Complex[] Dicke(SpinSpace space, int[] up)
    {
        var vector = new Complex[space.Dimension];
        for (int state = 0; state < vector.Length; state++)
        {
            int[] found = new int[up.Length];
            for (int site = 0; site < space.Sites; site++)
            {
                found[space.BlockOf(site)] += 1 - (state >> site & 1);
            }

            vector[state] = found.SequenceEqual(up) ? 1 : 0;
        }

        return vector;
    }

    private static DenseMatrix Pure(Complex[] vector)
    {
        double norm = vector.Sum(each => each.Magnitude * each.Magnitude);
        var density = new DenseMatrix(vector.Length);
        for (int row = 0; row < vector.Length; row++)
        {
            for (int column = 0; column < vector.Length; column++)
            {
                density[row, column] = vector[row] * Complex.Conjugate(vector[column]) / norm;
            }
        }

        return density;
    }
}
