using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Verification;

namespace FiniteNCheck.Calibration;

/// <summary>
/// Draws models of the whole class as users write them, with ladders and times as users choose them:
/// one and two blocks, couplings, tilted arguments, rates that respond strongly, twisting without a
/// response, networks near their transition, independent spins.
/// </summary>
public static class RandomStudies
{
    /// <summary>The name of the ladders of eight sizes up to n = 64.</summary>
    public const string Sensible = "sensible";

    // Four or five small sizes; five to seven that a user would pick; eight that the manual recommends.
    private static readonly ImmutableArray<ImmutableArray<int>> Short =
    [
        [8, 10, 12, 14],
        [8, 12, 16, 20],
        [8, 10, 12, 16, 20],
        [6, 8, 10, 12, 16],
    ];
    private static readonly ImmutableArray<ImmutableArray<int>> Chosen =
        [[8, 12, 16, 24, 32], [8, 12, 16, 24, 32, 48], [6, 8, 12, 16, 24, 32, 48], [10, 14, 20, 28, 40], [8, 12, 16, 24, 32, 48, 64]];

    private static readonly ImmutableArray<int> Recommended = [8, 12, 16, 20, 24, 32, 48, 64];

    // Two blocks hold the square of the numbers of one: their ladders end early.
    private static readonly ImmutableArray<ImmutableArray<int>> ShortOfTwo =
    [
        [3, 4, 5, 6],
        [3, 4, 5, 6, 8],
        [2, 4, 6, 8],
    ];
    private static readonly ImmutableArray<ImmutableArray<int>> ChosenOfTwo =
    [
        [3, 4, 5, 6, 7, 8],
        [3, 4, 5, 6, 8, 10],
        [2, 3, 4, 6, 8, 10, 12],
    ];

    // Rates along several axes are matrices inside each sector: too slow for long ladders.
    private static readonly ImmutableArray<ImmutableArray<int>> OfTilted = [[4, 6, 8, 10], [4, 5, 6, 8, 10, 12]];

    private static readonly ImmutableArray<(double UpTo, string Name, Func<Draw, CollectiveModel> Model)> Families =
    [
        (0.40, "one block", RandomModels.OneBlock),
        (0.58, "two blocks", RandomModels.TwoBlocks),
        (0.76, "twisting", RandomModels.Twisting),
        (0.91, "network", RandomModels.Network),
        (0.95, "several axes", RandomModels.SeveralAxes),
        (1.00, "independent spins", RandomModels.Independent),
    ];

    /// <summary>The study of a seed; the same one on every machine.</summary>
    /// <param name="seed">The seed.</param>
    public static DrawnStudy Draw(int seed)
    {
        Draw draw = new(seed);
        double which = draw.Next();
        (_, string family, Func<Draw, CollectiveModel> model) = Families.First(each => which < each.UpTo);
        CollectiveModel drawn = model(draw) with { Name = $"seed-{seed}" };
        (string ladder, ImmutableArray<int> sizes) = DrawLadder(draw, drawn, family);
        return new DrawnStudy(seed, family, ladder, new Study
        {
            Model = drawn,
            Ladder = sizes,
            Times = DrawTimes(draw),
            Predictions = [new(Prediction.MeanField), new(Prediction.CovarianceFull)],
        });
    }

    private static (string Name, ImmutableArray<int> Sizes) DrawLadder(Draw draw, CollectiveModel model, string family)
    {
        double kind = draw.Next();
        if (string.Equals(family, "several axes", StringComparison.Ordinal))
        {
            return ("short", draw.Of(OfTilted));
        }

        if (model.Blocks.Length > 1)
        {
            return kind < 0.5 ? ("short", draw.Of(ShortOfTwo)) : ("chosen", draw.Of(ChosenOfTwo));
        }

        return kind switch
        {
            < 0.25 => ("short", draw.Of(Short)),
            < 0.55 => ("chosen", draw.Of(Chosen)),
            _ => (Sensible, Recommended),
        };
    }

    // Three times, half of the studies up to t = 1, the others up to t = 6.
    private static ImmutableArray<double> DrawTimes(Draw draw)
    {
        double last = draw.Next() < 0.5 ? 1 : 6;
        return [.. Enumerable.Range(0, 3).Select(_ => Math.Round(0.2 * Math.Pow(last / 0.2, draw.Next()), 4)).Distinct().Order()];
    }
}
