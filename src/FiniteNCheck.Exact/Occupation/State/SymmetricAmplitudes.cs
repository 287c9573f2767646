using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Levels;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact.Occupation.State;

/// <summary>The amplitudes <c>c_k</c> of a pure symmetric state in the normalised symmetric states of given counts.</summary>
internal static class SymmetricAmplitudes
{
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>The amplitudes of the start of a system.</summary>
    /// <param name="system">The system; its start is pure and symmetric.</param>
    /// <param name="order">The order of counts.</param>
    /// <param name="weights">The numbers of words.</param>
    /// <returns>The amplitudes, of norm 1, and a bound of their error in the two-norm.</returns>
    public static (Complex[] Amplitudes, double Error) Of(LevelSystem system, OccupationOrder order, CountWeights weights)
    {
        var amplitudes = new Complex[order.Counts.Length];
        double[] sizes = new double[amplitudes.Length];
        if (system.Start.Counts.IsEmpty)
        {
            foreach (LevelSuperpositionTerm term in system.Start.Terms)
            {
                AddProduct(term, system, order, weights, amplitudes, sizes);
            }
        }
        else
        {
            FillDicke(system, order, weights, amplitudes, sizes);
        }

        double norm = Math.Sqrt(amplitudes.Sum(c => (c.Real * c.Real) + (c.Imaginary * c.Imaginary)));
        double size = Math.Sqrt(sizes.Sum(each => each * each));
        return (Array.ConvertAll(amplitudes, c => c / norm), 4 * Epsilon * (system.Sites.Sum() + 4) * size / norm);
    }

    private static void AddProduct(
        LevelSuperpositionTerm term, LevelSystem system, OccupationOrder order, CountWeights weights, Complex[] amplitudes, double[] sizes)
    {
        var powers = new (ScaledNumber Modulus, double Phase)[system.Bins.Levels][];
        for (int h = 0; h < system.Sites.Length; h++)
        {
            for (int level = 0; level < system.Bins.Dimensions[h]; level++)
            {
                Complex v = term.Vectors[h][level];
                powers[system.Bins.Level(h, level)] = [.. PowersOf(v, system.Sites[h])];
            }
        }

        int at = 0;
        order.Counts.ForEach(counts =>
        {
            ScaledNumber modulus = weights.Roots[at];
            double phase = term.Amplitude.Phase;
            for (int level = 0; level < counts.Length; level++)
            {
                modulus *= powers[level][counts[level]].Modulus;
                phase += powers[level][counts[level]].Phase;
            }

            double value = term.Amplitude.Magnitude * modulus.Value();
            amplitudes[at] += PolarOf(value, phase);
            sizes[at++] += value;
        });
    }

    /// <summary>The powers of a number, moduli and phases apart.</summary>
    /// <param name="value">The number.</param>
    /// <param name="max">The largest exponent.</param>
    public static IEnumerable<(ScaledNumber Modulus, double Phase)> PowersOf(Complex value, int max)
    {
        ScaledNumber modulus = ScaledNumber.One;
        var factor = ScaledNumber.Of(value.Magnitude);
        double phase = value == 0 ? 0 : value.Phase;
        for (int power = 0; power <= max; power++)
        {
            yield return (modulus, power * phase);
            modulus *= factor;
        }
    }

    /// <summary>The number with a modulus and a phase, exactly real or imaginary where the phase is a multiple of a right angle.</summary>
    /// <param name="modulus">The modulus.</param>
    /// <param name="phase">The phase.</param>
    public static Complex PolarOf(double modulus, double phase)
    {
        double quarter = phase / (Math.PI / 2);
        double whole = Math.Round(quarter);
        return Math.Abs(quarter - whole) > 1e-13 * Math.Max(1, Math.Abs(quarter))
            ? Complex.FromPolarCoordinates(modulus, phase)
            : (int)(whole - (4 * Math.Floor(whole / 4))) switch
            {
                0 => modulus,
                1 => new Complex(0, modulus),
                2 => -modulus,
                _ => new Complex(0, -modulus),
            };
    }

    // sqrt(D_k/D_k') times the coefficient of x^k' in prod_a (sum_b W_ba x_b)^(k_a), block by block.
    private static void FillDicke(
        LevelSystem system, OccupationOrder order, CountWeights weights, Complex[] amplitudes, double[] sizes)
    {
        Dictionary<string, (Complex Value, double Size)>[] blocks =
        [
            .. Enumerable.Range(0, system.Sites.Length).Select(h => Coefficients(system.Start.Counts[h], system.Start.Overlaps[h])),
        ];
        ScaledNumber start = system.Start.Counts.Zip(system.Sites).Aggregate(
            ScaledNumber.One,
            (root, each) => root * each.First.Aggregate(weights.Factorials[each.Second], (words, count) => words / weights.Factorials[count]));
        ScaledNumber startRoot = start.Root();
        int at = 0;
        order.Counts.ForEach(counts =>
        {
            (Complex value, double size) = (1, 1);
            for (int h = 0; h < blocks.Length; h++)
            {
                int first = system.Bins.Level(h, 0);
                string key = string.Join(' ', counts.AsSpan(first, system.Bins.Dimensions[h]).ToArray());
                (Complex Value, double Size) found = blocks[h].GetValueOrDefault(key);
                (value, size) = (value * found.Value, size * found.Size);
            }

            double scale = (startRoot / weights.Roots[at]).Value();
            amplitudes[at] = scale * value;
            sizes[at++] = scale * size;
        });
    }

    // One linear form after the other. Sizes are the sums of moduli, in which rounding is measured.
    private static Dictionary<string, (Complex Value, double Size)> Coefficients(ImmutableArray<int> counts, LocalOperator overlap)
    {
        int d = overlap.Dimension;
        var current = new Dictionary<string, (int[] Powers, Complex Value, double Size)>(StringComparer.Ordinal)
        {
            [""] = (new int[d], 1, 1),
        };
        foreach (int level in counts.Index().SelectMany(each => Enumerable.Repeat(each.Index, each.Item)))
        {
            var next = new Dictionary<string, (int[] Powers, Complex Value, double Size)>(StringComparer.Ordinal);
            foreach ((int[] powers, Complex value, double size) in current.Values)
            {
                for (int b = 0; b < d; b++)
                {
                    if (overlap[b, level] != 0)
                    {
                        int[] raised = [.. powers];
                        raised[b]++;
                        string key = string.Join(' ', raised);
                        (_, Complex before, double sizeBefore) = next.GetValueOrDefault(key);
                        next[key] = (raised, before + (overlap[b, level] * value), sizeBefore + (overlap[b, level].Magnitude * size));
                    }
                }
            }

            current = next;
        }

        return current.Values.ToDictionary(each => string.Join(' ', each.Powers), each => (each.Value, each.Size), StringComparer.Ordinal);
    }
}
