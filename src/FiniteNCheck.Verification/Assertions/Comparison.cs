using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using FiniteNCheck.Verification.Ladders;
using FiniteNCheck.Verification.Quantities;

namespace FiniteNCheck.Verification.Assertions;

/// <summary>One predicted element at one time, with the exact values that it is compared with.</summary>
/// <param name="Model">The model.</param>
/// <param name="Ladders">The exact values of the study.</param>
/// <param name="Sizes">The ladder values of the study; predicted numbers that depend on N have this order.</param>
/// <param name="Element">The predicted element.</param>
/// <param name="TimeIndex">Index of the time.</param>
/// <param name="Resolution">The largest useful uncertainty of a limit, relative to <c>max(1, |limit|)</c>.</param>
internal sealed record Comparison(
    SymmetricModel Model, ExactLadders Ladders, ImmutableArray<int> Sizes, PredictedElement Element, int TimeIndex, double Resolution)
{
    /// <summary>The time.</summary>
    public double Time => Ladders.Times[TimeIndex];

    /// <summary>What is compared.</summary>
    public string Name => Element.Name;

    /// <summary>The predicted limit.</summary>
    public Measured Limit => Element.Limits[TimeIndex]!.Value;

    /// <summary>
    /// The reading of the exact values or slopes or, for a prediction about every N, of the differences from it. Of slopes and differences
    /// theory foresees the scale of their corrections only.
    /// </summary>
    public LadderReading Reading => Element switch
    {
        { DependsOnSize: true } => LadderReader.Read([.. Points.Select(Difference)], Foreseen?.OfDifference(power: 0)),
        { IsSlope: true } => LadderReader.Read(Points, Foreseen?.OfDifference(power: 1)),
        _ => Ladders.Read(Element.Quantity, TimeIndex),
    };

    /// <summary>The exact values or slopes, with those marked that a series in 1/N does not describe.</summary>
    public ImmutableArray<LadderPoint> Points => [.. Ladders.Points(Element.Quantity, TimeIndex).Select(Slope)];

    /// <summary>The exact values or slopes, with those marked that are not exact.</summary>
    public ImmutableArray<LadderPoint> SoundPoints => [.. Ladders.SoundPoints(Element.Quantity, TimeIndex).Select(Slope)];

    /// <summary>What theory foresees of the corrections; <see langword="null"/> if nothing.</summary>
    public ForeseenCorrections? Foreseen => Ladders.Foreseen(Element.Quantity, TimeIndex);

    /// <summary>The difference of an exact value from the prediction.</summary>
    /// <param name="point">The exact value.</param>
    public LadderPoint Difference(LadderPoint point)
    {
        Measured predicted = Element.DependsOnSize ? Element.AtSizes[TimeIndex][Sizes.IndexOf(point.N)] : Limit;
        return point.Less(predicted.Value, predicted.Error);
    }

    // The slope of a prediction about slopes; the value itself for all others.
    private LadderPoint Slope(LadderPoint point) => Element.IsSlope
        ? point.Less(Element.SlopeFrom[TimeIndex].Value, Element.SlopeFrom[TimeIndex].Error).Times(point.N)
        : point;
}
