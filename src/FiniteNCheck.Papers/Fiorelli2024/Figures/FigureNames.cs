using System.Collections.Immutable;

namespace FiniteNCheck.Papers.Fiorelli2024.Figures;

/// <summary>What the figures of the paper are called, on command lines and in files.</summary>
public static class FigureNames
{
    /// <summary>The figures with the numbers that the paper gives them, in its order.</summary>
    public static ImmutableArray<(string Name, PaperFigure Figure)> Known { get; } =
        [("2", PaperFigure.PhaseDiagram), ("3", PaperFigure.Correlations), ("B1", PaperFigure.LimitCycle)];

    /// <summary>The names of the files with pictures and numbers, known before anything is computed.</summary>
    /// <param name="request">What is asked for.</param>
    public static ImmutableArray<string> Files(FigureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var names = ImmutableArray.CreateBuilder<string>();
        if (request.Figures.Contains(PaperFigure.PhaseDiagram))
        {
            names.AddRange("figure-2.csv", "figure-2.svg");
        }

        if (request.Figures.Contains(PaperFigure.Correlations))
        {
            names.AddRange("figure-3-full.csv", "figure-3-printed.csv", "figure-3.svg");
            if (!request.FiniteSizes.IsEmpty)
            {
                names.AddRange("figure-3-finite-n.csv", "figure-3-finite-n.svg");
            }
        }

        if (request.Figures.Contains(PaperFigure.LimitCycle))
        {
            names.AddRange("figure-b1-deviation.csv", "figure-b1-portraits.csv", "figure-b1.svg");
        }

        return names.ToImmutable();
    }
}
