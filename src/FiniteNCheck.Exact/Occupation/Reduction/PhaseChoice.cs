using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Exact.Occupation.Basis;
using FiniteNCheck.Exact.Occupation.Levels;
using FiniteNCheck.Exact.Occupation.Terms;
using FiniteNCheck.Model.Levels;

namespace FiniteNCheck.Exact.Occupation.Reduction;

/// <summary>
/// Phases of the basis vectors with which generator and state are real, if there are any. With <c>|a> -> e^(-i phi_a) |a></c> every number
/// t(n) is multiplied by <c>exp(i sum n_ab (phi_a - phi_b))</c>; each term and each element of the start asks for one combination of the
/// phases modulo pi.
/// </summary>
internal static class PhaseChoice
{
    private const double Tolerance = 1e-9;

    /// <summary>Finds phases that satisfy all conditions.</summary>
    /// <param name="system">The system.</param>
    /// <param name="terms">The terms between active bins.</param>
    /// <returns>One phase for each level, numbered through; <see langword="null"/> where there are none.</returns>
    public static double[]? Find(LevelSystem system, IEnumerable<WeightedTerm> terms)
    {
        (int[] Coefficients, double Phase)[] conditions =
        [
            .. terms.Select(term => (Coefficients(system.Bins, term.Displacement), term.Constant.Phase)).Concat(OfStart(system))
                .DistinctBy(
                    each => $"{string.Join(' ', each.Item1)} {Math.Round(Math.IEEERemainder(each.Phase, Math.PI), 9)}",
                    StringComparer.Ordinal),
        ];
        double[] phases = Solve([.. conditions], system.Bins.Levels);
        return conditions.All(each => IsMultipleOfPi(Sum(each.Coefficients, phases) - each.Phase)) ? phases : null;
    }

    /// <summary>A term after the choice of phases.</summary>
    /// <param name="bins">The bins.</param>
    /// <param name="term">The term.</param>
    /// <param name="phases">The phases.</param>
    public static WeightedTerm Apply(OccupationBins bins, WeightedTerm term, double[] phases) => term with
    {
        Constant = term.Constant * Complex.FromPolarCoordinates(1, -Sum(Coefficients(bins, term.Displacement), phases)),
    };

    private static int[] Coefficients(OccupationBins bins, ImmutableArray<int> occupations)
    {
        int[] coefficients = new int[bins.Levels];
        foreach ((int index, int count) in occupations.Index())
        {
            coefficients[bins.All[index].RowLevel] += count;
            coefficients[bins.All[index].ColumnLevel] -= count;
        }

        return coefficients;
    }

    private static IEnumerable<(int[] Coefficients, double Phase)> OfStart(LevelSystem system)
    {
        OccupationBins bins = system.Bins;
        foreach (LevelComponent product in system.Start.Products)
        {
            foreach (Bin bin in bins.All)
            {
                Complex element = product.States[bin.Block][bin.Row, bin.Column];
                if (element != 0)
                {
                    yield return (Difference(bin.RowLevel, bin.ColumnLevel), -element.Phase);
                }
            }
        }

        foreach (LevelSuperpositionTerm term in system.Start.Terms)
        {
            for (int h = 0; h < bins.Dimensions.Length; h++)
            {
                int[] levels = [.. Enumerable.Range(0, bins.Dimensions[h]).Where(level => term.Vectors[h][level] != 0)];
                foreach (int level in levels)
                {
                    Complex ratio = term.Vectors[h][level] / term.Vectors[h][levels[0]];
                    yield return (Difference(bins.Level(h, level), bins.Level(h, levels[0])), -ratio.Phase);
                }
            }
        }

        int[] Difference(int plus, int minus)
        {
            int[] coefficients = new int[bins.Levels];
            coefficients[plus]++;
            coefficients[minus]--;
            return coefficients;
        }
    }

    // Elimination with whole coefficients: a phase with coefficient 1 or -1 follows from the others, modulo pi. What is left after that is
    // satisfied by one of its solutions, if at all; the caller tests them all.
    private static double[] Solve(List<(int[] Coefficients, double Phase)> conditions, int levels)
    {
        double[] phases = new double[levels];
        var solved = new Stack<(int Level, int[] Coefficients, double Phase)>();
        while (true)
        {
            conditions = [.. conditions.Where(each => each.Coefficients.Any(c => c != 0))];
            if (conditions.Count == 0)
            {
                break;
            }

            (int[] Coefficients, double Phase) chosen = conditions.MinBy(each => Smallest(each.Coefficients));
            int level = Array.FindIndex(chosen.Coefficients, c => Math.Abs(c) == Smallest(chosen.Coefficients));
            solved.Push((level, chosen.Coefficients, chosen.Phase));
            conditions =
            [
                .. conditions.Where(each => each.Coefficients[level] % chosen.Coefficients[level] == 0).Select(each =>
                {
                    int times = each.Coefficients[level] / chosen.Coefficients[level];
                    return (
                        each.Coefficients.Zip(chosen.Coefficients, (c, own) => c - (times * own)).ToArray(),
                        each.Phase - (times * chosen.Phase));
                }),
            ];
        }

        while (solved.TryPop(out (int Level, int[] Coefficients, double Phase) next))
        {
            phases[next.Level] = 0;
            phases[next.Level] = (next.Phase - Sum(next.Coefficients, phases)) / next.Coefficients[next.Level];
        }

        return phases;
    }

    private static int Smallest(int[] coefficients) => coefficients.Min(c => c == 0 ? int.MaxValue : Math.Abs(c));

    private static double Sum(int[] coefficients, double[] phases) => coefficients.Zip(phases, (c, phase) => c * phase).Sum();

    private static bool IsMultipleOfPi(double phase) => Math.Abs(Math.IEEERemainder(phase, Math.PI)) < Tolerance;
}
