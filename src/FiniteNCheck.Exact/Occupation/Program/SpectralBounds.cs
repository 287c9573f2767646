using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Terms;

namespace FiniteNCheck.Exact.Occupation.Program;

/// <summary>How far the spectrum of a part of the generator reaches, by Gershgorin circles in the symmetric states.</summary>
/// <param name="Decay">Along the real axis.</param>
/// <param name="Oscillation">Along the imaginary axis.</param>
internal readonly record struct SpectralBounds(double Decay, double Oscillation)
{
    /// <summary>Computes the bounds.</summary>
    /// <param name="part">The part.</param>
    /// <param name="counts">The counts.</param>
    public static SpectralBounds Of(GeneratorPart part, CountSpace counts)
    {
        double decay = 0;
        (double lowest, double highest) = (double.PositiveInfinity, double.NegativeInfinity);
        counts.ForEach(each =>
        {
            (double centre, double radius) = Circle(part.Decay, each);
            decay = Math.Max(decay, centre + radius);
            (centre, radius) = Circle(part.Hamiltonian, each);
            lowest = Math.Min(lowest, centre - radius);
            highest = Math.Max(highest, centre + radius);
        });
        return new SpectralBounds(2 * decay, highest - lowest);
    }

    private static (double Centre, double Radius) Circle(CountOperator a, int[] counts)
    {
        double centre = 0;
        double radius = 0;
        foreach (CountWord word in a.Words)
        {
            // Each move may act on any of the sites of its level.
            double ways = 1;
            for (int m = 0; m < word.Moves.Length; m++)
            {
                (int h, int to, _) = word.Moves[m];
                int count = counts[a.Bins.Level(h, to)];
                for (int before = 0; before < m; before++)
                {
                    LevelMove move = word.Moves[before];
                    count += move.Block != h ? 0 : move.From == to ? 1 : move.To == to ? -1 : 0;
                }

                ways *= Math.Max(0, count);
            }

            if (word.Moves.IsEmpty)
            {
                centre += word.Weight(counts).Real;
            }
            else if (ways > 0)
            {
                radius += ways * word.Weight(counts).Magnitude;
            }
        }

        return (centre, radius);
    }
}
