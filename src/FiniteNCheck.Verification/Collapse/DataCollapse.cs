using System.Collections.Immutable;
using FiniteNCheck.Model;

namespace FiniteNCheck.Verification.Collapse;

/// <summary>
/// Finite-size scaling near a critical point, <c>q(N, g) = N^a F((g - g_c) N^b)</c>. The exponent a is read off q at the critical point,
/// a + b off its slope there, both as limits of local exponents with intervals; the scaled curves of all sizes should then be one.
/// </summary>
/// <param name="Quantity">The quantity q.</param>
/// <param name="Parameter">The parameter g.</param>
/// <param name="Critical">Its critical value.</param>
/// <param name="Height">The exponent a.</param>
/// <param name="Slope">The exponent a + b of the slope.</param>
/// <param name="Curves">The curves, smallest size first, scaled with the exponents read.</param>
public sealed record DataCollapse(
    string Quantity,
    string Parameter,
    double Critical,
    CollapseExponent Height,
    CollapseExponent Slope,
    ImmutableArray<CollapseCurve> Curves)
{
    // Sizes that leave four local exponents.
    private const int MinSizes = 5;

    // The slope needs two orders of interpolation, for its error.
    private const int MinCells = 5;

    /// <summary>The exponent b.</summary>
    public double Width => Slope.Value - Height.Value;

    /// <summary>The half width of its interval.</summary>
    public double WidthUncertainty => Slope.Uncertainty + Height.Uncertainty;

    /// <summary>Reads the exponents and scales the curves.</summary>
    /// <param name="studies">The studies of a sweep over one parameter, at the same sizes; others are refused.</param>
    /// <param name="quantity">The name of a quantity of the studies; its values at their last time are taken.</param>
    /// <param name="critical">The critical value of the parameter, one of those swept.</param>
    /// <param name="step">The power of 1/N by which successive corrections differ, above 0 and at most 1.</param>
    /// <exception cref="InputException">The studies are no such sweep, or hold too little.</exception>
    public static DataCollapse Of(ImmutableArray<StudyFinding> studies, string quantity, double critical, double step)
    {
        (string parameter, double[] g, LadderPoint[][] points) = Table(studies, quantity);
        int at = Array.FindIndex(g, value => Math.Abs(value - critical) <= 1e-12 * Math.Max(1, Math.Abs(critical)));
        if (at < 0)
        {
            throw new InputException(
                $"the critical value is {Numeral.Exact(critical)}: the sweep has {parameter} = "
                + $"{string.Join(", ", g.Select(value => Numeral.Exact(value)))}. Give one of these, or sweep the critical value too.");
        }

        int[] spins = [.. points[0].Select(point => point.Spins)];
        LadderPoint[][] bySize = [.. spins.Select((_, i) => points.Select(cell => cell[i]).ToArray())];
        var height = CollapseExponent.Read(
            spins, [.. bySize.Select(row => row[at].Value)], [.. bySize.Select(row => row[at].IntegrationError)], step);
        (double Value, double Error)[] slopes = [.. bySize.Select(row => SlopeOf(g, row, at))];
        var slope = CollapseExponent.Read(spins, [.. slopes.Select(each => each.Value)], [.. slopes.Select(each => each.Error)], step);
        return new DataCollapse(quantity, parameter, g[at], height, slope, Scale(spins, g, bySize, g[at], height.Value, slope.Value));
    }

    private static (string Parameter, double[] Values, LadderPoint[][] Points) Table(ImmutableArray<StudyFinding> studies, string quantity)
    {
        StudyFinding[] cells = [.. studies.Where(study => study.Cell?.Parameters.Length == 1).OrderBy(Value)];
        if (cells.Length < MinCells || cells.Length < studies.Length)
        {
            throw new InputException(
                $"{cells.Length} of {studies.Length} studies sweep one parameter: a collapse takes the result of one sweep over one "
                + $"parameter, at {MinCells} values or more. Give the verify.json of such a study.");
        }

        QuantityFinding[] found =
            [.. cells.Select(cell => cell.Quantities.LastOrDefault(IsMeant) ?? throw Unknown(cell, quantity))];
        LadderPoint[][] points = [.. found.Select(each => each.Ladder.Where(IsKnown).ToArray())];
        int[] common =
        [
            .. points[0].Select(point => point.N).Where(n => points.All(cell => cell.Any(point => point.N == n))),
        ];
        return common.Length < MinSizes
            ? throw new InputException(
                $"{common.Length} sizes have a value of {quantity} everywhere: exponents with intervals need {MinSizes}. "
                + "Use a longer ladder.")
            : (cells[0].Cell!.Parameters[0].Name, [.. cells.Select(Value)],
                [.. points.Select(cell => common.Select(n => cell.First(point => point.N == n)).ToArray())]);

        static double Value(StudyFinding study) => study.Cell!.Parameters[0].Value;

        bool IsMeant(QuantityFinding each) => string.Equals(each.Name, quantity, StringComparison.Ordinal);

        static bool IsKnown(LadderPoint point) => double.IsFinite(point.Value) && double.IsFinite(point.IntegrationError);
    }

    private static InputException Unknown(StudyFinding cell, string quantity)
    {
        string[] names = [.. cell.Quantities.Select(each => each.Name).Distinct(StringComparer.Ordinal)];
        return new InputException(
            $"the quantity is {Wording.Quote(quantity)}: {cell.Study} has {(names.Length == 0 ? "none" : string.Join(", ", names))}. "
            + "Give one of these, or name it under 'quantities' of the study.");
    }

    // The slope at a node of the polynomial through the nearest points, and its change on leaving out two of them.
    private static (double Value, double Error) SlopeOf(double[] g, LadderPoint[] row, int at)
    {
        int[] nearest = [.. Enumerable.Range(0, g.Length).OrderBy(k => Math.Abs(g[k] - g[at])).ThenBy(k => k)];
        (double fine, double error) = Slope(nearest.Length >= 7 ? 7 : 5);
        (double coarse, _) = Slope(nearest.Length >= 7 ? 5 : 3);
        return (fine, error + Math.Abs(fine - coarse));

        (double Slope, double Error) Slope(int count)
        {
            (double sum, double bound) = (0, 0);
            int[] nodes = nearest[..count];
            foreach (int j in nodes)
            {
                double weight = Weight(nodes, j);
                sum += weight * row[j].Value;
                bound += Math.Abs(weight) * row[j].IntegrationError;
            }

            return (sum, bound);
        }

        // The derivative of a Lagrange polynomial at the node.
        double Weight(int[] nodes, int j) => j == at
            ? nodes.Where(m => m != at).Sum(m => 1 / (g[at] - g[m]))
            : nodes.Where(m => m != at && m != j)
                .Aggregate(1 / (g[j] - g[at]), (product, m) => product * (g[at] - g[m]) / (g[j] - g[m]));
    }

    private static ImmutableArray<CollapseCurve> Scale(
        int[] spins, double[] g, LadderPoint[][] bySize, double critical, double height, double slope)
    {
        ImmutableArray<(double Parameter, double X, double Y)>[] curves =
        [
            .. spins.Select((n, i) => g.Select((value, k) =>
                (value, (value - critical) * Math.Pow(n, slope - height), bySize[i][k].Value * Math.Pow(n, -height))).ToImmutableArray()),
        ];
        return
        [
            .. spins.Select((n, i) => new CollapseCurve(
                n, curves[i], i == spins.Length - 1 ? double.NaN : Spread(curves[i], curves[^1]))),
        ];
    }

    private static double Spread(
        ImmutableArray<(double Parameter, double X, double Y)> curve, ImmutableArray<(double Parameter, double X, double Y)> largest)
    {
        (double X, double Y)[] shared =
            [.. largest.Where(point => point.X >= curve[0].X && point.X <= curve[^1].X).Select(point => (point.X, point.Y))];
        if (shared.Length < 2)
        {
            return double.NaN;
        }

        double change = shared.Max(point => point.Y) - shared.Min(point => point.Y);
        return shared.Max(point => Math.Abs(Interpolate(curve, point.X) - point.Y)) / change;
    }

    // Through the four nearest points.
    private static double Interpolate(ImmutableArray<(double Parameter, double X, double Y)> curve, double x)
    {
        int from = Math.Clamp(curve.Count(point => point.X <= x) - 2, 0, curve.Length - 4);
        (double Parameter, double X, double Y)[] nodes = [.. curve.Skip(from).Take(4)];
        return nodes.Sum(one =>
            nodes.Where(other => other.X != one.X).Aggregate(one.Y, (y, other) => y * (x - other.X) / (one.X - other.X)));
    }
}
