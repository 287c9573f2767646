using System.Collections.Immutable;
using FiniteNCheck.Model;
using FiniteNCheck.Numerics;
using FiniteNCheck.Theory;
using MathNet.Numerics.Integration;
using MathNet.Numerics.LinearAlgebra;

namespace FiniteNCheck.Verification.Spectra;

/// <summary>Where a spectrum is computed: its frequencies, and the times whose weighted sum stands for the integral over time.</summary>
/// <param name="Frequencies">Angular frequencies, in the unit of rates.</param>
/// <param name="Until">The end T of the integral.</param>
/// <param name="Times">The nodes of Gauss-Legendre rules on equal panels of [0, T], increasing.</param>
/// <param name="Weights">Their weights.</param>
public sealed record SpectrumGrid(
    ImmutableArray<double> Frequencies, double Until, ImmutableArray<double> Times, ImmutableArray<double> Weights)
{
    // Every function has decayed to exp(-14), some 1e-6, at the end of the integral.
    private const double Decay = 14;

    private const int UsualFrequencies = 41;
    private const int MaxNodes = 20_000;

    // A panel turns fastest exponents by two radians: eight nodes then integrate them to rounding.
    private const int NodesPerPanel = 8;
    private const double RadiansPerPanel = 2;

    /// <summary>
    /// Chooses what is not given: frequencies up to twice the largest rate of the fluctuations, times until they have decayed.
    /// </summary>
    /// <param name="model">The model, its initial state a <see cref="ProductState"/>.</param>
    /// <param name="frequencies">The frequencies; empty for the usual ones.</param>
    /// <param name="until">The end of the integral over time, or <see langword="null"/>.</param>
    /// <param name="refinement">How many times as many panels.</param>
    /// <exception cref="InputException">
    /// The start is no product; the fluctuations do not decay, and no end is given; or there would be too many times.
    /// </exception>
    public static SpectrumGrid For(
        CollectiveModel model, ImmutableArray<double> frequencies = default, double? until = null, int refinement = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        Vector<double> start = InitialStateResolution.Averages(model);
        IReadOnlyList<System.Numerics.Complex> rates = new EigenDecomposition(new MeanField(model).Jacobian(start)).Values;
        double fastest = rates.Max(rate => rate.Magnitude);
        double slowest = -rates.Max(rate => rate.Real);
        if (until is null && !(slowest > 1e-6 * fastest))
        {
            throw new InputException(
                $"The fluctuations of model {Wording.Quote(model.Name)} about its start do not decay (largest rate of growth "
                + $"{Numeral.Of(-slowest)} per unit time), so that the integral over time has no end of its own: "
                + "give --until T, or start at a stable fixed point.");
        }

        double end = until ?? Decay / slowest;
        ImmutableArray<double> at = frequencies.IsDefaultOrEmpty
            ? [.. Enumerable.Range(0, UsualFrequencies).Select(k => 4 * fastest * ((k / (UsualFrequencies - 1.0)) - 0.5))]
            : frequencies;
        double turns = end * Math.Max(fastest, at.Max(Math.Abs)) / RadiansPerPanel;
        if (!(refinement * turns * NodesPerPanel <= MaxNodes))
        {
            throw new InputException(
                $"The spectrum needs {Numeral.Of(Math.Ceiling(turns) * NodesPerPanel)} times up to t = {Numeral.Of(end)}; up to {MaxNodes} "
                + "are possible. Give smaller --frequencies, or a smaller --until.");
        }

        return Between(at, end, refinement * (1 + (int)turns));
    }

    private static SpectrumGrid Between(ImmutableArray<double> frequencies, double end, int panels)
    {
        double length = end / panels;
        (double Time, double Weight)[] nodes =
        [
            .. Enumerable.Range(0, panels).SelectMany(panel =>
            {
                var rule = new GaussLegendreRule(panel * length, (panel + 1) * length, NodesPerPanel);
                return rule.Abscissas.Zip(rule.Weights);
            }).OrderBy(node => node.First),
        ];
        return new SpectrumGrid(frequencies, end, [.. nodes.Select(node => node.Time)], [.. nodes.Select(node => node.Weight)]);
    }
}
