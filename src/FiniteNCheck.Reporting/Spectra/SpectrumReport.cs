using System.Collections.Immutable;
using System.Numerics;
using FiniteNCheck.Model;
using FiniteNCheck.Reporting.Moments;
using FiniteNCheck.Theory;
using FiniteNCheck.Verification.Spectra;

namespace FiniteNCheck.Reporting.Spectra;

/// <summary>The input of the exporters of a spectrum.</summary>
/// <param name="Model">The model, its initial state resolved to a <see cref="ProductState"/>.</param>
/// <param name="N">The ladder value.</param>
/// <param name="Grid">Frequencies and times.</param>
/// <param name="Exact">The spectrum at finite N, by frequency.</param>
/// <param name="Limit">The spectrum in the limit, by frequency.</param>
/// <param name="Drift">The drift of the limit.</param>
/// <param name="Error">The bound of the error that the exact evolution makes.</param>
/// <param name="QuadratureError">The estimated error of the integral over time, from the limit on a finer grid.</param>
/// <param name="Provenance">Where the numbers come from.</param>
public sealed record SpectrumReport(
    SymmetricModel Model,
    int N,
    SpectrumGrid Grid,
    ImmutableArray<Complex[,]> Exact,
    ImmutableArray<Complex[,]> Limit,
    Drift Drift,
    double Error,
    double QuadratureError,
    Provenance Provenance)
{
    /// <summary>Whether both are spectra of stationary states, that of the limit at the fixed point of the mean field.</summary>
    public bool IsStationary { get; init; }

    /// <summary>What the reader must know of the model.</summary>
    public ImmutableArray<string> Notes => [.. ModelNotes.Collect(Model)];
}
