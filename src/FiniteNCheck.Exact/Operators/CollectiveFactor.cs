using FiniteNCheck.Exact.Basis;
using FiniteNCheck.Model;

namespace FiniteNCheck.Exact.Operators;

/// <summary>
/// A collective jump inside one sector, which it does not leave: <c>K = sum_g (v_+ S_+ + v_- S_- + v_z S_z + N_g v_0) Gamma(Delta)</c>
/// with <c>S_q</c> the sum of <c>sigma_q</c> over a group, a matrix of a few bands.
/// </summary>
internal static class CollectiveFactor
{
    /// <summary>The matrix without its rate.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="jump">The jump.</param>
    public static BandOperator WithoutRate(Sector sector, CollectiveJump jump)
    {
        var sum = new BandOperator(sector.Dimension);
        for (int g = 0; g < sector.Spins.Length; g++)
        {
            sum.Add(1, BandOperator.OnSpins(sector, g, jump.Operators[g]));
        }

        return sum;
    }

    /// <summary>The matrix with its rate, whose arguments point along z.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="jump">The jump.</param>
    public static BandOperator WithRate(Sector sector, CollectiveJump jump) =>
        WithoutRate(sector, jump).TimesDiagonal(DiagonalRate.Values(sector, jump.Rate, jump.Argument, 0));

    /// <summary>The operator <c>K+ K</c>.</summary>
    /// <param name="factor">The matrix <c>K</c>.</param>
    public static BandOperator Decay(BandOperator factor) => factor.Adjoint().Times(factor);

    /// <summary>The same matrix as a Kraus factor.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="factor">The matrix.</param>
    public static SectorMap ToMap(Sector sector, BandOperator factor) => new(
        sector,
        sector,
        [.. factor.Bands.Where(band => band.Value.Any(element => element != 0))
            .Select(band => JumpFactors.Band(sector.Dimension, band.Key, band.Value))]);
}
